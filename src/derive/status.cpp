// SPDX-License-Identifier: Apache-2.0
#include "derive/status.h"

namespace huice::derive {
namespace {

bool starts_after(const model::Policy& policy, const model::Date& day) {
  return policy.dates.effective && policy.dates.effective->date &&
         day < *policy.dates.effective->date;
}

}  // namespace

Status status_of(const model::Policy& policy, const Indexes& indexes, const model::Date& as_of) {
  const model::Policy* next = indexes.successor(policy.id);
  if (next != nullptr && !starts_after(*next, as_of)) return {Force::superseded, next};
  const model::PolicyDates& dates = policy.dates;
  if (dates.expires_on && *dates.expires_on < as_of) return {Force::expired, nullptr};
  const bool start_known = dates.effective && dates.effective->date;
  if (starts_after(policy, as_of)) return {Force::not_yet, nullptr};
  if (start_known && dates.expires_on) return {Force::in_force, nullptr};
  return {Force::unknown, nullptr};
}

}  // namespace huice::derive
