// SPDX-License-Identifier: Apache-2.0
#include "derive/status.h"

#include <algorithm>

namespace huice::derive {
namespace {

using model::Date;
using model::Policy;

// When its text was first known, for one that is only named elsewhere.
std::optional<Date> known_on(const Policy& policy) {
  return policy.dates.signed_on ? policy.dates.signed_on : policy.dates.known_on;
}

bool is_before_start(const Policy& policy, const Date& as_of) {
  const auto start = start_of(policy).confirmed;
  return start && as_of < *start;
}

// The newest by the day it was signed; of several that do not say, the last.
void set_newer(Status& status, const Policy& policy, const Indexes& indexes, const Date& as_of) {
  for (const Amendment& one : indexes.amendments(policy.id)) {
    const auto known = known_on(*one.policy);
    if ((known && as_of < *known) || is_before_start(*one.policy, as_of)) continue;
    const auto of_newest = status.newer == nullptr ? std::nullopt : known_on(*status.newer);
    if (of_newest && known && *known < *of_newest) continue;
    status.newer = one.policy;
    status.newer_kind = one.kind;
  }
}

// What another text does to it, by that day.
std::optional<Status> ended_by(const Policy* other, Force ended, const Date& as_of) {
  const auto start = other == nullptr ? std::nullopt : start_of(*other).confirmed;
  if (!start || as_of < *start) return std::nullopt;
  return Status{.force = ended, .successor = other, .day = start};
}

Status status_alone(const Policy& policy, const Indexes& indexes, const Date& as_of) {
  const Policy* next = indexes.successor(policy.id);
  const Policy* repealer = indexes.repealer(policy.id);
  if (const auto ended = ended_by(next, Force::superseded, as_of)) return *ended;
  if (const auto ended = ended_by(repealer, Force::repealed, as_of)) return *ended;
  const model::PolicyDates& dates = policy.dates;
  if (dates.expires_on && *dates.expires_on < as_of) {
    return {.force = Force::expired, .day = dates.expires_on->plus_days(1)};
  }
  const Start start = start_of(policy);
  const auto first = start.confirmed ? start.confirmed : start.earliest;
  // A text that nobody has signed yet cannot be in force, whatever else is open.
  if (dates.signed_on && as_of < *dates.signed_on) {
    return {.force = Force::not_yet,
            .day = std::max(first.value_or(*dates.signed_on), *dates.signed_on)};
  }
  if (next != nullptr && !start_of(*next).confirmed) {
    return {.force = Force::unknown_succession, .successor = next};
  }
  if (repealer != nullptr && !start_of(*repealer).confirmed) {
    return {.force = Force::unknown_repeal, .successor = repealer};
  }
  if (first && as_of < *first) return {.force = Force::not_yet, .day = first};
  if (!dates.expires_on) return {.force = Force::unknown_term};
  return {.force = start.confirmed ? Force::in_force : Force::unknown_start};
}

}  // namespace

Start start_of(const Policy& policy) {
  const auto& effective = policy.dates.effective;
  const auto& signed_on = policy.dates.signed_on;
  if (!effective) return {};
  // A stated day that nobody has confirmed starts nothing, and puts nothing off.
  if (effective->date && !effective->confirmed) return {};
  if (effective->date) return {effective->date, effective->date, true};
  if (!effective->days) return {};
  const auto& base = effective->base == "published" ? policy.dates.published_on : signed_on;
  if (base) return {std::nullopt, base->plus_days(*effective->days), true};
  if (signed_on) return {std::nullopt, signed_on->plus_days(*effective->days), false};
  return {};
}

Status status_of(const Policy& policy, const Indexes& indexes, const Date& as_of) {
  Status status = status_alone(policy, indexes, as_of);
  set_newer(status, policy, indexes, as_of);
  return status;
}

Status status_of(const model::MeasureRef& measure, const Indexes& indexes, const Date& as_of) {
  const auto& own = measure.measure->validity;
  Status whole = status_of(*measure.in.policy, indexes, as_of);
  if (own && own->to && *own->to < as_of) {
    return {.force = Force::expired, .day = own->to->plus_days(1)};
  }
  if (own && own->from && as_of < *own->from) {
    return {.force = Force::not_yet, .day = own->from};
  }
  const bool open = whole.force == Force::unknown_term || whole.force == Force::unknown_start;
  if (own && own->from && own->to && open) whole.force = Force::in_force;
  return whole;
}

}  // namespace huice::derive
