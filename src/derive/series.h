// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which figure of one indicator in one region is the newest.

#include "model/library.h"

namespace huice::derive {

/// The newest figure of the same indicator and region that ended by `as_of`, later than `than` and
/// about the same stretch of time (a year for a year, a day's state for a day's state); nullptr
/// where there is none, or where `than` has no stated period.
const model::Observation* newer(const model::Observation& than, const model::Library& library,
                                const model::Date& as_of);

}  // namespace huice::derive
