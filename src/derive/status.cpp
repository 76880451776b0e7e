// SPDX-License-Identifier: Apache-2.0
#include "derive/status.h"

namespace huice::derive {
namespace {

// The first day, where a person has confirmed it.
std::optional<model::Date> start_of(const model::Policy& policy) {
  const auto& effective = policy.dates.effective;
  return effective && effective->confirmed ? effective->date : std::nullopt;
}

}  // namespace

bool has_start(const model::Policy& policy) {
  return start_of(policy).has_value();
}

Status status_of(const model::Policy& policy, const Indexes& indexes, const model::Date& as_of) {
  const model::Policy* next = indexes.successor(policy.id);
  const auto next_start = next == nullptr ? std::nullopt : start_of(*next);
  if (next_start && *next_start <= as_of) return {Force::superseded, next};
  const model::PolicyDates& dates = policy.dates;
  if (dates.expires_on && *dates.expires_on < as_of) return {Force::expired, nullptr};
  // A text that nobody has signed yet cannot be in force, whatever else is open.
  if (dates.signed_on && as_of < *dates.signed_on) return {Force::not_yet, nullptr};
  if (next != nullptr && !next_start) return {Force::unknown_succession, next};
  const auto start = start_of(policy);
  if (start && as_of < *start) return {Force::not_yet, nullptr};
  if (!dates.expires_on) return {Force::unknown_term, nullptr};
  return {start ? Force::in_force : Force::unknown_start, nullptr};
}

}  // namespace huice::derive
