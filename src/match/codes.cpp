// SPDX-License-Identifier: Apache-2.0
#include "match/codes.h"

#include "base/choices.h"

#include <array>

namespace huice::match {
namespace {

constexpr auto kSteps = choices<StepKind>({{"fixed", StepKind::fixed},
                                           {"rate-of", StepKind::rate_of},
                                           {"interest", StepKind::interest},
                                           {"base-unanswered", StepKind::base_unanswered},
                                           {"base-unknowable", StepKind::base_unknowable},
                                           {"interest-unknowable", StepKind::interest_unknowable},
                                           {"reference-unknown", StepKind::reference_unknown},
                                           {"band", StepKind::band},
                                           {"phase", StepKind::phase},
                                           {"phase-year", StepKind::phase_year},
                                           {"stages", StepKind::stages},
                                           {"foreign", StepKind::foreign},
                                           {"reduced", StepKind::reduced},
                                           {"allowance", StepKind::allowance},
                                           {"allowance-maybe", StepKind::allowance_maybe},
                                           {"readings-open", StepKind::readings_open},
                                           {"reading", StepKind::reading},
                                           {"limited", StepKind::limited},
                                           {"row", StepKind::row},
                                           {"rows-open", StepKind::rows_open},
                                           {"no-row", StepKind::no_row},
                                           {"unpublished", StepKind::unpublished},
                                           {"negotiated", StepKind::negotiated},
                                           {"unstated", StepKind::unstated},
                                           {"multiplied-award", StepKind::multiplied_award},
                                           {"multiplied-cap", StepKind::multiplied_cap},
                                           {"multiplied-unclear", StepKind::multiplied_unclear},
                                           {"multiplied-maybe", StepKind::multiplied_maybe},
                                           {"capped", StepKind::capped},
                                           {"capped-where", StepKind::capped_where},
                                           {"capped-maybe", StepKind::capped_maybe},
                                           {"capped-together", StepKind::capped_together},
                                           {"cap-may-be-exceeded", StepKind::cap_may_be_exceeded},
                                           {"share-at-most", StepKind::share_at_most},
                                           {"rate-at-most", StepKind::rate_at_most},
                                           {"bounds-differ", StepKind::bounds_differ},
                                           {"floored", StepKind::floored},
                                           {"floored-where", StepKind::floored_where},
                                           {"floored-maybe", StepKind::floored_maybe},
                                           {"share-at-least", StepKind::share_at_least},
                                           {"rate-at-least", StepKind::rate_at_least},
                                           {"years-exactly", StepKind::years_exactly},
                                           {"years-at-most", StepKind::years_at_most},
                                           {"order-unstated", StepKind::order_unstated}});
static_assert(covers(kSteps, StepKind::order_unstated));

}  // namespace

std::string_view code(StepKind step) {
  return word_of(kSteps, step);
}

// Long: one line a step.
// NOLINTNEXTLINE(readability-function-size)
std::span<const std::string_view> value_names(StepKind step) {
  static constexpr std::array<std::string_view, 4> kRate{"rate", "base", "answer", "result"};
  static constexpr std::array<std::string_view, 4> kInterest{"rate", "reference", "loan", "result"};
  static constexpr std::array<std::string_view, 4> kBand{"when", "part", "rate", "result"};
  static constexpr std::array<std::string_view, 3> kPhase{"first", "last", "sum"};
  static constexpr std::array<std::string_view, 2> kYear{"year", "sum"};
  static constexpr std::array<std::string_view, 3> kBound{"sum", "per", "when"};
  static constexpr std::array<std::string_view, 2> kTimes{"times", "when"};
  static constexpr std::array<std::string_view, 1> kField{"field"};
  static constexpr std::array<std::string_view, 1> kCount{"count"};
  static constexpr std::array<std::string_view, 3> kLimit{"when", "base", "limit"};
  static constexpr std::array<std::string_view, 3> kReduced{"base", "rate", "base"};
  static constexpr std::array<std::string_view, 1> kYears{"years"};
  switch (step) {
    case StepKind::fixed:
    case StepKind::foreign:
      return std::span(kBound).first(1);
    case StepKind::rate_of:
      return kRate;
    case StepKind::interest:
      return kInterest;
    case StepKind::band:
      return kBand;
    case StepKind::base_unanswered:
      return kField;
    case StepKind::base_unknowable:
    case StepKind::reference_unknown:
      return std::span(kReduced).first(1);
    case StepKind::phase:
      return kPhase;
    case StepKind::phase_year:
      return kYear;
    case StepKind::row:
    case StepKind::reading:
      return std::span(kLimit).first(1);
    case StepKind::reduced:
      return std::span(kReduced).first(2);
    case StepKind::allowance:
      return std::span(kLimit).last(2);
    case StepKind::allowance_maybe:
      return kLimit;
    case StepKind::limited:
      return std::span(kLimit).last(1);
    case StepKind::stages:
    case StepKind::rows_open:
    case StepKind::readings_open:
      return kCount;
    case StepKind::multiplied_award:
    case StepKind::multiplied_cap:
    case StepKind::multiplied_unclear:
    case StepKind::multiplied_maybe:
      return kTimes;
    case StepKind::share_at_most:
    case StepKind::share_at_least:
      return std::span(kReduced).last(2);
    case StepKind::rate_at_most:
    case StepKind::rate_at_least:
      return std::span(kReduced).subspan(1, 1);
    case StepKind::capped:
    case StepKind::capped_together:
    case StepKind::cap_may_be_exceeded:
    case StepKind::bounds_differ:
    case StepKind::floored:
      return std::span(kBound).first(2);
    case StepKind::capped_where:
    case StepKind::capped_maybe:
    case StepKind::floored_where:
    case StepKind::floored_maybe:
      return kBound;
    case StepKind::years_exactly:
    case StepKind::years_at_most:
      return kYears;
    case StepKind::interest_unknowable:
    case StepKind::no_row:
    case StepKind::unpublished:
    case StepKind::negotiated:
    case StepKind::unstated:
    case StepKind::order_unstated:
      return {};
  }
  return {};
}

}  // namespace huice::match
