// SPDX-License-Identifier: Apache-2.0
#include "match/codes.h"

#include "model/schema/choice.h"

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

}  // namespace huice::match
