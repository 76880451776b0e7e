// SPDX-License-Identifier: Apache-2.0
#pragma once

// A character that huice puts into Markdown before cmark reads it and takes out of cmark's tree: it
// counts as punctuation, so that a run of `*` beside it can do more, and begins no block, so that
// what is behind it does not either. Where the author wrote that character, it is doubled first.

#include "base/edited_text.h"

#include <cmark.h>

#include <string_view>
#include <vector>

namespace huice::markdown {

/// A dash of old Greek print.
constexpr std::string_view kOwnMark = "\u2E17";

/// Doubles the author's own, also those written as character references. (Where a reference is
/// none, as in code, the mark before it is a single one and taken out again.)
std::vector<Edit> doubled_marks(std::string_view markdown);

/// Puts the mark at `at`, for the character before it (after it). Not beside signs of ASCII, which
/// are marks already and may be Markdown's, nor at the text's ends.
void mark_before(std::string_view text, std::size_t at, std::vector<Edit>& edits);
void mark_after(std::string_view text, std::size_t at, std::vector<Edit>& edits);

/// Takes huice's marks out of all text, code, addresses, titles and HTML, and halves the doubled
/// ones.
void remove_own_marks(cmark_node* root);

}  // namespace huice::markdown
