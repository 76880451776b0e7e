// SPDX-License-Identifier: Apache-2.0
#pragma once

// The pass over cmark's tree that finds paragraphs which are pipe tables and has their cells read
// as inline Markdown.

#include "markdown/cmark_tree.h"
#include "markdown/line_index.h"
#include "markdown/pipe_table.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace huice::markdown {

/// The table that a paragraph turned out to be. Nodes belong to the TablePass.
struct TableSource {
  PipeTable table;
  SourcePos where;                   ///< of the header row
  cmark_node* lead = nullptr;        ///< the paragraph of the lines before the header row, if any
  std::vector<cmark_node*> cells{};  ///< a paragraph each, row after row, only written ones
};

class TablePass {
 public:
  /// Each paragraph of `root` that is a table gets its TableSource as user data.
  /// `has_marks` where the text has those of own_mark.h.
  /// REQUIRES: lines outlives the pass; root stays unchanged.
  TablePass(cmark_node* root, const LineIndex& lines, std::string_view markdown, bool has_marks);

  /// The place in the Markdown text of a place in the nodes of a TableSource.
  SourcePos original(SourcePos place) const;

  static const TableSource* of(cmark_node* paragraph) {
    return static_cast<const TableSource*>(cmark_node_get_user_data(paragraph));
  }

 private:
  struct Origin {
    SourcePos place;
    std::uint32_t skipped = 0;  ///< bytes put before the line
  };

  void inspect(cmark_node* paragraph);
  void write_lead(const std::vector<ParagraphLine>& lines, const TableSource& source,
                  std::uint32_t first_line);
  void append_line(std::string_view prefix, std::string_view text, SourcePos origin);
  void link_nodes();

  const LineIndex& lines_;
  std::deque<TableSource> sources_;
  std::string text_;             ///< leads and cells, a block each, then what defines references
  std::vector<Origin> origins_;  ///< of each line of text_
  CmarkTree tree_;
};

}  // namespace huice::markdown
