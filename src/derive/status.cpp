// SPDX-License-Identifier: Apache-2.0
#include "derive/status.h"

namespace huice::derive {
Status status_of(const model::Policy& policy, const Indexes& indexes, const model::Date& as_of) {
  if (const model::Policy* next = indexes.successor(policy.id)) return {Force::superseded, next};
  const model::PolicyDates& dates = policy.dates;
  if (dates.expires_on && *dates.expires_on < as_of) return {Force::expired, nullptr};
  const bool start_known = dates.effective && dates.effective->date;
  if (start_known && as_of < *dates.effective->date) return {Force::not_yet, nullptr};
  if (start_known && dates.expires_on) return {Force::in_force, nullptr};
  return {Force::unknown, nullptr};
}

}  // namespace huice::derive
