// SPDX-License-Identifier: Apache-2.0
#include "match/estimate.h"

#include "match/component.h"

#include <algorithm>

namespace huice::match {
namespace {

using logic::Rational;
using model::EstimateKind;
using model::Per;

// An allowance is counted, and adds nothing to a sum.
bool is_money(const Part& part) {
  return part.amount->component->basis != model::Basis::allowance;
}

bool for_some_years(const Part& part) {
  return part.per == Per::year && part.amount->for_some_years;
}

// Parts that are paid for some years each may follow one another: then a year brings one of them.
bool may_follow(const std::vector<Part>& parts) {
  return std::count_if(parts.begin(), parts.end(), for_some_years) > 1;
}

// A part without an upper bound leaves the sum without one; each part is at least nothing.
Range added(const std::vector<Part>& parts) {
  Range sum{std::nullopt, Rational(0)};
  std::optional<Rational> least;  // of those that may follow one another
  bool least_known = true;
  const bool one_of_them = may_follow(parts);
  for (const Part& part : parts) {
    if (!is_money(part)) continue;
    if (sum.high && part.range.high) {
      sum.high = *sum.high + *part.range.high;
    } else {
      sum.high.reset();
    }
    if (one_of_them && for_some_years(part)) {
      least_known = least_known && part.range.low.has_value();
      if (part.range.low && (!least || *part.range.low < *least)) least = part.range.low;
    } else if (part.range.low) {
      sum.low = sum.low ? *sum.low + *part.range.low : *part.range.low;
    }
  }
  if (least && least_known) sum.low = sum.low ? *sum.low + *least : *least;
  return sum;
}

EstimateKind kind_of(const Range& range) {
  if (range.low && range.high) {
    return *range.low == *range.high ? EstimateKind::exact : EstimateKind::between;
  }
  if (range.high) return EstimateKind::at_most;
  return range.low ? EstimateKind::at_least : EstimateKind::unknown;
}

std::optional<std::int64_t> to_fen(const std::optional<Rational>& sum, bool& rounded) {
  if (!sum) return std::nullopt;
  const auto whole = sum->rounded(logic::Rounding::half_up);
  if (whole && !(Rational(*whole) == *sum)) rounded = true;
  return whole;
}

}  // namespace

Estimate estimate(const PlannedMeasure& measure, Applicant& applicant, Detail detail) {
  Estimate result;
  result.provisional = measure.provisional;
  result.parts.reserve(measure.amounts.size());
  for (const PlannedAmount& amount : measure.amounts) {
    result.parts.push_back(Component(amount, applicant, detail, result).run());
  }
  std::sort(result.missing.begin(), result.missing.end());
  result.missing.erase(std::unique(result.missing.begin(), result.missing.end()),
                       result.missing.end());
  if (std::none_of(result.parts.begin(), result.parts.end(), is_money)) return result;
  for (const Part& part : result.parts) {
    if (!is_money(part)) continue;
    if (!model::counted_alike(part.per, result.per)) result.not_added = true;
    if (result.per == Per::unclear) result.per = part.per;
  }
  if (result.not_added) return result;
  if (detail == Detail::steps && may_follow(result.parts)) {
    result.parts.back().steps.push_back({StepKind::order_unstated, {}});
  }
  const Range sum = added(result.parts);
  result.low = to_fen(sum.low, result.rounded);
  result.high = to_fen(sum.high, result.rounded);
  // A sum that does not fit is left out rather than stated wrong.
  const bool fits = (!sum.low || result.low) && (!sum.high || result.high);
  if (fits) result.kind = kind_of(sum);
  return result;
}

}  // namespace huice::match
