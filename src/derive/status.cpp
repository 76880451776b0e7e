// SPDX-License-Identifier: Apache-2.0
#include "derive/status.h"

namespace huice::derive {
namespace {

const model::Policy* successor(const model::Policy& policy, const model::Library& library) {
  for (const model::Policy& other : library.policies) {
    for (const model::Relation& relation : other.relations) {
      const bool replaces = relation.kind == model::RelationKind::supersedes;
      if (replaces && relation.policy == policy.id) return &other;
    }
  }
  return nullptr;
}

}  // namespace

Status status_of(const model::Policy& policy, const model::Library& library,
                 const model::Date& as_of) {
  if (const model::Policy* next = successor(policy, library)) return {Force::superseded, next};
  const model::PolicyDates& dates = policy.dates;
  if (dates.expires_on && *dates.expires_on < as_of) return {Force::expired, nullptr};
  const bool start_known = dates.effective && dates.effective->date;
  if (start_known && as_of < *dates.effective->date) return {Force::not_yet, nullptr};
  if (start_known && dates.expires_on) return {Force::in_force, nullptr};
  return {Force::unknown, nullptr};
}

}  // namespace huice::derive
