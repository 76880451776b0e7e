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

/// How many bytes may be written and read back in search of a spelling that reads as it should: for
/// all texts of a document, so that a long one with hard emphasis costs no more than one of its
/// length.
class SpellingBudget {
 public:
  explicit SpellingBudget(std::size_t document_bytes)
      : bytes_((std::size_t{128} << 10U) + 4 * document_bytes) {}
  /// Whether there is room for another try of so many bytes, which is then gone.
  bool take(std::size_t bytes) {
    const bool has_room = bytes <= bytes_;
    if (has_room) bytes_ -= bytes;
    return has_room;
  }

 private:
  std::size_t bytes_;
};

/// The Markdown of `id`'s children. Line feeds in it are the breaks.
std::string inline_markdown(const Document& document, NodeId id, const CitationWriter& cite,
                            InlinePlace place, SpellingBudget& budget);

}  // namespace huice::markdown
