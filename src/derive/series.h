// SPDX-License-Identifier: Apache-2.0
#pragma once

// All figures of one indicator in one region, and which of them is the newest.

#include "model/library.h"

#include <string_view>

namespace huice::derive {

/// A span of Library::observations, in the order of their periods.
struct Series {
  const model::Observation* first = nullptr;
  const model::Observation* last = nullptr;  ///< one behind

  const model::Observation* begin() const { return first; }
  const model::Observation* end() const { return last; }
};

/// REQUIRES: library.index() has been called.
Series series(const model::Library& library, std::string_view indicator, std::string_view region);

/// The newest figure of the same indicator and region that ended by `as_of`, later than `than` and
/// about the same stretch of time (a year for a year, a day's state for a day's state); nullptr
/// where there is none, or where `than` has no stated period.
const model::Observation* newer(const model::Observation& than, const model::Library& library,
                                const model::Date& as_of);

}  // namespace huice::derive
