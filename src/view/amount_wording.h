// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a measure gives and who pays it, as phrases composed from its components. All words come
// from Words.

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

}  // namespace huice::view
