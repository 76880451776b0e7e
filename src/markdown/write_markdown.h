// SPDX-License-Identifier: Apache-2.0
#pragma once

// Document -> canonical Markdown: parse() of what is written gives the same tree.

#include "markdown/citation.h"
#include "markdown/tree.h"

#include <string>

namespace huice::markdown {

struct MarkdownOptions {
  /// As in HtmlOptions; levels stay within 1 to 6.
  int heading_shift = 0;

  /// Gives citations their printed form; without it they stay `fact:` links, so that the text can
  /// be read back.
  CitationWriter cite{};
};

/// Appends the document. Blocks are separated by one blank line; the last one ends with one line
/// feed; an empty document appends nothing.
void write_markdown(const Document& document, const MarkdownOptions& options, std::string& out);

/// Appends the inline content alone, on one line and without a line feed at the end. Its pipes are
/// escaped, so that it can be in a table cell; blocks are separated by a space.
void write_markdown_inline(const Document& document, const MarkdownOptions& options,
                           std::string& out);

}  // namespace huice::markdown
