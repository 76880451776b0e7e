// SPDX-License-Identifier: Apache-2.0
#pragma once

// Indentation as Chinese is typed: a paragraph begins with two full-width blanks (U+3000) or with
// four or more blanks, and the next one often without an empty line between. CommonMark takes four
// blanks for code and U+3000 for a letter. Here Chinese text so indented is a paragraph of its own,
// without the indentation; code with Chinese in it is written in fences.

#include "base/edited_text.h"
#include "markdown/line_index.h"

#include <cmark.h>

#include <string_view>
#include <vector>

namespace huice::markdown {

/// Whether a text has anything that indentation_edits() could be about.
bool may_be_indented(std::string_view markdown);

/// What to change of the text that cmark has read as `root`:
/// - of indented code, the indentation of lines around which no line is empty, where one of them
///   has Chinese: each is a paragraph, or where it begins a list, a quote or a table, that;
/// - of a paragraph's line that begins with U+3000, or outside of lists with four or more blanks
///   before Chinese, the indentation: it begins a paragraph;
/// - of a line that has nothing but blanks and U+3000, all: it is an empty line.
/// Where indentation keeps a line from beginning a heading, a list and the like, it still does not.
/// The text has to be read and changed again until nothing is left: what was code may hold more.
/// REQUIRES: lines are those of the text.
std::vector<Edit> indentation_edits(cmark_node* root, const LineIndex& lines);

}  // namespace huice::markdown
