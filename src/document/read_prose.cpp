// SPDX-License-Identifier: Apache-2.0
#include "document/read_prose.h"

#include "base/hash.h"

#include <algorithm>
#include <utility>

namespace huice::document {
namespace {

using markdown::Kind;
using markdown::Node;
using markdown::NodeId;

class Reading {
 public:
  Reading(const markdown::Document& prose, const std::string& field,
          const markdown::CitationWriter& cite, const std::string& source)
      : prose_(prose), field_(field), cite_(cite), source_(source) {}

  Blocks blocks(NodeId id);
  const std::vector<NodeId>& nodes() const { return nodes_; }
  Runs runs(NodeId id) {
    Runs runs;
    add_runs(id, {}, runs);
    return runs;
  }

 private:
  void add(NodeId id, Blocks& blocks);
  void put(NodeId id, Content content, Blocks& blocks) {
    nodes_.push_back(id);
    blocks.push_back({std::move(content), {field_, static_cast<unsigned>(nodes_.size()), source_}});
  }
  Content list(NodeId id);
  Content table(NodeId id);
  void add_runs(NodeId id, const Run& around, Runs& runs);
  void add_run(NodeId id, const Run& around, Runs& runs);

  const markdown::Document& prose_;
  const std::string& field_;
  const markdown::CitationWriter& cite_;
  const std::string& source_;
  std::vector<NodeId> nodes_{};  // of the blocks, in the order of their parts
};

Blocks Reading::blocks(NodeId id) {
  Blocks blocks;
  for (const NodeId child : prose_.children(id)) add(child, blocks);
  return blocks;
}

void Reading::add(NodeId id, Blocks& blocks) {
  const Node& node = prose_.node(id);
  switch (node.kind) {
    case Kind::paragraph:
      return put(id, Paragraph{runs(id)}, blocks);
    case Kind::heading:
      return put(id, Heading{node.level, {}, runs(id)}, blocks);
    case Kind::block_quote: {
      Note note{this->blocks(id)};
      return put(id, std::move(note), blocks);
    }
    case Kind::list:
      return put(id, list(id), blocks);
    case Kind::table:
      return put(id, table(id), blocks);
    case Kind::code_block: {
      std::string text(prose_.text(node));
      while (text.ends_with('\n')) text.pop_back();
      Runs runs;
      for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (at > 0) runs.push_back({.kind = RunKind::line_break});
        runs.push_back({.text = text.substr(at, end - at), .code = true});
        at = end + 1;
      }
      return put(id, Paragraph{std::move(runs)}, blocks);
    }
    case Kind::thematic_break:
    case Kind::document:
    case Kind::item:
    case Kind::table_row:
    case Kind::table_cell:
    case Kind::text:
    case Kind::soft_break:
    case Kind::line_break:
    case Kind::code:
    case Kind::emphasis:
    case Kind::strong:
    case Kind::link:
    case Kind::image:
    case Kind::citation:
      return;
  }
}

Content Reading::list(NodeId id) {
  const Node& node = prose_.node(id);
  List list{node.ordered, static_cast<int>(node.start), {}};
  for (const NodeId item : prose_.children(id)) list.items.push_back(blocks(item));
  return list;
}

Content Reading::table(NodeId id) {
  Table table;
  bool is_head = true;
  for (const NodeId row : prose_.children(id)) {
    Table::Row cells;
    for (const NodeId cell : prose_.children(row)) {
      if (is_head) table.columns.push_back({prose_.node(cell).align, 0});
      cells.push_back(runs(cell));
    }
    if (is_head) {
      table.head = std::move(cells);
    } else {
      table.rows.push_back(std::move(cells));
    }
    is_head = false;
  }
  return table;
}

void Reading::add_runs(NodeId id, const Run& around, Runs& runs) {
  for (const NodeId child : prose_.children(id)) add_run(child, around, runs);
}

void Reading::add_run(NodeId id, const Run& around, Runs& runs) {
  const Node& node = prose_.node(id);
  Run run(around);
  switch (node.kind) {
    case Kind::text:
      run.text = prose_.text(node);
      return runs.push_back(std::move(run));
    case Kind::soft_break:
      run.text = " ";
      return runs.push_back(std::move(run));
    case Kind::line_break:
      return runs.push_back({.kind = RunKind::line_break});
    case Kind::code:
      run.text = prose_.text(node);
      run.code = true;
      return runs.push_back(std::move(run));
    case Kind::emphasis:
      run.emphasis = true;
      return add_runs(id, run, runs);
    case Kind::strong:
      run.strong = true;
      return add_runs(id, run, runs);
    case Kind::link:
      run.kind = RunKind::link;
      run.target = prose_.url(node);
      return add_runs(id, run, runs);
    case Kind::citation:
      run.kind = RunKind::citation;
      run.target = prose_.target(node);
      run.text = markdown::resolve_citation(prose_, id, cite_, markup::Format::text).text;
      return runs.push_back(std::move(run));
    case Kind::image:
      run.text = markdown::resolved_text(prose_, id, cite_, markup::Format::text);
      return runs.push_back(std::move(run));
    case Kind::document:
    case Kind::paragraph:
    case Kind::heading:
    case Kind::block_quote:
    case Kind::list:
    case Kind::item:
    case Kind::code_block:
    case Kind::thematic_break:
    case Kind::table:
    case Kind::table_row:
    case Kind::table_cell:
      return;
  }
}

}  // namespace

Blocks blocks_of(const markdown::Document& prose, const std::string& field,
                 const markdown::CitationWriter& cite, const std::string& source) {
  return Reading(prose, field, cite, source).blocks(markdown::Document::kRoot);
}

std::vector<NodeId> part_nodes(const markdown::Document& prose) {
  const std::string none;
  const markdown::CitationWriter as_written;
  Reading reading(prose, none, as_written, none);
  reading.blocks(markdown::Document::kRoot);
  return reading.nodes();
}

Runs runs_of(const markdown::Document& prose, NodeId node, const markdown::CitationWriter& cite) {
  const std::string none;
  return Reading(prose, none, cite, none).runs(node);
}

std::string prose_mark(std::string_view markdown) {
  return content_hash(markdown).substr(0, 16);
}

}  // namespace huice::document
