// SPDX-License-Identifier: Apache-2.0
#pragma once

// Blocks as HTML that is also well-formed XML. Everything is escaped; no style attributes.

#include "document/document.h"

#include <functional>
#include <string>

namespace huice::document {

struct HtmlOptions {
  /// Added to each heading's level; the result stays within h1 to h6.
  int heading_shift = 0;
  /// Where a citation leads; empty, or without the function: nowhere. What it cites is kept beside
  /// its words in either case, as `data-fact`.
  std::function<std::string(const Run& citation)> leads_to{};
};

/// Appends the blocks; each ends with a line feed.
void write_html(const Blocks& blocks, const HtmlOptions& options, std::string& out);

/// Appends the runs alone.
void write_html_inline(const Runs& runs, const HtmlOptions& options, std::string& out);

}  // namespace huice::document
