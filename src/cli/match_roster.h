// SPDX-License-Identifier: Apache-2.0
#pragma once

// 政策找企业: every enterprise of a table against every measure.

#include "cli/commands.h"
#include "match/plan.h"
#include "view/words.h"

namespace huice::cli {

/// Streams the roster through all processors in the order of its rows; memory does not grow with
/// it. Cells that cannot be read are reported and leave the rest as it is: Exit::problems then,
/// with the output written. Where the table cannot be read to its end, nothing is written.
Exit match_roster(const match::Plan& plan, const MatchOptions& options, const view::Words& words,
                  World& world, Diagnostics& problems);

}  // namespace huice::cli
