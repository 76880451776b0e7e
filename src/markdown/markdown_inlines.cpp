// SPDX-License-Identifier: Apache-2.0
// Escaping is local, but emphasis is not: whether a run of `*` opens, closes or is text depends on
// its neighbours and on the runs around it. So content is written with each delimiter's place
// remembered, neighbours in the way are replaced afterwards (flanking.h), and where emphasis is
// in or next to emphasis the result is read back, by huice's rules and by CommonMark's alone. If it
// reads differently, other choices between `*` and `_` are tried until one reads the same by both,
// or, where none does, by huice's.
#include "markdown/markdown_inlines.h"

#include "markdown/flanking.h"
#include "markdown/parse.h"
#include "markup/escape.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace huice::markdown {
namespace {

/// Choices tried before the first one is kept: all of them for up to 8 emphases.
constexpr std::uint32_t kMaxAttempts = 256;

/// How to write emphasis other than by the rules.
struct Choice {
  std::uint32_t underscores = 0;  ///< a bit for each emphasis, the first one lowest
  bool keeps_stars = false;       ///< text's own `*` and `_` unescaped: they lengthen runs, which
                                  ///< can be what keeps two runs from matching
};

bool is_emphasis(Kind kind) {
  return kind == Kind::emphasis || kind == Kind::strong;
}

/// Appends emphasis and text alone: what two ways to write the same content must agree in.
void append_shape(const Document& document, NodeId id, const CitationWriter& cite,
                  std::string& out) {
  const Kind kind = document.node(id).kind;
  if (kind == Kind::citation || document.is_leaf(id)) {
    const bool is_break = kind == Kind::soft_break || kind == Kind::line_break;
    if (!is_break) out += resolved_text(document, id, cite, markup::Format::markdown);
    return;
  }
  if (is_emphasis(kind)) out += kind == Kind::strong ? "\x01" : "\x02";
  for (const NodeId child : document.children(id)) append_shape(document, child, cite, out);
  if (is_emphasis(kind)) out += '\x03';
}

std::string shape(const Document& document, NodeId id, const CitationWriter& cite) {
  std::string out;
  for (const NodeId child : document.children(id)) append_shape(document, child, cite, out);
  return out;
}

class InlineWriter {
 public:
  InlineWriter(const Document& document, const CitationWriter& cite, InlinePlace place,
               std::optional<Choice> choice)
      : document_(document), cite_(cite), place_(place), choice_(choice) {}

  std::string write(NodeId id);

  std::uint32_t emphases() const { return emphases_; }
  bool is_doubtful() const { return is_doubtful_; }

 private:
  struct Open {
    Kind kind;
    char mark;
  };

  void children(NodeId id) {
    for (const NodeId child : document_.children(id)) node(child);
  }
  void node(NodeId id);
  void text(std::string_view text);
  void line_end(std::string_view mark);
  void protect_last_blank();
  void code(std::string_view text);
  void emphasis(NodeId id);
  char choose_mark(Kind kind, bool ends_parent);
  void link(NodeId id, std::string_view prefix);
  bool autolink(NodeId id);
  void tail(std::string_view scheme, std::string_view url, std::string_view title);
  void citation(NodeId id);
  bool starts_line() const { return out_.empty() || out_.back() == '\n'; }

