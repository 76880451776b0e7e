// SPDX-License-Identifier: Apache-2.0
// Blocks know the text that is before each of their lines (`prefix_`); inlines only append.
#include "markdown/write_plain.h"

#include "markdown/line_writer.h"

namespace huice::markdown {
namespace {

class PlainWriter {
 public:
  PlainWriter(const Document& document, const PlainOptions& options, std::string& out)
      : document_(document), options_(options), lines_(out), out_(out) {}

  void blocks(NodeId id, bool is_tight);
  void inline_content();

 private:
  void node(NodeId id);
  void children(NodeId id) {
    for (const NodeId child : document_.children(id)) node(child);
  }
  void block_quote(NodeId id);
  void list(NodeId id);
  void table(NodeId id);
  void table_row(NodeId id);
  void link(NodeId id);
  void address(std::string_view text, std::string_view url);
  void citation(NodeId id);

  const Document& document_;
  const PlainOptions& options_;
  LineWriter lines_;
  std::string& out_;
};

void PlainWriter::node(NodeId id) {
  const Node& node = document_.node(id);
  switch (node.kind) {
    case Kind::document:
    case Kind::item:
      return blocks(id, false);
    case Kind::paragraph:
    case Kind::heading:
    case Kind::table_cell:
    case Kind::emphasis:
    case Kind::strong:
    case Kind::image:
      return children(id);
    case Kind::block_quote:
      return block_quote(id);
    case Kind::list:
      return list(id);
    case Kind::code_block:
      return lines_.text(without_last_line_end(document_.text(node)));
    case Kind::thematic_break:
      out_ += "————";
      return;
    case Kind::table:
      return table(id);
    case Kind::table_row:
      return table_row(id);
    case Kind::text:
      return lines_.text(document_.text(node));
    case Kind::soft_break:
      out_ += ' ';
      return;
    case Kind::line_break:
      return lines_.line_end();
    case Kind::code:
      out_ += document_.text(node);
      return;
    case Kind::link:
      return link(id);
    case Kind::citation:
      return citation(id);
  }
}

void PlainWriter::blocks(NodeId id, bool is_tight) {
  bool is_first = true;
  for (const NodeId child : document_.children(id)) {
    if (!is_first) is_tight ? lines_.line_end() : lines_.blank_line();
    is_first = false;
    node(child);
  }
}

void PlainWriter::block_quote(NodeId id) {
  const LineWriter::Inside inside(lines_, document_.is_leaf(id) ? ">" : "> ", "> ");
  blocks(id, false);
}

void PlainWriter::list(NodeId id) {
  const Node& list = document_.node(id);
  std::uint32_t number = list.start;
  bool is_first = true;
  for (const NodeId item : document_.children(id)) {
    if (!is_first) list.tight ? lines_.line_end() : lines_.blank_line();
    is_first = false;
    const std::string marker = list.ordered ? std::to_string(number++) + ". " : "- ";
    const std::string_view first = marker;
    const LineWriter::Inside inside(
        lines_, first.substr(0, marker.size() - (document_.is_leaf(item) ? 1 : 0)),
        std::string(marker.size(), ' '));
    blocks(item, list.tight);
  }
}

void PlainWriter::table(NodeId id) {
  bool is_first = true;
  for (const NodeId row : document_.children(id)) {
    if (!is_first) lines_.line_end();
    is_first = false;
    table_row(row);
  }
}

void PlainWriter::table_row(NodeId id) {
  bool is_first = true;
  for (const NodeId cell : document_.children(id)) {
    if (!is_first) out_ += options_.cell_separator;
    is_first = false;
    children(cell);
  }
}

void PlainWriter::link(NodeId id) {
  const std::size_t before = out_.size();
  children(id);
  const std::string written = out_.substr(before);
  address(written, document_.url(document_.node(id)));
}

void PlainWriter::address(std::string_view text, std::string_view url) {
  const bool leads_out = !url.empty() && url[0] != '#';
  if (options_.links == PlainOptions::Links::text || !leads_out || text == url) return;
  if (text.empty()) {
    out_ += url;
  } else {
    out_.append("（").append(url) += "）";
  }
}

void PlainWriter::citation(NodeId id) {
  if (!options_.cite) return children(id);
  const CitedText cited = resolve_citation(document_, id, options_.cite, markup::Format::text);
  lines_.text(cited.text);
  address(cited.text, cited.href);
}

void PlainWriter::inline_content() {
  bool is_first = true;
  for (const NodeId id : text_blocks(document_)) {
    if (!is_first) out_ += ' ';
    is_first = false;
    node(id);
  }
}

}  // namespace

void write_plain(const Document& document, const PlainOptions& options, std::string& out) {
  if (document.empty()) return;
  PlainWriter(document, options, out).blocks(Document::kRoot, false);
  out += '\n';
}

void write_plain_inline(const Document& document, const PlainOptions& options, std::string& out) {
  std::string text;
  PlainWriter(document, options, text).inline_content();
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  out += text;
}

}  // namespace huice::markdown
