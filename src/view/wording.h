// SPDX-License-Identifier: Apache-2.0
#pragma once

// Phrases composed from records, the way officials write them. All words come from Words.

#include "derive/due.h"
#include "model/walk.h"
#include "view/scope.h"

#include <cstdint>
#include <optional>
#include <string>

namespace huice::view {

/// Adds a part after `join`, which goes between parts alone; an empty part adds nothing.
void append(std::string& out, std::string_view part, std::string_view join);

/// 连续3年, 最多3年; empty where neither is known.
std::string years_text(const model::Years& years, const Words& words);

/// What a clause says of having several measures at once: its rule and its wording, and the
/// article, 款 or 项 that says so.
std::string clause_text(const model::Stacking& clause, const Reader& reader, const Words& words);

/// A condition in plain words, after the 款 or 项 of its article that says so, where it is
/// recorded.
std::string requirement_text(const model::Requirement& one, const model::ArticleRef& in,
                             const Words& words);

/// 适用范围 as the text says it, with the region's name where the words lack it.
std::string territory_text(const model::Territory& territory, const Reader& reader,
                           const Words& words);

/// The same of a measure, as one of its conditions; empty where it has all of its policy's region.
std::string reach_text(const model::MeasureRef& measure, const Reader& reader, const Words& words);

/// What became of promises: 7项中，2项已完成，5项尚无结果。 Empty where nothing is recorded of any,
/// and none is past its day.
std::string tally_text(const std::vector<model::UndertakingRef>& promises, const model::Date& as_of,
                       const Words& words);

/// The size of a file: 812B, 24KB, 1.3MB; never less than it is.
std::string size_text(std::uint64_t bytes);

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

/// A place within an article: 第二款第（三）项, 第（三）项 in an article of a single 款; empty for
/// the article as a whole.
std::string provision_place(const model::ProvisionRef& provision, const Words& words);

/// 第十三条第（二）项, as its own policy's page names it; 第二条第一款 of an article labelled 二、.
std::string provision_label(const model::ProvisionRef& provision, const Words& words);

/// The same with the policy's number or title: article_name() and the place.
std::string provision_name(const model::ProvisionRef& provision, const Words& words);

/// The article, 款 or 项 that a measure is in, with the policy's number or title.
std::string basis_name(const model::MeasureRef& measure, const Words& words);

/// A printed figure with its mark where nobody has checked its source: 3.2亿元（待核）.
std::string figure_text(const std::string& figure, const model::Provenance& provenance,
                        const Words& words);

/// The figure with its unit, or why there is none: 不足最小单位.
std::string observed_text(const model::Observation& observation, const Words& words);

/// That a period is not stated, and that the figure is a total (累计); empty where it is stated.
std::string open_period_text(const model::Period& period, const Words& words);

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

/// What standing_text() says, and that it is over, has not begun, or cannot be applied for.
std::string part_standing(const derive::Status& status, const Words& words);

/// 期限已过; empty where it has not, or there is no day.
std::string due_text(derive::Due due, const Words& words);

/// A label and its heading in one line: 十五、支持创新, 第二条 适用范围, 附则. Either may be empty.
/// A label that ends with a word is set off by U+3000, as GB/T 9704 texts are printed.
std::string head_text(std::string_view label, std::string_view heading);

/// What head_text() puts between the two: U+3000 or nothing.
std::string_view head_gap(std::string_view label, std::string_view heading);

/// 市政协五届一次会议
std::string session_text(const model::Session& session, const Words& words);

/// "较2021年增加58家，增长34.12%", or nullopt where the two cannot be compared. `indicator` is that
/// of both, or nullptr.
struct ComparisonText {
  std::string text;
  std::string with;
  std::string_view direction;  ///< up, down or same
};
std::optional<ComparisonText> comparison_text(const model::Observation& now,
                                              const model::Observation& then,
                                              const model::Indicator* indicator,
                                              const Words& words);

}  // namespace huice::view