  const Document& document_;
  const CitationWriter& cite_;
  InlinePlace place_;
  std::optional<Choice> choice_;
  std::string out_;
  std::vector<Delimiter> delimiters_;
  std::vector<Open> open_;
  NodeId parent_end_ = 0;  ///< of the innermost open emphasis
  std::uint32_t emphases_ = 0;
  bool is_doubtful_ = false;
};

void InlineWriter::node(NodeId id) {
  const Node& node = document_.node(id);
  switch (node.kind) {
    case Kind::text:
      return text(document_.text(node));
    case Kind::soft_break:
      return line_end("");
    case Kind::line_break:
      return line_end("\\");
    case Kind::code:
      return code(document_.text(node));
    case Kind::emphasis:
    case Kind::strong:
      return emphasis(id);
    case Kind::link:
      return link(id, "[");
    case Kind::image:
      return link(id, "![");
    case Kind::citation:
      return citation(id);
    // Blocks hold inlines and are not held by them.
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
      return children(id);
  }
}

void InlineWriter::text(std::string_view text) {
  const bool is_at_start = starts_line();
  if (is_at_start && !text.empty() && (text[0] == ' ' || text[0] == '\t')) {
    markup::append_reference(out_, static_cast<unsigned char>(text[0]));
    text.remove_prefix(1);
  }
  const bool starts_block = is_at_start && starts_line() && place_ == InlinePlace::paragraph;
  markup::escape_markdown(out_, text,
                          {.starts_line = starts_block,
                           .ends_heading = place_ == InlinePlace::heading,
                           .in_cell = place_ == InlinePlace::cell,
                           .keeps_stars = choice_ && choice_->keeps_stars,
                           .one_line = true});
}

/// A blank at the end of a line would be dropped when read.
void InlineWriter::protect_last_blank() {
  if (out_.empty() || (out_.back() != ' ' && out_.back() != '\t')) return;
  const char blank = out_.back();
  out_.pop_back();
  markup::append_reference(out_, static_cast<unsigned char>(blank));
}

void InlineWriter::line_end(std::string_view mark) {
  if (place_ != InlinePlace::paragraph) {
    out_ += ' ';
    return;
  }
  protect_last_blank();
  out_.append(mark) += '\n';
}

void InlineWriter::code(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const bool touches = !text.empty() && (text.front() == '`' || text.back() == '`');
  const bool is_stripped = !text.empty() && text.front() == ' ' && text.back() == ' ' &&
                           text.find_first_not_of(' ') != std::string_view::npos;
  const std::string_view pad = touches || is_stripped ? " " : "";
  out_.append(fence).append(pad).append(text).append(pad).append(fence);
}

/// `*` unless it would run together with a neighbour, or nest like emphasis in its own kind.
char InlineWriter::choose_mark(Kind kind, bool ends_parent) {
  if (choice_) return ((choice_->underscores >> (emphases_ % 32U)) & 1U) != 0 ? '_' : '*';
  const auto badness = [&](char mark) {
    int points = mark == '_' ? 1 : 0;
    const bool touches = !delimiters_.empty() &&
                         delimiters_.back().at + delimiters_.back().length == out_.size() &&
                         out_.back() == mark;
    if (touches || (ends_parent && open_.back().mark == mark)) points += 4;
    for (const Open& open : open_) points += open.kind == kind && open.mark == mark ? 2 : 0;
    return points;
  };
  return badness('_') < badness('*') ? '_' : '*';
}

void InlineWriter::emphasis(NodeId id) {
  const Node& node = document_.node(id);
  const std::size_t length = node.kind == Kind::strong ? 2 : 1;
  const bool ends_parent = !open_.empty() && node.end == parent_end_;
  const bool touches =
      !delimiters_.empty() && delimiters_.back().at + delimiters_.back().length == out_.size();
  if (touches || !open_.empty()) is_doubtful_ = true;
  const char mark = choose_mark(node.kind, ends_parent);
  ++emphases_;
  const bool is_alone = std::none_of(open_.begin(), open_.end(), [&](const Open& open) {
    return open.kind == node.kind && open.mark == mark;
  });
  delimiters_.push_back({out_.size(), length, true, is_alone});
  out_.append(length, mark);
  open_.push_back({node.kind, mark});
  const NodeId outer_end = std::exchange(parent_end_, node.end);
  children(id);
  parent_end_ = outer_end;
  open_.pop_back();
  delimiters_.push_back({out_.size(), length, false, is_alone});
  out_.append(length, mark);
}

/// `<https://…>` where the text is the address.
bool InlineWriter::autolink(NodeId id) {
  const Node& link = document_.node(id);
  const std::string_view url = document_.url(link);
  const bool is_web = url.substr(0, 7) == "http://" || url.substr(0, 8) == "https://";
  const bool is_text = link.end == id + 2 && document_.node(id + 1).kind == Kind::text;
  if (!is_web || !is_text || document_.text(document_.node(id + 1)) != url) return false;
  const auto is_plain = [](char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != 0x7F &&
           std::string_view("<>&\\`|").find(c) == std::string_view::npos;
  };
  if (!document_.title(link).empty() || !std::all_of(url.begin(), url.end(), is_plain))
    return false;
  out_.append("<").append(url) += '>';
  return true;
}

void InlineWriter::link(NodeId id, std::string_view prefix) {
  const Node& node = document_.node(id);
  if (node.kind == Kind::link && autolink(id)) return;
  out_ += prefix;
  children(id);
  tail("", document_.url(node), document_.title(node));
}

/// `](url "title")`
void InlineWriter::tail(std::string_view scheme, std::string_view url, std::string_view title) {
  const bool is_pointed = scheme.empty() && url.empty() && !title.empty();
  out_.append("](").append(is_pointed ? "<" : "").append(scheme);
  markup::escape_link_part(out_, url);
  if (is_pointed) out_ += '>';
  if (!title.empty()) {
    out_ += " \"";
    markup::escape_link_part(out_, title);
    out_ += '"';
  }
  out_ += ')';
}

void InlineWriter::citation(NodeId id) {
  if (!cite_) {
    out_ += '[';
    children(id);
    return tail("fact:", document_.target(document_.node(id)), "");
  }
  const CitedText cited = resolve_citation(document_, id, cite_, markup::Format::markdown);
  if (cited.href.empty()) return text(cited.text);
  out_ += '[';
  text(cited.text);
  tail("", cited.href, "");
}

std::string InlineWriter::write(NodeId id) {
  children(id);
  protect_last_blank();
  std::string written = with_working_delimiters(out_, delimiters_);
  if (place_ != InlinePlace::cell) return written;
  std::string escaped;
  for (const char c : written) {
    if (c == '|') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

/// The shape of inline Markdown once it is read in its place.
std::string shape_as_read(const std::string& content, InlinePlace place, Emphasis emphasis) {
  std::string text = content;
  NodeId id = 1;
  if (place == InlinePlace::heading) text = "# " + content;
  if (place == InlinePlace::cell) {
    text = "| " + content + " |\n| - |\n";
    id = 3;
  }
  Diagnostics ignored;
  const Document document = parse(
      text, [](std::size_t, std::size_t) { return Location{}; }, ignored, emphasis);
  return document.size() > id ? shape(document, id, {}) : std::string();
}

}  // namespace

std::string inline_markdown(const Document& document, NodeId id, const CitationWriter& cite,
                            InlinePlace place, SpellingBudget& budget) {
  InlineWriter first(document, cite, place, {});
  std::string content = first.write(id);
  if (!first.is_doubtful()) return content;
  const std::string wanted = shape(document, id, cite);
  const auto reads_well = [&](const std::string& text, Emphasis emphasis) {
    return shape_as_read(text, place, emphasis) == wanted;
  };
  std::optional<std::string> for_huice;
  const auto is_best = [&](const std::string& text) {
    if (!reads_well(text, Emphasis::chinese)) return false;
    if (reads_well(text, Emphasis::commonmark)) return true;
    if (!for_huice) for_huice = text;
    return false;
  };
  if (is_best(content)) return content;
  const std::uint32_t bits = std::min(first.emphases(), std::uint32_t{31});
  const std::uint32_t attempts = std::min(kMaxAttempts, std::uint32_t{1} << bits);
  for (const bool keeps_stars : {false, true}) {
    for (std::uint32_t underscores = 0; underscores < attempts; ++underscores) {
      if (!budget.take(content.size())) return for_huice.value_or(content);
      const Choice choice{underscores, keeps_stars};
      std::string other = InlineWriter(document, cite, place, choice).write(id);
      if (is_best(other)) return other;
    }
  }
  return for_huice.value_or(content);
}

}  // namespace huice::markdown
