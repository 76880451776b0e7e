// SPDX-License-Identifier: Apache-2.0
#include "markdown/write_typst.h"

#include "markdown/line_writer.h"
#include "markup/address.h"
#include "markup/escape.h"

#include <algorithm>

namespace huice::markdown {
namespace {

void append_string(std::string& out, std::string_view text) {
  out += '"';
  markup::escape_typst_string(out, text);
  out += '"';
}

class TypstWriter {
 public:
  TypstWriter(const Document& document, const TypstOptions& options, std::string& out)
      : document_(document), options_(options), out_(out) {}

  void blocks(NodeId id) {
    bool is_first = true;
    for (const NodeId child : document_.children(id)) {
      if (!is_first) out_ += "\n\n";
      is_first = false;
      node(child);
    }
  }

 private:
  void children(NodeId id) {
    for (const NodeId child : document_.children(id)) node(child);
  }
  void content(NodeId id) {
    out_ += '[';
    children(id);
    out_ += ']';
  }
  void call(std::string_view name, NodeId id) {
    out_.append("#").append(name);
    content(id);
  }
  void node(NodeId id);
  void heading(NodeId id);
  void list(NodeId id);
  void code_block(const Node& node);
  void table(NodeId id);
  void row(NodeId id);
  void link(std::string_view url, NodeId id);
  void citation(NodeId id);

  const Document& document_;
  const TypstOptions& options_;
  std::string& out_;
};

void TypstWriter::node(NodeId id) {
  const Node& node = document_.node(id);
  switch (node.kind) {
    case Kind::document:
    case Kind::item:
      return blocks(id);
    case Kind::paragraph:
    case Kind::table_cell:
    case Kind::image:
    case Kind::table_row:
      return children(id);
    case Kind::heading:
      return heading(id);
    case Kind::block_quote:
      out_ += "#quote(block: true)[";
      blocks(id);
      out_ += ']';
      return;
    case Kind::list:
      return list(id);
    case Kind::code_block:
      return code_block(node);
    case Kind::thematic_break:
      out_ += "#line(length: 100%)";
      return;
    case Kind::table:
      return table(id);
    case Kind::text:
      return markup::escape_typst(out_, document_.text(node));
    case Kind::soft_break:
      out_ += '\n';
      return;
    case Kind::line_break:
      out_ += "#linebreak()";
      return;
    case Kind::code:
      out_ += "#raw(";
      append_string(out_, document_.text(node));
      out_ += ")";
      return;
    case Kind::emphasis:
      return call("emph", id);
    case Kind::strong:
      return call("strong", id);
    case Kind::link:
      return link(document_.url(node), id);
    case Kind::citation:
      return citation(id);
  }
}

void TypstWriter::heading(NodeId id) {
  const int level = std::clamp(document_.node(id).level + options_.heading_shift, 1, 6);
  out_ += "#heading(level: " + std::to_string(level) + ")";
  content(id);
}

void TypstWriter::list(NodeId id) {
  const Node& list = document_.node(id);
  const std::string_view tight = list.tight ? "true" : "false";
  out_ +=
      list.ordered ? "#enum(start: " + std::to_string(list.start) + ", tight: " : "#list(tight: ";
  out_ += tight;
  for (const NodeId item : document_.children(id)) {
    out_ += ", [";
    blocks(item);
    out_ += ']';
  }
  out_ += ')';
}

void TypstWriter::code_block(const Node& node) {
  out_ += "#raw(block: true, ";
  append_string(out_, without_last_line_end(document_.text(node)));
  out_ += ')';
}

void TypstWriter::table(NodeId id) {
  const auto rows = document_.children(id);
  const NodeId header = *rows.begin();
  std::string columns;
  std::size_t count = 0;
  for (const NodeId cell : document_.children(header)) {
    const Align align = document_.node(cell).align;
    columns += align == Align::right ? "right, " : align == Align::center ? "center, " : "left, ";
    ++count;
  }
  out_ += "#table(columns: " + std::to_string(count) + ", align: (" + columns + "), table.header(";
  bool is_header = true;
  for (const NodeId line : rows) {
    row(line);
    if (is_header) out_ += "), ";
    is_header = false;
  }
  out_ += ')';
}

void TypstWriter::row(NodeId id) {
  for (const NodeId cell : document_.children(id)) {
    content(cell);
    out_ += ", ";
  }
}

void TypstWriter::link(std::string_view url, NodeId id) {
  // A heading is no address outside of a web page.
  const bool leads_out = markup::is_safe_address(url) && !url.empty() && url[0] != '#';
  if (!leads_out) return children(id);
  out_ += "#link(";
  append_string(out_, url);
  out_ += ')';
  content(id);
}

void TypstWriter::citation(NodeId id) {
  if (!options_.cite) return children(id);
  const CitedText cited = resolve_citation(document_, id, options_.cite, markup::Format::typst);
  if (cited.href.empty()) return markup::escape_typst(out_, cited.text);
  out_ += "#link(";
  append_string(out_, cited.href);
  out_ += ")[";
  markup::escape_typst(out_, cited.text);
  out_ += ']';
}

}  // namespace

void write_typst(const Document& document, const TypstOptions& options, std::string& out) {
  if (document.empty()) return;
  TypstWriter(document, options, out).blocks(Document::kRoot);
  out += '\n';
}

}  // namespace huice::markdown
