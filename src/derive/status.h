// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a policy is in force, as far as its records tell. huice never decides that: where the
// text gives no term and nobody has ruled, the answer is `unknown`.

#include "derive/indexes.h"

namespace huice::derive {

enum class Force { in_force, not_yet, expired, superseded, unknown };

struct Status {
  Force force = Force::unknown;
  const model::Policy* superseded_by = nullptr;  ///< for `superseded`
};

/// The status on `as_of`. in_force needs a first and a last day, both stated or confirmed.
Status status_of(const model::Policy& policy, const Indexes& indexes, const model::Date& as_of);

}  // namespace huice::derive
