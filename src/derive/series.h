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

/// visit(Series): what is on record of each indicator and region, in the library's order.
template <class Visit>
void each_series(const model::Library& library, const Visit& visit) {
  const auto& all = library.observations();
  for (std::size_t i = 0; i < all.size();) {
    const model::Series one = library.series(all[i].indicator, all[i].region);
    visit(one);
    i += static_cast<std::size_t>(one.end() - one.begin());
  }
}

}  // namespace huice::derive
