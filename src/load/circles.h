// SPDX-License-Identifier: Apache-2.0
#pragma once

// References that must not lead back to where they began.

#include "base/diagnostic.h"
#include "model/library.h"
#include "model/locator.h"

namespace huice::load {

/// Reports each reference that closes a circle, a reference to the record itself included: regions
/// within regions, units under units, bodies that took over from each other, and texts that as a
/// whole replace, repeal, amend or implement each other, or are versions of each other.
void check_circles(const model::Library& library, model::Locator& locator, Diagnostics& problems);

}  // namespace huice::load
