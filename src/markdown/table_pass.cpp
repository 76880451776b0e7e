// SPDX-License-Identifier: Apache-2.0
// cmark has read a table as a paragraph, its inlines running across cells. So the paragraph's lines
// are taken from the source again, without the markers of the blocks around it, and the cells of
// all tables are read in one second text in which each cell is a paragraph of its own. The document
// itself is after them where it may define link references. A cell starts with a no-break
// space: CommonMark takes it for whitespace next to emphasis, as at the start of a line, but no
// block can start with it, so `- x` in a cell stays text.
#include "markdown/table_pass.h"

#include "markdown/block_lines.h"
#include "markdown/own_mark.h"

namespace huice::markdown {
namespace {

constexpr std::string_view kCellStart = "\u00A0";
constexpr std::string_view kRule = "***";

std::uint32_t column_of(std::string_view part, std::string_view line) {
  return static_cast<std::uint32_t>(part.data() - line.data()) + 1;
}

}  // namespace

TablePass::TablePass(cmark_node* root, const LineIndex& lines, std::string_view markdown,
                     bool has_marks)
    : lines_(lines) {
  // As the first character of the second text, U+FEFF would be no text any more.
  append_line({}, {}, {});
  cmark_iter* iter = cmark_iter_new(root);
  while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iter);
    if (cmark_iter_get_event_type(iter) == CMARK_EVENT_ENTER &&
        cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH) {
      inspect(node);
    }
  }
  cmark_iter_free(iter);
  if (sources_.empty()) return;
  if (markdown.find("]:") != std::string_view::npos) text_ += markdown;
  tree_ = read_with_cmark(text_);
  if (has_marks) remove_own_marks(tree_.get());
  link_nodes();
}

void TablePass::inspect(cmark_node* paragraph) {
  const auto first = static_cast<std::uint32_t>(cmark_node_get_start_line(paragraph));
  const auto last = static_cast<std::uint32_t>(cmark_node_get_end_line(paragraph));
  if (last <= first) return;
  const std::vector<ParagraphLine> lines = lines_of(paragraph, lines_);
  auto table = find_pipe_table(lines);
  if (!table) return;
  TableSource& source = sources_.emplace_back();
  source.table = std::move(*table);
  const std::size_t header = source.table.header_line;
  source.where.line = first + static_cast<std::uint32_t>(header);
  source.where.column = column_of(lines[header].text, lines_.line(source.where.line));
  cmark_node_set_user_data(paragraph, &source);
  write_lead(lines, source, first);
  for (std::size_t row = 0; row < source.table.rows.size(); ++row) {
    const std::size_t index = header + row + (row > 0 ? 1 : 0);
    const auto number = first + static_cast<std::uint32_t>(index);
    const std::uint32_t column = column_of(lines[index].text, lines_.line(number));
    for (const PipeCell& cell : source.table.rows[row]) {
      append_line(kCellStart, cell.source,
                  {number, column + static_cast<std::uint32_t>(cell.offset)});
      append_line({}, {}, {});
    }
  }
  append_line(kRule, {}, {});
}

void TablePass::write_lead(const std::vector<ParagraphLine>& lines, const TableSource& source,
                           std::uint32_t first_line) {
  for (std::size_t i = 0; i < source.table.header_line; ++i) {
    const auto number = first_line + static_cast<std::uint32_t>(i);
    // Indented so far, a later line of a paragraph cannot start a block.
    const std::string_view line = lines[i].text;
    append_line(i == 0 ? "" : "    ", line, {number, column_of(line, lines_.line(number))});
  }
  append_line({}, {}, {});
  append_line(kRule, {}, {});
}

void TablePass::append_line(std::string_view prefix, std::string_view text, SourcePos origin) {
  origins_.push_back({origin, static_cast<std::uint32_t>(prefix.size())});
  text_.append(prefix).append(text) += '\n';
}

void TablePass::link_nodes() {
  cmark_node* block = cmark_node_first_child(tree_.get());
  for (TableSource& source : sources_) {
    // Lines that only define link references leave no paragraph.
    if (cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH) {
      source.lead = block;
      block = cmark_node_next(block);
    }
    block = cmark_node_next(block);
    for (; cmark_node_get_type(block) == CMARK_NODE_PARAGRAPH; block = cmark_node_next(block)) {
      source.cells.push_back(block);
    }
    block = cmark_node_next(block);
  }
}

SourcePos TablePass::original(SourcePos place) const {
  if (place.line == 0 || place.line > origins_.size()) return {};
  const Origin& origin = origins_[place.line - 1];
  const std::uint32_t within = place.column > origin.skipped ? place.column - origin.skipped : 1;
  return {origin.place.line, origin.place.column + within - 1};
}

}  // namespace huice::markdown
