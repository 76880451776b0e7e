// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/library.h"

#include <cstddef>

namespace huice::match {

/// The place itself, or the nearest region around it, that `test` takes; nullptr where none is, or
/// there is no place. Ends where records lead in a circle, too.
template <class Test>
const model::Region* nearest_around(const model::Library& library, const model::Region* place,
                                    const Test& test) {
  for (std::size_t steps = 0; place != nullptr && steps <= library.regions().size(); ++steps) {
    if (test(*place)) return place;
    place = library.region(place->parent);
  }
  return nullptr;
}

}  // namespace huice::match
