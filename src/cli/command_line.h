// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/world.h"

#include <string>
#include <vector>

namespace huice::cli {

/// Runs `huice arguments…` and gives the exit code (Exit). Never throws.
int run(const std::vector<std::string>& arguments, World& world);

}  // namespace huice::cli
