// SPDX-License-Identifier: Apache-2.0
#pragma once

// What rules read in a prose field: its citations, and its words without them.

#include "model/library.h"
#include "model/walk.h"
#include "prose/prose.h"

#include <string>
#include <vector>

namespace huice::check {

using model::ProseField;

/// The citations of a field; what is wrong with them has been reported before (src/prose).
std::vector<prose::Citation> citations_of(const ProseField& field, const model::Library& library);

/// The field's Markdown with blanks in place of citations, code and addresses; offsets stay.
std::string words_of(const ProseField& field, const std::vector<prose::Citation>& citations);

}  // namespace huice::check
