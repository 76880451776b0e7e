// SPDX-License-Identifier: Apache-2.0
#include "match/codes.h"

#include "model/schema/choice.h"

#include <array>

namespace huice::match {

std::string_view code(Caution caution) {
  return model::schema::word(caution);
}

std::string_view code(StepKind step) {
  switch (step) {
    case StepKind::fixed:
      return "fixed";
    case StepKind::rate_of:
      return "rate-of";
    case StepKind::interest:
      return "interest";
    case StepKind::base_unanswered:
      return "base-unanswered";
    case StepKind::base_unknowable:
      return "base-unknowable";
    case StepKind::interest_unknowable:
      return "interest-unknowable";
    case StepKind::reference_unknown:
      return "reference-unknown";
    case StepKind::row:
      return "row";
    case StepKind::rows_open:
      return "rows-open";
    case StepKind::no_row:
      return "no-row";
    case StepKind::unpublished:
      return "unpublished";
    case StepKind::negotiated:
      return "negotiated";
    case StepKind::unstated:
      return "unstated";
    case StepKind::multiplied_award:
      return "multiplied-award";
    case StepKind::multiplied_cap:
      return "multiplied-cap";
    case StepKind::multiplied_unclear:
      return "multiplied-unclear";
    case StepKind::multiplied_maybe:
      return "multiplied-maybe";
    case StepKind::capped:
      return "capped";
    case StepKind::cap_may_be_exceeded:
      return "cap-may-be-exceeded";
    case StepKind::bounds_differ:
      return "bounds-differ";
    case StepKind::floored:
      return "floored";
    case StepKind::years_exactly:
      return "years-exactly";
    case StepKind::years_at_most:
      return "years-at-most";
  }
  return {};
}

std::span<const std::string_view> value_names(StepKind step) {
  static constexpr std::array<std::string_view, 4> kRate{"rate", "base", "answer", "result"};
  static constexpr std::array<std::string_view, 4> kInterest{"rate", "reference", "loan", "result"};
  static constexpr std::array<std::string_view, 2> kBound{"sum", "per"};
  static constexpr std::array<std::string_view, 2> kTimes{"times", "when"};
  static constexpr std::array<std::string_view, 1> kField{"field"};
  static constexpr std::array<std::string_view, 1> kBase{"base"};
  static constexpr std::array<std::string_view, 1> kWhen{"when"};
  static constexpr std::array<std::string_view, 1> kCount{"count"};
  static constexpr std::array<std::string_view, 1> kYears{"years"};
  switch (step) {
    case StepKind::fixed:
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
    case StepKind::row:
      return kWhen;
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
      return {};
  }
  return {};
}

}  // namespace huice::match
