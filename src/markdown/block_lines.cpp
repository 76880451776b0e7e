// SPDX-License-Identifier: Apache-2.0
#include "markdown/block_lines.h"

#include <algorithm>

namespace huice::markdown {
namespace {

constexpr std::size_t kCodeIndent = 4;

/// A block that puts something before its lines: a quote, or an item that wants blanks.
struct Block {
  bool is_quote = false;
  std::size_t blanks = 0;
};

/// The blanks that the later lines of an item begin with.
std::size_t indentation_of(cmark_node* item) {
  const int start = cmark_node_get_start_column(item);
  cmark_node* const first = cmark_node_first_child(item);
  const int content = first == nullptr ? start : cmark_node_get_start_column(first);
  return static_cast<std::size_t>(std::max(content - start, 0));
}

std::vector<Block> blocks_around(cmark_node* paragraph) {
  std::vector<Block> found;
  for (cmark_node* node = paragraph; (node = cmark_node_parent(node)) != nullptr;) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_BLOCK_QUOTE) found.push_back({true, 0});
    if (type == CMARK_NODE_ITEM) found.push_back({false, indentation_of(node)});
  }
  std::reverse(found.begin(), found.end());
  return found;
}

std::size_t blanks_at(std::string_view line, std::size_t at) {
  return std::min(line.find_first_not_of(' ', at), line.size()) - at;
}

/// Reads what the blocks want, as CommonMark has their lines begin.
void read_markers(std::string_view line, const std::vector<Block>& around, ParagraphLine& out) {
  const std::size_t text = std::min(line.find_first_not_of(" \t>"), line.size());
  if (line.substr(0, text).find('\t') != std::string_view::npos) return;
  std::size_t at = 0;
  for (const Block& block : around) {
    const std::size_t blanks = blanks_at(line, at);
    const bool has_marker = block.is_quote ? blanks < kCodeIndent && at + blanks < line.size() &&
                                                 line[at + blanks] == '>'
                                           : blanks >= block.blanks;
    out.markers = line.substr(0, at);
    out.is_loose = !has_marker;
    if (out.is_loose) return;
    at += block.is_quote ? blanks + 1 : block.blanks;
    if (block.is_quote && at < line.size() && line[at] == ' ') ++at;
  }
  out.markers = line.substr(0, at);
  out.is_loose = blanks_at(line, at) >= kCodeIndent;
}

}  // namespace

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

std::vector<ParagraphLine> lines_of(cmark_node* paragraph, const LineIndex& lines) {
  const auto first = static_cast<std::size_t>(cmark_node_get_start_line(paragraph));
  const auto last = static_cast<std::size_t>(cmark_node_get_end_line(paragraph));
  const auto start = static_cast<std::size_t>(cmark_node_get_start_column(paragraph) - 1);
  const Surroundings around = surroundings(paragraph);
  const std::vector<Block> blocks = blocks_around(paragraph);
  std::vector<ParagraphLine> out;
  for (std::size_t number = first; number <= last; ++number) {
    const std::string_view line = lines.line(number);
    ParagraphLine& made = out.emplace_back();
    if (number == first) {
      made.text = line.substr(std::min(start, line.size()));
    } else {
      made.text = without_markers(line, around);
      read_markers(line, blocks, made);
    }
  }
  return out;
}

}  // namespace huice::markdown
