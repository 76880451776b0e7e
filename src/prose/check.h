// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads every prose field of a library once, for its problems alone.

#include "model/library.h"
#include "model/locator.h"

namespace huice::prose {

/// Reports what prose::read() finds in any prose field.
void check_all(const model::Library& library, model::Locator& locator, Diagnostics& problems);

}  // namespace huice::prose
