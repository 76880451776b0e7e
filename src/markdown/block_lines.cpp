// SPDX-License-Identifier: Apache-2.0
#include "markdown/block_lines.h"

namespace huice::markdown {

Surroundings surroundings(cmark_node* node) {
  Surroundings found;
  while ((node = cmark_node_parent(node)) != nullptr) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_BLOCK_QUOTE) ++found.quotes;
    if (type == CMARK_NODE_ITEM) found.has_items = true;
  }
  return found;
}

std::string_view without_markers(std::string_view line, const Surroundings& around) {
  for (int quotes = around.quotes;; --quotes) {
    const std::size_t start = line.find_first_not_of(" \t");
    if (start == std::string_view::npos) return line.substr(line.size());
    const bool is_indented =
        start >= 4 || line.substr(0, start).find('\t') != std::string_view::npos;
    const bool is_marker = line[start] == '>' && quotes > 0 && (around.has_items || !is_indented);
    line.remove_prefix(start);
    if (!is_marker) return line;
    line.remove_prefix(1);
    if (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  }
}

}  // namespace huice::markdown
