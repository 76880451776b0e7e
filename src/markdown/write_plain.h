// SPDX-License-Identifier: Apache-2.0
#pragma once

// Document -> text to be read as it is: search index, page descriptions, messages, plain letters.

#include "markdown/citation.h"
#include "markdown/tree.h"

#include <string>
#include <string_view>

namespace huice::markdown {

struct PlainOptions {
  enum class Links {
    text,          ///< 实施细则
    text_and_url,  ///< 实施细则（https://…）; the URL alone where it is the text
  };
  Links links = Links::text;

  /// Stands between the cells of a table row; "、" suits a sentence.
  std::string_view cell_separator = "\t";

  /// Gives citations their printed form; without it they print the author's words in the citation.
  CitationWriter cite{};
};

/// Appends the document. Blocks are separated by a blank line, the items of a tight list by a line
/// feed; list items start with "- " or their number, quoted lines with "> "; the last block ends
/// with one line feed; an empty document appends nothing.
void write_plain(const Document& document, const PlainOptions& options, std::string& out);

/// Appends the inline content alone, all breaks as spaces, blocks and cells separated by a space,
/// without a line feed at the end.
void write_plain_inline(const Document& document, const PlainOptions& options, std::string& out);

}  // namespace huice::markdown
