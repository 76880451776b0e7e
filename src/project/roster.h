// SPDX-License-Identifier: Apache-2.0
#pragma once

// 政策找企业: every enterprise of a table against every measure.

#include "match/plan.h"
#include "project/verbs.h"
#include "view/words.h"

namespace huice::project {

/// Streams the roster through all processors in the order of its rows; memory does not grow with
/// it. Cells that cannot be read are reported and leave the rest as it is: Outcome::problems then,
/// with the output written. Where the table cannot be read to its end, nothing is written.
void match_roster(const match::Plan& plan, const MatchOptions& options, const view::Words& words,
                  const Setting& setting, Answer& answer);

}  // namespace huice::project
