// SPDX-License-Identifier: Apache-2.0
#pragma once

// Blocks as Markdown, by way of Markdown's own tree, so that there is one spelling of it.

#include "document/document.h"
#include "markdown/tree.h"

#include <string>

namespace huice::document {

struct MarkdownOptions {
  /// Added to each heading's level; the result stays within 1 to 6.
  int heading_shift = 0;
  /// Citations stay `fact:` links, so that the text can be read back; else they are their words.
  bool keeps_citations = false;
};

/// The blocks as a tree of Markdown: fields are a table of two columns, a note is a quotation, a
/// figure a picture with its caption.
markdown::Document markdown_of(const Blocks& blocks);

/// Appends the blocks, with one blank line between them; the last one ends with a line feed.
void write_markdown(const Blocks& blocks, const MarkdownOptions& options, std::string& out);

}  // namespace huice::document
