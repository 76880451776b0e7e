// SPDX-License-Identifier: Apache-2.0
#pragma once

// Typst markup of a Document, for booklets and letters as PDF.

#include "markdown/citation.h"
#include "markdown/tree.h"

#include <string>

namespace huice::markdown {

struct TypstOptions {
  /// As in HtmlOptions; levels stay within 1 to 6.
  int heading_shift = 0;

  /// Gives citations their printed form; without it they print the author's words in the citation.
  CitationWriter cite{};
};

/// Appends the document as Typst content: blocks with a blank line between them. Structure is
/// written as function calls, text with a backslash before each ASCII sign, so that nothing an
/// author wrote can be read as code or as a typographic shorthand. Images give their alternative
/// text; an address that is not safe (markup::is_safe_address) is left out.
void write_typst(const Document& document, const TypstOptions& options, std::string& out);

}  // namespace huice::markdown
