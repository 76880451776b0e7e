// SPDX-License-Identifier: Apache-2.0
#pragma once

// The condition language: a rule as one line that a clerk writes,
//   年度研发投入 >= 5000万元 或 研发投入占营业收入比例 >= 3%
//   认定（市级，“专精特新”中小企业，首次认定）
// is read into the JsonLogic that says the same, which remains the form of exchange.
//
//   conditions  := condition (且 condition)* | condition (或 condition)*
//   condition   := 非 condition | comparison
//   comparison  := sum [sign sum [sign sum]] | field number 以上 | field 属于 value、value
//                | yes-no field [是 | 否] | records [全部 | 没有]（items）| records 包含 value
//   items       := conditions (，conditions)*    a value alone means its part of a record
//   sum         := product ((+ | -) product)*
//   product     := atom ((* | /) atom)*
//   atom        := number | date | name | 「name」 | （conditions | sum）
//
// A name is the longest known one, so that 自主研发产品或技术 holds no 或. 且 and 或 side by side
// are refused, since readers differ. docs/data-guide.md describes it for those who write it.

#include "base/diagnostic.h"
#include "base/json/value.h"
#include "logic/condition/vocabulary.h"

#include <string>
#include <string_view>
#include <variant>

namespace huice::logic {

/// How long a line may be, in bytes, and how many brackets and 非 may be in each other.
constexpr std::size_t kLongestCondition = 4000;
constexpr std::size_t kDeepestCondition = 25;

/// The first thing that is wrong with a line.
struct LineFault {
  Message message;
  json::Span at;           ///< in the line; of no length at its end
  std::string suggestion;  ///< the nearest right spelling, or empty
};

/// JsonLogic whose parts have their places in the line. Sums and rates are texts as rules of
/// records write them (5000万元, 3%), dates too (2022-01-15); what they are compared with is for
/// the reader of the rule to check. An empty line is a fault.
using ParsedCondition = std::variant<json::Value, LineFault>;

ParsedCondition parse_condition(std::string_view line, const Vocabulary& vocabulary);

}  // namespace huice::logic
