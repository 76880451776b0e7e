// SPDX-License-Identifier: Apache-2.0
#pragma once

// Grows a Document in reading order; for parse() alone.

#include "markdown/tree.h"

#include <string_view>
#include <vector>

namespace huice::markdown {

class TreeBuilder {
 public:
  TreeBuilder();

  /// Room for a text of `bytes` bytes, so that growing it copies nothing.
  void reserve(std::size_t bytes);

  /// Keeps `text` in the Document's buffer, with U+FFFD for control characters and the like that
  /// XML cannot hold.
  Slice store(std::string_view text);

  /// Opens a node; what follows is inside it until close().
  void open(const Node& node);
  void close();

  /// Adds a node without children.
  void leaf(const Node& node);

  /// Adds text; it joins a text node directly before it.
  void text(std::string_view text, SourcePos where);

  /// Whether nothing of the line that is being read has come.
  bool begins_line() const;
  /// The last character, where the node before is a text node, whatever it is in; else 0.
  char32_t last_character() const;

  /// REQUIRES: every open() has its close(). The builder is empty afterwards.
  Document finish();

 private:
  Document document_;
  std::vector<NodeId> open_;
  bool joins_ = false;  ///< the last node is a text node and still open to more text
};

}  // namespace huice::markdown
