// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where a pipe table ends that cmark, which knows none, reads on as a paragraph: a paragraph takes
// in lines that lack the markers of the blocks around it, and indented ones; a table does not.

#include "base/edited_text.h"
#include "markdown/line_index.h"

#include <cmark.h>

#include <vector>

namespace huice::markdown {

/// An empty line before the first such line of each table in the text that cmark has read as
/// `root`. The text has to be read again, and may then have further tables. REQUIRES: lines are
/// those of the text.
std::vector<Edit> table_end_edits(cmark_node* root, const LineIndex& lines);

}  // namespace huice::markdown
