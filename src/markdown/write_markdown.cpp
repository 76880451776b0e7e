// SPDX-License-Identifier: Apache-2.0
// Blocks in the one spelling that can be everywhere: ATX headings (Setext where a heading has
// several lines), fenced code, `___` rules, since `---` and `***` could be read as list items or
// headings. Two lists that follow each other differ in their markers, or they would be one.
#include "markdown/write_markdown.h"

#include "base/utf8.h"
#include "markdown/line_writer.h"
#include "markdown/markdown_inlines.h"
#include "markup/escape.h"

#include <algorithm>

namespace huice::markdown {
namespace {

constexpr std::uint32_t kMaxListNumber = 999999999;

class MarkdownWriter {
 public:
  MarkdownWriter(const Document& document, const MarkdownOptions& options, std::string& out)
      : document_(document),
        options_(options),
        lines_(out),
        out_(out),
        budget_(document.text_bytes()) {}

  /// `avoided` is the marker of the list whose item this is, on whose line the first child starts.
  void blocks(NodeId id, bool is_tight, char avoided);

 private:
  void node(NodeId id, char marker);
  void block_quote(NodeId id);
  void heading(NodeId id);
  void list(NodeId id, char marker);
  void code_block(const Node& node);
  void table(NodeId id);
  void table_row(NodeId id);
  std::string inlines(NodeId id, InlinePlace place) {
    return inline_markdown(document_, id, options_.cite, place, budget_);
  }

  const Document& document_;
  const MarkdownOptions& options_;
  LineWriter lines_;
  std::string& out_;
  SpellingBudget budget_;
};

void MarkdownWriter::node(NodeId id, char marker) {
  const Node& node = document_.node(id);
  switch (node.kind) {
    case Kind::paragraph:
      return lines_.text(inlines(id, InlinePlace::paragraph));
    case Kind::heading:
      return heading(id);
    case Kind::block_quote:
      return block_quote(id);
    case Kind::list:
      return list(id, marker);
    case Kind::code_block:
      return code_block(node);
    case Kind::thematic_break:
      out_ += "___";
      return;
    case Kind::table:
      return table(id);
    // Written by what they are in.
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

char list_marker(bool is_ordered, char avoided) {
  if (is_ordered) return avoided == '.' ? ')' : '.';
  return avoided == '-' ? '*' : '-';
}

void MarkdownWriter::blocks(NodeId id, bool is_tight, char avoided) {
  bool is_first = true;
  for (const NodeId child : document_.children(id)) {
    if (!is_first) is_tight ? lines_.line_end() : lines_.blank_line();
    is_first = false;
    const Node& block = document_.node(child);
    const bool is_list = block.kind == Kind::list;
    const char marker = is_list ? list_marker(block.ordered, avoided) : '\0';
    node(child, marker);
    avoided = marker;
  }
}

void MarkdownWriter::block_quote(NodeId id) {
  const LineWriter::Inside inside(lines_, document_.is_leaf(id) ? ">" : "> ", "> ");
  blocks(id, false, '\0');
}

void MarkdownWriter::heading(NodeId id) {
  const int level = std::clamp(document_.node(id).level + options_.heading_shift, 1, 6);
  const std::string lines = level <= 2 ? inlines(id, InlinePlace::paragraph) : std::string();
  if (lines.find('\n') != std::string::npos) {
    lines_.text(lines);
    lines_.line_end();
    out_ += level == 1 ? "===" : "---";
    return;
  }
  out_.append(static_cast<std::size_t>(level), '#');
  if (!document_.is_leaf(id)) (out_ += ' ') += inlines(id, InlinePlace::heading);
}

void MarkdownWriter::list(NodeId id, char marker) {
  const Node& list = document_.node(id);
  std::uint32_t number = list.start;
  bool is_first = true;
  for (const NodeId item : document_.children(id)) {
    if (!is_first) list.tight ? lines_.line_end() : lines_.blank_line();
    is_first = false;
    std::string first = list.ordered ? std::to_string(number) : std::string();
    number = std::min(number + 1, kMaxListNumber);
    first += marker;
    const std::string rest(first.size() + 1, ' ');
    if (!document_.is_leaf(item)) first += ' ';
    const LineWriter::Inside inside(lines_, first, rest);
    blocks(item, list.tight, list.ordered ? '\0' : marker);
  }
}

void MarkdownWriter::code_block(const Node& node) {
  const std::string_view info = document_.info(node);
  const std::string_view text = document_.text(node);
  const char mark = info.find('`') == std::string_view::npos ? '`' : '~';
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == mark ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  out_.append(longest + 1, mark);
  if (!info.empty() && info.front() == mark) out_ += ' ';
  markup::escape_code_info(out_, info);
  if (!text.empty()) lines_.text(std::string("\n").append(without_last_line_end(text)));
  lines_.line_end();
  out_.append(longest + 1, mark);
}

void MarkdownWriter::table(NodeId id) {
  const NodeId header = id + 1;
  const std::size_t start = out_.size();
  table_row(header);
  // Right below a paragraph it must not be read as that one's delimiter row.
  const bool is_delimiters = out_.find_first_not_of("|:- ", start) == std::string::npos;
  const std::size_t dash = out_.find('-', start);
  if (is_delimiters && dash != std::string::npos) out_.insert(dash, "\\");
  lines_.line_end();
  out_ += '|';
  for (const NodeId cell : document_.children(header)) {
    switch (document_.node(cell).align) {
      case Align::none:
        out_ += " --- |";
        break;
      case Align::left:
        out_ += " :-- |";
        break;
      case Align::center:
        out_ += " :-: |";
        break;
      case Align::right:
        out_ += " --: |";
        break;
    }
  }
  for (NodeId row = document_.node(header).end; row != document_.node(id).end;
       row = document_.node(row).end) {
    lines_.line_end();
    table_row(row);
  }
}

void MarkdownWriter::table_row(NodeId id) {
  out_ += '|';
  for (const NodeId cell : document_.children(id)) {
    if (!document_.is_leaf(cell)) (out_ += ' ') += inlines(cell, InlinePlace::cell);
    out_ += " |";
  }
}

}  // namespace

void write_markdown(const Document& document, const MarkdownOptions& options, std::string& out) {
  if (document.empty()) return;
  const std::size_t start = out.size();
  MarkdownWriter(document, options, out).blocks(Document::kRoot, false, '\0');
  if (std::string_view(out).substr(start).starts_with(utf8::kByteOrderMark)) {
    out.replace(start, utf8::kByteOrderMark.size(), "&#xFEFF;");
  }
  out += '\n';
}

void write_markdown_inline(const Document& document, const MarkdownOptions& options,
                           std::string& out) {
  bool is_first = true;
  SpellingBudget budget(document.text_bytes());
  for (const NodeId id : text_blocks(document)) {
    if (!is_first) out += ' ';
    is_first = false;
    const Node& node = document.node(id);
    if (node.kind == Kind::code_block) {
      markup::escape_markdown(out, without_last_line_end(document.text(node)), {.one_line = true});
    } else {
      out += inline_markdown(document, id, options.cite, InlinePlace::cell, budget);
    }
  }
}

}  // namespace huice::markdown
