// SPDX-License-Identifier: Apache-2.0
#pragma once

// From a command line to a project and back.

#include "cli/world.h"
#include "project/setting.h"

#include <functional>

namespace huice::cli {

/// What a project is opened in, from what the command line runs in. REQUIRES: world outlives it.
project::Setting setting_of(World& world);

/// The exit code of an answer: that of a machine that failed, where problems of the input could not
/// be told from it.
Exit exit_of(const project::Answer& answer);

/// Writes a result; on a terminal, what would drive it is shown as signs.
void print(const std::string& text, World& world);

/// Asks with a setting that draws a progress bar, counting `noun`, and shows the answer; names what
/// to mend first where `with_first`.
Exit shown_with_progress(const std::function<project::Answer(const project::Setting& setting)>& ask,
                         const Argument& noun, World& world, bool with_first = false);

/// Shows the problems, the result and the sentence on it; the exit code.
Exit shown(const project::Answer& answer, World& world);

}  // namespace huice::cli
