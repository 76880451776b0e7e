// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.h"

#include <string>
#include <vector>

namespace huice::cli {

/// From now on the process ends (Exit::environment), saying so on standard error in the language
/// that `arguments` and `world` ask for, where ICU gets no memory: ICU 72 goes on without it, reads
/// through null, waits for itself forever, or sorts by another order and says nothing. What was
/// published stays as it is, as after any sudden end.
/// REQUIRES: no thread uses ICU yet.
void end_where_icu_gets_no_memory(const std::vector<std::string>& arguments, const World& world);

}  // namespace huice::cli
