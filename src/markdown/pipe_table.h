// SPDX-License-Identifier: Apache-2.0
#pragma once

// The pipe tables of GitHub Flavored Markdown 0.29, section 4.10, over the lines of a paragraph.
// One point is narrower here: the delimiter row must have a pipe, so that a line of dashes and
// colons below a line of text is not taken for a table of one column.

#include "markdown/block_lines.h"
#include "markdown/tree.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace huice::markdown {

/// A larger table stays a paragraph: GFM fills short rows up, so that a small text could ask for
/// any number of cells.
constexpr std::size_t kMaxTableCells = std::size_t{1} << 18;

/// A cell as written: inline Markdown whose `\|` are already plain pipes.
struct PipeCell {
  std::string source;
  std::size_t offset = 0;  ///< of the cell's first byte in its line
};
using PipeRow = std::vector<PipeCell>;

struct PipeTable {
  std::size_t header_line = 0;  ///< index of the header row; the lines before it are a paragraph
  std::vector<Align> columns;
  std::vector<PipeRow> rows;  ///< header first; each has at most columns.size() cells
};

/// The index of the first table's header row in the lines of a paragraph. The table's delimiter
/// row is no loose line; those of its rows are for table_ends.h.
std::optional<std::size_t> find_header(std::span<const ParagraphLine> lines);

/// The first table in the lines of a paragraph.
std::optional<PipeTable> find_pipe_table(std::span<const ParagraphLine> lines);

}  // namespace huice::markdown
