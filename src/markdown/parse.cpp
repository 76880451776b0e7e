// SPDX-License-Identifier: Apache-2.0
// cmark's tree, walked once, becomes a Document. On the way: raw HTML and unsafe URLs are reported
// and left out, links to `fact:` become citations, paragraphs that TablePass knows become tables,
// text nodes are joined, and line ends between two Chinese characters vanish.
#include "markdown/parse.h"

#include "base/edited_text.h"
#include "base/messages/markdown.h"
#include "base/utf8.h"
#include "markdown/characters.h"
#include "markdown/chinese_emphasis.h"
#include "markdown/chinese_underscores.h"
#include "markdown/citation.h"
#include "markdown/cmark_tree.h"
#include "markdown/indentation.h"
#include "markdown/line_index.h"
#include "markdown/nesting.h"
#include "markdown/own_mark.h"
#include "markdown/table_ends.h"
#include "markdown/table_pass.h"
#include "markdown/tree_builder.h"
#include "markdown/unknown_syntax.h"
#include "markup/address.h"

#include <algorithm>
#include <optional>

namespace huice::markdown {
namespace {

constexpr std::string_view kFact = "fact:";
constexpr std::size_t kShownUrlBytes = 60;
constexpr std::size_t kNoBreakSpaceBytes = 2;
/// What people write has one kind of indentation in another once or twice.
constexpr int kMaxRounds = 4;
constexpr std::string_view kWordJoiner = "\u2060";

std::string_view view(const char* text) {
  return text == nullptr ? std::string_view{} : text;
}

/// A URL as a message may show it: short, one line, nothing that steers a terminal.
std::string shown(std::string_view url) {
  std::string out;
  for (std::size_t at = 0; at < url.size() && out.size() < kShownUrlBytes;) {
    const char32_t c = utf8::decode(url, at);
    utf8::append(out, c < 0x20 || (c >= 0x7F && c < 0xA0) ? U'\uFFFD' : c);
  }
  return out;
}

bool is_citation(cmark_node* node) {
  return cmark_node_get_type(node) == CMARK_NODE_LINK &&
         view(cmark_node_get_url(node)).substr(0, kFact.size()) == kFact;
}

/// A text node's text without the word joiners that citation_markup() puts around a citation.
std::string_view text_of(cmark_node* node) {
  std::string_view text = view(cmark_node_get_literal(node));
  if (text.substr(0, kWordJoiner.size()) == kWordJoiner && is_citation(cmark_node_previous(node))) {
    text.remove_prefix(kWordJoiner.size());
  }
  if (text.size() >= kWordJoiner.size() &&
      text.substr(text.size() - kWordJoiner.size()) == kWordJoiner &&
      is_citation(cmark_node_next(node))) {
    text.remove_suffix(kWordJoiner.size());
  }
  return text;
}

/// Whether it is a run of four stars that a mark has parted, and of which the halves, or a star of
/// each, have met each other instead of what is beside them.
bool is_parted_run(cmark_node* emphasis) {
  cmark_node* const only = cmark_node_first_child(emphasis);
  return only != nullptr && cmark_node_next(only) == nullptr &&
         cmark_node_get_type(only) == CMARK_NODE_TEXT && view(cmark_node_get_literal(only)).empty();
}

/// The first character of the text at `node` and inside it, or 0 where no text comes first.
char32_t first_character(cmark_node* node) {
  while (node != nullptr && cmark_node_get_type(node) != CMARK_NODE_TEXT) {
    node = cmark_node_first_child(node);
  }
  const std::string_view text = node == nullptr ? "" : view(cmark_node_get_literal(node));
  std::size_t at = 0;
  return text.empty() ? 0 : utf8::decode(text, at);
}

/// Whether it is a part of a line of which cmark has left nothing, as of one with U+000B alone.
bool is_nothing(cmark_node* node) {
  if (node == nullptr) return false;
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_SOFTBREAK ||
         (type == CMARK_NODE_TEXT && view(cmark_node_get_literal(node)).empty());
}

/// What to say of markup that huice does not read, or that marks nothing.
Message refusal(Syntax syntax, std::string_view found) {
  const auto says = [found](Argument name, Argument instead) -> Message {
    return msg::markdown_unknown_syntax{
        .found = found, .syntax = std::move(name), .instead = std::move(instead)};
  };
  switch (syntax) {
    case Syntax::footnote:
      return says(msg::syntax_footnote{}, msg::instead_of_footnote{});
    case Syntax::strike:
      return says(msg::syntax_strike{}, msg::instead_of_strike{});
    case Syntax::highlight:
      return says(msg::syntax_highlight{}, msg::instead_of_highlight{});
    case Syntax::formula:
      return says(msg::syntax_formula{}, msg::instead_of_formula{});
    case Syntax::container:
      return says(msg::syntax_container{}, msg::instead_of_container{});
    case Syntax::task:
      return says(msg::syntax_task{}, msg::instead_of_task{});
    case Syntax::alert:
      return says(msg::syntax_alert{}, msg::instead_of_container{});
    case Syntax::contents:
      return says(msg::syntax_contents{}, msg::instead_of_contents{});
    case Syntax::definition:
      return says(msg::syntax_definition{}, msg::instead_of_definition{});
    case Syntax::front_matter:
      return says(msg::syntax_front_matter{}, msg::instead_of_front_matter{});
    case Syntax::stray:
      return msg::markdown_stray_mark{.found = found};
  }
  return says(msg::syntax_footnote{}, msg::instead_of_footnote{});
}

/// U+FFFD for each U+0000, as cmark has it, whose lines would else be longer than the text's.
std::vector<Edit> without_nul(std::string_view text) {
  std::vector<Edit> edits;
  for (std::size_t at = 0; (at = text.find('\0', at)) != std::string_view::npos; ++at) {
    edits.push_back({at, 1, "\uFFFD"});
  }
  return edits;
}

class Reader {
 public:
  Reader(std::string_view markdown, const Locator& locate, Diagnostics& diagnostics)
      : markdown_(markdown), locate_(locate), diagnostics_(diagnostics), source_(markdown) {}

