// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a policy is in force, as far as its records say. huice never decides that: a day counts
// only where a person has confirmed it, and what the records leave open is said to be open.

#include "derive/indexes.h"

namespace huice::derive {

enum class Force {
  in_force,
  not_yet,
  expired,
  superseded,
  unknown_succession,  ///< a later text replaces it, from a day nobody has confirmed
  unknown_start,       ///< 施行日期未载明 or not confirmed
  unknown_term,        ///< 有效期未载明
};

struct Status {
  Force force = Force::unknown_term;
  const model::Policy* successor = nullptr;  ///< for superseded and unknown_succession
};

/// Whether a person has confirmed the policy's first day.
bool has_start(const model::Policy& policy);

/// The status on `as_of`; not_yet before the day it was signed, too. in_force needs a confirmed
/// first day and a last day.
Status status_of(const model::Policy& policy, const Indexes& indexes, const model::Date& as_of);

}  // namespace huice::derive
