// SPDX-License-Identifier: Apache-2.0
#pragma once

// Phrases composed from records, the way officials write them. All words come from Words.

#include "view/scope.h"

#include <optional>
#include <string>

namespace huice::view {

/// One component in full: 按新增配套额的5%，最高50万元. A component without a figure gives what the
/// text says of it. Who pays it is not said here.
std::string amount_text(const model::AmountComponent& amount, const Words& words);

/// A sum with what it is counted for: 每年50万元, 每件500元.
std::string per_text(const model::Counted& per, std::string_view sum, const Words& words);

/// What a card shows large of one component: a bound where there is one, else the value or rate,
/// with what that is of. Empty where it has none.
std::string figure_of(const model::AmountComponent& amount, const Words& words);

/// Who pays a component, as far as it says: 鄂尔多斯市人民政府承担50%；…承担50%. Empty where it
/// does not.
std::string funding_text(const model::AmountComponent& amount, const Reader& reader,
                         const Words& words);

struct FundingText {
  std::string text;        ///< empty where nothing is said, or no sum is paid
  bool inherited = false;  ///< the policy says it of all its measures, none of its own components
};

/// The same for a measure's components, each text once; a component that does not say has the text
/// of its policy.
FundingText funding_text(const model::MeasureRef& measure, const Reader& reader,
                         const Words& words);

/// All components of a measure, joined; 金额未载明 where there is none.
std::string amounts_text(const model::Measure& measure, const Words& words);

/// The figure a card shows large: 200万元, 每年最高50万元, 5%. nullopt where no component has one.
std::optional<std::string> headline(const model::Measure& measure, const Words& words);

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
