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
                                           {"phase", StepKind::phase},
                                           {"stages", StepKind::stages},
                                           {"foreign", StepKind::foreign},
                                           {"reduced", StepKind::reduced},
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
                                           {"cap-may-be-exceeded", StepKind::cap_may_be_exceeded},
                                           {"bounds-differ", StepKind::bounds_differ},
                                           {"floored", StepKind::floored},
                                           {"years-exactly", StepKind::years_exactly},
                                           {"years-at-most", StepKind::years_at_most},
                                           {"order-unstated", StepKind::order_unstated}});
static_assert(covers(kSteps, StepKind::order_unstated));

}  // namespace

std::string_view code(StepKind step) {
  return word_of(kSteps, step);
}

std::span<const std::string_view> value_names(StepKind step) {
  static constexpr std::array<std::string_view, 4> kRate{"rate", "base", "answer", "result"};
  static constexpr std::array<std::string_view, 4> kInterest{"rate", "reference", "loan", "result"};
  static constexpr std::array<std::string_view, 3> kPhase{"first", "last", "sum"};
  static constexpr std::array<std::string_view, 2> kBound{"sum", "per"};
  static constexpr std::array<std::string_view, 2> kTimes{"times", "when"};
  static constexpr std::array<std::string_view, 1> kField{"field"};
  static constexpr std::array<std::string_view, 1> kBase{"base"};
  static constexpr std::array<std::string_view, 1> kWhen{"when"};
  static constexpr std::array<std::string_view, 1> kCount{"count"};
  static constexpr std::array<std::string_view, 1> kLimit{"limit"};
  static constexpr std::array<std::string_view, 2> kReduced{"base", "rate"};
  static constexpr std::array<std::string_view, 1> kYears{"years"};
  switch (step) {
    case StepKind::fixed:
    case StepKind::foreign:
      return std::span(kBound).first(1);
    case StepKind::rate_of:
      return kRate;
    case StepKind::interest:
      return kInterest;
    case StepKind::base_unanswered:
      return kField;
    case StepKind::base_unknowable:
    case StepKind::reference_unknown:
      return kBase;
    case StepKind::phase:
      return kPhase;
    case StepKind::row:
      return kWhen;
    case StepKind::reduced:
      return kReduced;
    case StepKind::limited:
      return kLimit;
    case StepKind::stages:
    case StepKind::rows_open:
      return kCount;
    case StepKind::multiplied_award:
    case StepKind::multiplied_cap:
    case StepKind::multiplied_unclear:
    case StepKind::multiplied_maybe:
      return kTimes;
    case StepKind::capped:
    case StepKind::cap_may_be_exceeded:
    case StepKind::floored:
      return kBound;
    case StepKind::years_exactly:
    case StepKind::years_at_most:
      return kYears;
    case StepKind::interest_unknowable:
    case StepKind::no_row:
    case StepKind::unpublished:
    case StepKind::negotiated:
    case StepKind::unstated:
    case StepKind::bounds_differ:
    case StepKind::order_unstated:
      return {};
  }
  return {};
}

}  // namespace huice::match
