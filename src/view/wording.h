// SPDX-License-Identifier: Apache-2.0
#pragma once

// Phrases composed from records, the way officials write them. All words come from Words.

#include "view/scope.h"

#include <optional>
#include <string>

namespace huice::view {

/// Adds a part after `join`, which goes between parts alone; an empty part adds nothing.
void append(std::string& out, std::string_view part, std::string_view join);

/// 连续3年, 最多3年; empty where neither is known.
std::string years_text(const model::Years& years, const Words& words);

/// What a clause says of having several measures at once: its rule and its wording.
std::string clause_text(const model::Stacking& clause, const Words& words);

/// 2024年3月1日至2024年5月31日, or the one day that is known; empty without any.
std::string days_text(const std::optional<model::Date>& from, const std::optional<model::Date>& to,
                      const Words& words);

/// The article that a part of a policy is in, or the policy where it is in none, as sentences name
/// it.
std::string place_name(const model::ArticleRef& in, const Words& words);

/// How a policy is named in a sentence: 《…》（鄂府发〔2022〕103号), or its alias where it has no
/// other name.
std::string policy_name(const model::Policy& policy, const Words& words);

/// 鄂府发〔2021〕61号（十五）; 鄂府发〔2022〕103号二（三） where numbers begin again in each
/// chapter; 《…》第五条 where there are no chapters and the policy has no number.
std::string article_name(const model::ArticleRef& in, const Words& words);

/// A printed figure with its mark where nobody has checked its source: 3.2亿元（待核）.
std::string figure_text(const std::string& figure, const model::Provenance& provenance,
                        const Words& words);

/// 以2021年为基数，连续3年，每年递增15%; says so where no rate is stated.
std::string growth_text(const model::Growth& growth, const Words& words);

/// By when a target is to be reached, all that is on record of it: 每年，到2025年，3年内. Empty
/// where there is nothing.
std::string term_text(const model::Target& target, const Words& words);

/// When a policy comes into force: the day, or the phrase where nobody has stated the day, with the
/// day that follows from it, or that it cannot be before. Empty where nothing is recorded.
std::string effective_text(const model::Policy& policy, const Words& words);

/// What a reader must know of a text or measure that does not simply hold: since when which text
/// has replaced, repealed or amended it, or until when it held. Empty where there is nothing.
std::string standing_text(const derive::Status& status, const Words& words);

/// That another text says otherwise of the same, and what: one sentence for each of `others`. Empty
/// where there are none.
std::string conflict_text(const std::vector<model::MeasureRef>& others, const Words& words);

/// What standing_text() says of a measure, and that it is over or has not begun.
std::string measure_standing(const derive::Status& status, const Words& words);

/// A label and its heading in one line: 十五、支持创新, 第二条 适用范围, 附则. Either may be empty.
/// A label that ends with a word is set off by U+3000, as GB/T 9704 texts are printed.
std::string head_text(std::string_view label, std::string_view heading);

/// What head_text() puts between the two: U+3000 or nothing.
std::string_view head_gap(std::string_view label, std::string_view heading);

/// 市政协五届一次会议
std::string session_text(const model::Session& session, const Words& words);

/// "较2021年增加58家，增长34.12%", or nullopt where the two cannot be compared.
struct ComparisonText {
  std::string text;
  std::string with;
  std::string_view direction;  ///< up, down or same
};
std::optional<ComparisonText> comparison_text(const model::Observation& now,
                                              const model::Observation& then, const Words& words);

}  // namespace huice::view
