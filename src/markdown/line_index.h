// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the lines of a Markdown text start, counted as cmark counts them.

#include "markdown/tree.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace huice::markdown {

class LineIndex {
 public:
  /// REQUIRES: text outlives the index.
  explicit LineIndex(std::string_view text);

  /// How many lines there are.
  std::size_t count() const { return starts_.size() - 1; }

  /// The line without its line end; empty beyond the text. Numbers start at 1.
  std::string_view line(std::size_t number) const;

  /// The byte of a place, kept within its line, since cmark's inline columns may be off in
  /// nested blocks.
  std::size_t offset(SourcePos place) const;

  /// The place of a byte.
  SourcePos place(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;  ///< one more than there are lines
};

}  // namespace huice::markdown