  Document read(Emphasis emphasis);

 private:
  SourcePos place(cmark_node* node);
  SourcePos end_place(cmark_node* node);
  SourcePos original(SourcePos place);
  Node start(Kind kind, cmark_node* node);
  const LineIndex& lines();
  const LineIndex& original_lines();
  void report(Message message, SourcePos where, std::size_t bytes);
  void report_at(Message message, std::size_t offset, std::size_t bytes);
  void report_unknown_syntax(cmark_node* root);
  using EditsOf = std::vector<Edit> (*)(cmark_node* root, const LineIndex& lines);
  void read_again(CmarkTree& tree, EditsOf edits_of);

  void node(cmark_node* node, int depth);
  void children(cmark_node* parent, int depth);
  void container(const Node& opened, cmark_node* node, int depth);
  void heading(cmark_node* node, int depth);
  void list(cmark_node* node, int depth);
  void paragraph(cmark_node* node, int depth);
  void table(const TableSource& source, int depth);
  void table_row(const TableSource& source, std::size_t row, std::size_t& next_cell, int depth);
  void cell_content(cmark_node* paragraph, int depth);
  void code_block(cmark_node* node);
  void literal(Kind kind, cmark_node* node);
  void soft_break(cmark_node* node);
  void link(Kind kind, cmark_node* node, int depth);
  void html(cmark_node* node);

