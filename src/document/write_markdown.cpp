// SPDX-License-Identifier: Apache-2.0
#include "document/write_markdown.h"

#include "markdown/tree_builder.h"
#include "markdown/write_markdown.h"

#include <algorithm>

namespace huice::document {
namespace {

using markdown::Kind;
using markdown::Node;

Node node_of(Kind kind) {
  Node node;
  node.kind = kind;
  return node;
}

class TreeMaker {
 public:
  void blocks(const Blocks& blocks) {
    for (const Block& block : blocks) {
      std::visit([this](const auto& content) { add(content); }, block.content);
    }
  }
  markdown::Document finish() { return tree_.finish(); }

 private:
  void add(const Paragraph& paragraph) { with_runs(node_of(Kind::paragraph), paragraph.runs); }
  void add(const Heading& heading);
  void add(const List& list);
  void add(const Table& table);
  void add(const Fields& fields);
  void add(const Note& note);
  void add(const Figure& figure);
  void with_runs(const Node& node, const Runs& runs) {
    tree_.open(node);
    for (const Run& one : runs) run(one);
    tree_.close();
  }
  void with_words(Kind kind, std::string_view words) {
    tree_.open(node_of(kind));
    tree_.text(words, {});
    tree_.close();
  }
  void row(const Table::Row& cells, const std::vector<Table::Column>& columns);
  void run(const Run& run);

  markdown::TreeBuilder tree_;
};

void TreeMaker::run(const Run& run) {
  if (run.kind == RunKind::line_break) return tree_.leaf(node_of(Kind::line_break));
  if (run.strong) tree_.open(node_of(Kind::strong));
  if (run.emphasis) tree_.open(node_of(Kind::emphasis));
  const bool leads = run.kind != RunKind::text;
  if (leads) {
    Node node = node_of(run.kind == RunKind::link ? Kind::link : Kind::citation);
    node.text = tree_.store(run.target);
    tree_.open(node);
  }
  if (run.code) {
    Node node = node_of(Kind::code);
    node.text = tree_.store(run.text);
    tree_.leaf(node);
  } else {
    tree_.text(run.text, {});
  }
  if (leads) tree_.close();
  if (run.emphasis) tree_.close();
  if (run.strong) tree_.close();
}

void TreeMaker::add(const Heading& heading) {
  Node node = node_of(Kind::heading);
  node.level = static_cast<std::uint8_t>(std::clamp(heading.level, 1, 6));
  tree_.open(node);
  tree_.text(heading.label, {});
  for (const Run& one : heading.runs) run(one);
  tree_.close();
}

void TreeMaker::add(const List& list) {
  Node node = node_of(Kind::list);
  node.ordered = list.ordered;
  node.start = static_cast<std::uint32_t>(std::max(list.start, 0));
  tree_.open(node);
  for (const Blocks& item : list.items) {
    tree_.open(node_of(Kind::item));
    blocks(item);
    tree_.close();
  }
  tree_.close();
}

void TreeMaker::row(const Table::Row& cells, const std::vector<Table::Column>& columns) {
  tree_.open(node_of(Kind::table_row));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Node cell = node_of(Kind::table_cell);
    cell.align = columns[i].align;
    with_runs(cell, i < cells.size() ? cells[i] : Runs{});
  }
  tree_.close();
}

void TreeMaker::add(const Table& table) {
  if (!table.caption.empty()) with_words(Kind::paragraph, table.caption);
  tree_.open(node_of(Kind::table));
  row(table.head, table.columns);
  for (const Table::Row& cells : table.rows) row(cells, table.columns);
  tree_.close();
}

// Markdown's tables have a head; this one's is empty.
void TreeMaker::add(const Fields& fields) {
  const std::vector<Table::Column> columns(2);
  tree_.open(node_of(Kind::table));
  row({}, columns);
  for (const Fields::Field& field : fields.fields) {
    row({{Run{.text = field.name}}, field.value}, columns);
  }
  tree_.close();
}

void TreeMaker::add(const Note& note) {
  tree_.open(node_of(Kind::block_quote));
  blocks(note.blocks);
  tree_.close();
}

void TreeMaker::add(const Figure& figure) {
  tree_.open(node_of(Kind::paragraph));
  Node node = node_of(Kind::image);
  node.text = tree_.store(figure.file);
  tree_.open(node);
  tree_.text(figure.description, {});
  tree_.close();
  tree_.close();
  if (!figure.caption.empty()) with_words(Kind::paragraph, figure.caption);
}

}  // namespace

markdown::Document markdown_of(const Blocks& blocks) {
  TreeMaker maker;
  maker.blocks(blocks);
  return maker.finish();
}

void write_markdown(const Blocks& blocks, const MarkdownOptions& options, std::string& out) {
  markdown::MarkdownOptions how;
  how.heading_shift = options.heading_shift;
  if (!options.keeps_citations) {
    how.cite = [](const markdown::Citation& citation, markup::Format /*format*/) {
      return markdown::CitedText{citation.text};
    };
  }
  markdown::write_markdown(markdown_of(blocks), how, out);
}

}  // namespace huice::document
