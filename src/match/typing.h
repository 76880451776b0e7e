// SPDX-License-Identifier: Apache-2.0
#pragma once

// The constants of a rule in the form of the answers they are compared or computed with.

#include "base/json/value.h"
#include "match/answers.h"

#include <string>
#include <vector>

namespace huice::match {

/// What is wrong with a rule, and where in its JSON or line.
struct ConditionFault {
  AnswerFault what;
  json::Span at;
};

/// The rule with sums in 分, rates in millionths, and percentages as fractions where two sums or
/// two numbers are divided or a sum is multiplied: {"/": [a, b]} beside "8%" is compared with 0.08,
/// {"*": [a, "8%"]} is 8a/100, so that both are exact. Faults: bad_money and its kin, unknown
/// fields and choices, a sum, rate or day beside a number without a unit, and two sides of which
/// one is money and the other is not; then what is returned is of no use. More than kMostFaults of
/// one rule are not looked for.
logic::Value typed(const json::Value& rule, const model::RecordList<model::ProfileField>& profile,
                   std::vector<ConditionFault>& faults, SpellingBudget& spelling);

/// As many again as are listed of one file.
constexpr std::size_t kMostFaults = 2000;

}  // namespace huice::match
