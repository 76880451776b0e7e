// SPDX-License-Identifier: Apache-2.0
#include "markdown/table_ends.h"

#include "markdown/block_lines.h"
#include "markdown/pipe_table.h"

#include <algorithm>
#include <span>

namespace huice::markdown {
namespace {

void inspect(cmark_node* paragraph, const LineIndex& lines, std::vector<Edit>& edits) {
  const auto first = static_cast<std::size_t>(cmark_node_get_start_line(paragraph));
  const std::vector<ParagraphLine> all = lines_of(paragraph, lines);
  const auto is_loose = [](const ParagraphLine& line) { return line.is_loose; };
  // A paragraph may be several tables, one after the other.
  for (auto from = all.begin(); std::any_of(from, all.end(), is_loose);) {
    const auto header = find_header(std::span(from, all.end()));
    if (!header) return;
    const auto rows = from + static_cast<std::ptrdiff_t>(*header) + 2;
    from = std::find_if(rows, all.end(), is_loose);
    if (from == all.end()) return;
    std::string markers(from->markers);
    markers.erase(markers.find_last_not_of(' ') + 1);
    const auto number = first + static_cast<std::size_t>(from - all.begin());
    edits.push_back({lines.offset({static_cast<std::uint32_t>(number), 1}), 0, markers + "\n"});
  }
}

}  // namespace

std::vector<Edit> table_end_edits(cmark_node* root, const LineIndex& lines) {
  std::vector<Edit> edits;
  cmark_iter* iter = cmark_iter_new(root);
  while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
    cmark_node* const node = cmark_iter_get_node(iter);
    if (cmark_iter_get_event_type(iter) == CMARK_EVENT_ENTER &&
        cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH) {
      inspect(node, lines, edits);
    }
  }
  cmark_iter_free(iter);
  return edits;
}

}  // namespace huice::markdown