  std::string_view markdown_;
  const Locator& locate_;
  Diagnostics& diagnostics_;
  EditedText source_;  ///< what cmark reads
  TreeBuilder builder_;
  std::optional<LineIndex> lines_;           ///< of source_
  std::optional<LineIndex> original_lines_;  ///< of markdown_
  std::optional<TablePass> tables_;
  std::size_t reported_ = 0;
  bool in_table_ = false;  ///< the nodes at hand are the TablePass's
};

const LineIndex& Reader::lines() {
  if (!lines_) lines_.emplace(source_.text());
  return *lines_;
}

const LineIndex& Reader::original_lines() {
  if (!original_lines_) original_lines_.emplace(markdown_);
  return *original_lines_;
}

/// The place in markdown_ of one in what cmark has read.
SourcePos Reader::original(SourcePos place) {
  if (in_table_) place = tables_->original(place);
  if (!source_.is_edited() || place.line == 0) return place;
  return original_lines().place(source_.original(lines().offset(place)));
}

SourcePos Reader::place(cmark_node* node) {
  return original({static_cast<std::uint32_t>(std::max(cmark_node_get_start_line(node), 0)),
                   static_cast<std::uint32_t>(std::max(cmark_node_get_start_column(node), 0))});
}

SourcePos Reader::end_place(cmark_node* node) {
  return original({static_cast<std::uint32_t>(std::max(cmark_node_get_end_line(node), 0)),
                   static_cast<std::uint32_t>(std::max(cmark_node_get_end_column(node), 0))});
}

Node Reader::start(Kind kind, cmark_node* node) {
  Node started;
  started.kind = kind;
  started.where = place(node);
  return started;
}

void Reader::report(Message message, SourcePos where, std::size_t bytes) {
  report_at(std::move(message), original_lines().offset(where), bytes);
}

void Reader::report_at(Message message, std::size_t offset, std::size_t bytes) {
  if (++reported_ > kMaxProblems) return;
  diagnostics_.add(problem(std::move(message), locate_(offset, bytes)));
}

void Reader::report_unknown_syntax(cmark_node* root) {
  for (const UnknownSyntax& found : unknown_syntax(root, source_.text(), lines())) {
    const std::size_t start = source_.original(found.at);
    const std::size_t bytes = source_.original(found.at + found.bytes) - start;
    report_at(refusal(found.syntax, markdown_.substr(start, bytes)), start, bytes);
  }
}

Document Reader::read(Emphasis emphasis) {
  if (markdown_.size() > kMaxBytes) {
    diagnostics_.add(problem(msg::markdown_too_large{.limit = kMaxBytes >> 10U}, locate_(0, 1)));
    return {};
  }
  if (const auto offset = find_excessive_nesting(markdown_, kMaxNesting)) {
    diagnostics_.add(problem(msg::markdown_too_deep{.limit = kMaxNesting}, locate_(*offset, 1)));
    return {};
  }
  source_.apply(without_nul(markdown_));
  source_.apply(doubled_marks(source_.text()));
  if (emphasis == Emphasis::chinese) {
    source_.apply(emphasis_marks(source_.text()));
    source_.apply(underscore_marks(source_.text()));
  }
  CmarkTree tree = read_with_cmark(source_.text());
  if (may_be_indented(source_.text())) read_again(tree, indentation_edits);
  const bool has_tables = markdown_.find('|') != std::string_view::npos;
  if (has_tables) read_again(tree, table_end_edits);
  if (emphasis == Emphasis::chinese) report_unknown_syntax(tree.get());
  if (source_.is_edited()) remove_own_marks(tree.get());
  builder_.reserve(markdown_.size());
  if (has_tables) {
    tables_.emplace(tree.get(), lines(), source_.text(), source_.is_edited());
  }
  children(tree.get(), 0);
  return builder_.finish();
}

/// Has the text read again while there is something to change.
void Reader::read_again(CmarkTree& tree, EditsOf edits_of) {
  for (int round = 0; round < kMaxRounds; ++round) {
    const std::vector<Edit> edits = edits_of(tree.get(), lines());
    if (edits.empty()) return;
    source_.apply(edits);
    lines_.reset();
    tree = read_with_cmark(source_.text());
  }
}

void Reader::children(cmark_node* parent, int depth) {
  for (cmark_node* child = cmark_node_first_child(parent); child != nullptr;
       child = cmark_node_next(child)) {
    node(child, depth + 1);
  }
}

void Reader::node(cmark_node* node, int depth) {
  if (depth > kMaxNesting) {
    report(msg::markdown_too_deep{.limit = kMaxNesting}, place(node), 1);
    return;
  }
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      return builder_.text(text_of(node), place(node));
    case CMARK_NODE_SOFTBREAK:
      return soft_break(node);
    case CMARK_NODE_LINEBREAK:
      return builder_.leaf(start(Kind::line_break, node));
    case CMARK_NODE_CODE:
      return literal(Kind::code, node);
    case CMARK_NODE_EMPH:
      if (is_parted_run(node)) return builder_.text("**", place(node));
      return container(start(Kind::emphasis, node), node, depth);
    case CMARK_NODE_STRONG:
      if (is_parted_run(node)) return builder_.text("****", place(node));
      return container(start(Kind::strong, node), node, depth);
    case CMARK_NODE_LINK:
      return link(Kind::link, node, depth);
    case CMARK_NODE_IMAGE:
      return link(Kind::image, node, depth);
    case CMARK_NODE_PARAGRAPH:
      return paragraph(node, depth);
    case CMARK_NODE_HEADING:
      return heading(node, depth);
    case CMARK_NODE_BLOCK_QUOTE:
      return container(start(Kind::block_quote, node), node, depth);
    case CMARK_NODE_LIST:
      return list(node, depth);
    case CMARK_NODE_ITEM:
      return container(start(Kind::item, node), node, depth);
    case CMARK_NODE_CODE_BLOCK:
      return code_block(node);
    case CMARK_NODE_THEMATIC_BREAK:
      return builder_.leaf(start(Kind::thematic_break, node));
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE:
      return html(node);
    // cmark's parser makes none of these below the root.
    case CMARK_NODE_NONE:
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_CUSTOM_BLOCK:
    case CMARK_NODE_CUSTOM_INLINE:
      return;
  }
}

void Reader::container(const Node& opened, cmark_node* node, int depth) {
  builder_.open(opened);
  children(node, depth);
  builder_.close();
}

void Reader::heading(cmark_node* node, int depth) {
  Node opened = start(Kind::heading, node);
  opened.level = static_cast<std::uint8_t>(cmark_node_get_heading_level(node));
  container(opened, node, depth);
}

void Reader::list(cmark_node* node, int depth) {
  Node opened = start(Kind::list, node);
  opened.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  opened.tight = cmark_node_get_list_tight(node) != 0;
  if (opened.ordered) opened.start = static_cast<std::uint32_t>(cmark_node_get_list_start(node));
  container(opened, node, depth);
}

void Reader::paragraph(cmark_node* node, int depth) {
  const TableSource* source = tables_ && !in_table_ ? TablePass::of(node) : nullptr;
  if (source == nullptr) return container(start(Kind::paragraph, node), node, depth);
  in_table_ = true;
  if (source->lead != nullptr) container(start(Kind::paragraph, source->lead), source->lead, depth);
  table(*source, depth);
  in_table_ = false;
}

void Reader::table(const TableSource& source, int depth) {
  Node opened;
  opened.kind = Kind::table;
  opened.where = source.where;
  builder_.open(opened);
  std::size_t next_cell = 0;
  for (std::size_t row = 0; row < source.table.rows.size(); ++row) {
    table_row(source, row, next_cell, depth + 1);
  }
  builder_.close();
}

void Reader::table_row(const TableSource& source, std::size_t row, std::size_t& next_cell,
                       int depth) {
  Node opened;
  opened.kind = Kind::table_row;
  opened.where = place(source.cells[next_cell]);
  opened.where.column = 1;
  builder_.open(opened);
  const std::size_t written = source.table.rows[row].size();
  for (std::size_t column = 0; column < source.table.columns.size(); ++column) {
    Node cell;
    cell.kind = Kind::table_cell;
    cell.align = source.table.columns[column];
    if (column < written) cell.where = place(source.cells[next_cell]);
    builder_.open(cell);
    if (column < written) cell_content(source.cells[next_cell++], depth + 1);
    builder_.close();
  }
  builder_.close();
}

/// A cell's inlines without the no-break space that TablePass put first.
void Reader::cell_content(cmark_node* paragraph, int depth) {
  cmark_node* first = cmark_node_first_child(paragraph);
  const SourcePos where = place(first);
  builder_.text(text_of(first).substr(kNoBreakSpaceBytes), where);
  for (cmark_node* rest = cmark_node_next(first); rest != nullptr; rest = cmark_node_next(rest)) {
    node(rest, depth + 1);
  }
}

void Reader::code_block(cmark_node* node) {
  Node leaf = start(Kind::code_block, node);
  leaf.extra = builder_.store(view(cmark_node_get_fence_info(node)));
  leaf.text = builder_.store(view(cmark_node_get_literal(node)));
  builder_.leaf(leaf);
}

void Reader::literal(Kind kind, cmark_node* node) {
  Node leaf = start(kind, node);
  leaf.text = builder_.store(view(cmark_node_get_literal(node)));
  builder_.leaf(leaf);
}

void Reader::soft_break(cmark_node* node) {
  if (builder_.begins_line()) return;
  cmark_node* next = cmark_node_next(node);
  while (is_nothing(next)) next = cmark_node_next(next);
  const bool joins = is_chinese(builder_.last_character()) && is_chinese(first_character(next));
  if (!joins) builder_.leaf(start(Kind::soft_break, node));
}

void Reader::link(Kind kind, cmark_node* node, int depth) {
  std::string_view url = view(cmark_node_get_url(node));
  Node opened = start(kind, node);
  if (kind == Kind::link && is_citation(node)) {
    opened.kind = Kind::citation;
    url.remove_prefix(kFact.size());
  } else if (!markup::is_safe_address(url)) {
    const std::uint32_t last = end_place(node).column;
    report(msg::markdown_unsafe_url{.address = shown(url)}, opened.where,
           last < opened.where.column ? 1 : last - opened.where.column + 1);
    return children(node, depth);
  }
  opened.text = builder_.store(url);
  if (opened.kind != Kind::citation)
    opened.extra = builder_.store(view(cmark_node_get_title(node)));
  container(opened, node, depth);
}

void Reader::html(cmark_node* node) {
  const std::string_view source = view(cmark_node_get_literal(node));
  report(msg::markdown_raw_html{}, place(node),
         source.find_first_of("\r\n") == std::string_view::npos ? source.size()
                                                                : source.find_first_of("\r\n"));
}

}  // namespace

Document parse(std::string_view markdown, const Locator& locate, Diagnostics& diagnostics,
               Emphasis emphasis) {
  // cmark reads past one, but its columns do not.
  std::size_t marks = 0;
  for (; markdown.starts_with(utf8::kByteOrderMark); marks += utf8::kByteOrderMark.size()) {
    markdown = utf8::without_bom(markdown);
  }
  const Locator after_marks = [&](std::size_t offset, std::size_t bytes) {
    return locate(offset + marks, bytes);
  };
  return Reader(markdown, after_marks, diagnostics).read(emphasis);
}

Document parse(const SourceText& source, Diagnostics& diagnostics) {
  const Locator locate = [&](std::size_t offset, std::size_t bytes) {
    return source.at(offset, bytes);
  };
  return parse(source.text(), locate, diagnostics);
}

}  // namespace huice::markdown
