// SPDX-License-Identifier: Apache-2.0
#pragma once

// Document -> HTML that is also well-formed XML (EPUB takes it as it is). Everything is escaped;
// no style attributes, so a strict Content-Security-Policy holds.

#include "markdown/citation.h"
#include "markdown/heading_ids.h"
#include "markdown/tree.h"

#include <string>
#include <string_view>

namespace huice::markdown {

struct HtmlOptions {
  /// Added to each heading's level, so that a record's `# x` can be h3 in a page; the result stays
  /// within h1 to h6.
  int heading_shift = 0;

  /// The ids of the page's headings so far. Where set, each heading gets one, and a link to
  /// `#slug` leads to the heading of that slug in this document, whatever its id became.
  HeadingIds* heading_ids = nullptr;

  /// Where set, each table is in a region that scrolls by itself and can be reached by
  /// keyboard: `<div class="table-scroll" tabindex="0" role="region" aria-label="…">`.
  std::string table_region_label{};

  /// Gives citations their printed form; without it they print the author's words in the citation,
  /// not linked.
  CitationWriter cite{};
};

/// Appends the document. Each block ends with a line feed, the last one too; an empty document
/// appends nothing. Aligned table cells carry class align-left, align-center or align-right.
void write_html(const Document& document, const HtmlOptions& options, std::string& out);

/// Appends only the inline content of the blocks, without <p> and without a line feed at the end;
/// where there is more than one block, their contents are separated by a space.
void write_html_inline(const Document& document, const HtmlOptions& options, std::string& out);

/// ` class="align-right"`, as a cell of such a column carries it; empty for Align::none.
std::string_view align_attribute(Align align);

}  // namespace huice::markdown
