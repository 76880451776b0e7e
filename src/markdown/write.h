// SPDX-License-Identifier: Apache-2.0
#pragma once

// Document -> whatever format is asked for.

#include "markdown/citation.h"
#include "markdown/heading_ids.h"
#include "markdown/tree.h"
#include "markup/format.h"

#include <cstdint>
#include <string>

namespace huice::markdown {

struct WriteOptions {
  int heading_shift = 0;              ///< as in HtmlOptions
  HeadingIds* heading_ids = nullptr;  ///< as in HtmlOptions
  std::string table_region_label{};   ///< as in HtmlOptions
  /// Gives citations their printed form. Without it Markdown keeps them and the others print the
  /// author's words.
  CitationWriter cite{};
};

/// The kind of text that write() has appended.
enum class Written : std::uint8_t {
  markup,     ///< of the format asked for: to be printed as it is
  plain_text  ///< to be escaped for the place it is printed in: a cell, a string, an attribute
};

/// Appends the document as `format` can hold it: HTML, Markdown and Typst have a form for it, plain
/// text, XML, JSON and CSV get its text alone. For the last three that ends without a line feed.
[[nodiscard]] Written write(const Document& document, markup::Format format,
                            const WriteOptions& options, std::string& out);

}  // namespace huice::markdown
