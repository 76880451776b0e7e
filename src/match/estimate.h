// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a measure is worth to one enterprise, as far as text and answers say. Bounds stay bounds;
// what a text leaves open is never guessed, and every step says what it did.
//
// site/assets/finder/measures.js is the same for the browser; tests/scripts/match_random.py
// compares the two.

#include "match/applicant.h"
#include "model/example.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::match {

/// What one step of an estimate did. `values` of a Step are what its sentence speaks of
/// (templates/i18n, “step”; value_names() in match/codes.h).
enum class StepKind : std::uint8_t {
  fixed,                ///< the text names the sum: sum
  rate_of,              ///< rate of an answer: rate, of what, answer, result
  interest,             ///< a year's interest at most: rate, reference rate, loan, result
  base_unanswered,      ///< an answer that the sum depends on is missing: its field's label
  base_unknowable,      ///< an applicant cannot know the base: of what
  interest_unknowable,  ///< an applicant is not asked for the loan, or for its day
  reference_unknown,    ///< no reference rate for that day: of what
  band,                 ///< the band, what lies in it, rate, result
  phase,                ///< first year, last year, sum: what each of those years brings
  phase_year,           ///< year, sum
  stages,               ///< paid stage by stage: how many stages
  foreign,              ///< a sum in another currency, not converted: sum
  reduced,              ///< brought down to a rate, which is no sum: of what, rate
  allowance,            ///< so many of something that is no money: of what, how many
  allowance_maybe,      ///< where the condition holds: condition, of what, how many
  readings_open,        ///< the text can be read in several ways: how many
  reading,              ///< one of them
  limited,              ///< not more of what is counted: how many
  row,                  ///< a row of the schedule: its condition
  rows_open,            ///< several rows may apply: how many
  no_row,               ///< no row of the schedule applies
  unpublished,          ///< the schedule's steps are not published
  negotiated,           ///< 一事一议
  unstated,             ///< the text gives no figure
  multiplied_award,     ///< times, condition
  multiplied_cap,       ///< times, condition
  multiplied_unclear,   ///< times, condition: whether the sum or its cap is not stated
  multiplied_maybe,     ///< times, condition: whether it holds is not answered
  capped,               ///< at most: sum, per
  capped_where,         ///< at most, since the case holds: sum, per, case
  capped_maybe,         ///< at most, if the case holds: sum, per, case
  capped_together,      ///< all that are counted together at most: sum, per
  cap_may_be_exceeded,  ///< the text lets more be granted than: sum, per
  share_at_most,        ///< at most a share of something: rate, of what
  rate_at_most,         ///< a rate as such: rate
  bounds_differ,        ///< a bound is counted otherwise than the sum: sum, per
  floored,              ///< at least: sum, per
  floored_where,        ///< at least, since the case holds: sum, per, case
  floored_maybe,        ///< at least, if the case holds: sum, per, case
  share_at_least,       ///< at least a share of something: rate, of what
  rate_at_least,        ///< a rate as such: rate
  years_exactly,        ///< paid for so many years: how many
  years_at_most,        ///< for at most so many years: how many
  order_unstated,       ///< several are paid for some years each; whether at once is not stated
};

struct Step {
  StepKind kind{};
  std::vector<std::string> values;
};

/// From `low` to `high`, in 分; nullopt where that bound is not known.
struct Range {
  std::optional<logic::Rational> low;
  std::optional<logic::Rational> high;
};

/// One component.
struct Part {
  const PlannedAmount* amount = nullptr;
  Range range;
  model::Counted per;  ///< what the range is counted for
  std::vector<Step> steps;
};

struct Estimate {
  model::EstimateKind kind = model::EstimateKind::unknown;
  std::optional<std::int64_t> low;   ///< 分, rounded half up; of exact, between and at_least
  std::optional<std::int64_t> high;  ///< 分, rounded half up; of exact, between and at_most
  model::Counted per;
  bool rounded = false;      ///< one of the two was no whole number of 分
  bool provisional = false;  ///< computed from what nobody has checked: 待核
  bool not_added = false;    ///< the parts are counted in different ways and do not add up
  std::vector<Part> parts;
  std::vector<std::size_t> missing;  ///< fields whose answers would make it closer
  /// Conditions in words of what is counted in the upper bound, though nobody knows whether they
  /// are met; of rows, all that may apply.
  std::vector<std::string_view> only_where;
};

/// Begins a sum in a step's values that was rounded to 分.
inline constexpr std::string_view kAbout = "≈";

/// figures: without the steps.
enum class Detail : std::uint8_t { figures, steps };

/// REQUIRES: the applicant is of the measure's plan.
Estimate estimate(const PlannedMeasure& measure, Applicant& applicant,
                  Detail detail = Detail::steps);

}  // namespace huice::match
