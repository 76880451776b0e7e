// SPDX-License-Identifier: Apache-2.0
#pragma once

// The inline content of one block as Markdown.

#include "markdown/citation.h"
#include "markdown/tree.h"

#include <string>

namespace huice::markdown {

/// Where inline Markdown will be; it decides what has to be escaped.
enum class InlinePlace {
  paragraph,  ///< breaks are kept
  heading,    ///< after `#`: one line, breaks become spaces
  cell,       ///< in a table: one line, pipes escaped
};

/// The Markdown of `id`'s children. Line feeds in it are the breaks.
std::string inline_markdown(const Document& document, NodeId id, const CitationWriter& cite,
                            InlinePlace place);

}  // namespace huice::markdown
