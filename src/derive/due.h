// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether the day by which a promise is to be kept, or a target reached, has passed. Whether it was
// kept or reached is never decided here: only a person's record or a figure says so.

#include "model/undertaking.h"

namespace huice::derive {

enum class Due {
  unstated,  ///< it names no day, or one that recurs
  to_come,
  passed,
  settled,  ///< recorded as done or cancelled, whatever its day
};

/// A promise is due by the end of its day.
Due due_of(const model::Undertaking& promise, const model::Date& as_of);

/// A target is due by the last day of its period.
Due due_of(const model::Target& target, const model::Date& as_of);

}  // namespace huice::derive
