// SPDX-License-Identifier: Apache-2.0
// The source lines of each paragraph and heading are looked at, with everything in them that is no
// text blanked out: escapes, code spans, addresses.
#include "markdown/unknown_syntax.h"

#include "base/ascii.h"
#include "markdown/block_lines.h"
#include "markdown/characters.h"
#include "markdown/chinese_emphasis.h"
#include "markdown/chinese_underscores.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

namespace huice::markdown {
namespace {

constexpr char kBlanked = '\x01';

bool may_have_any(std::string_view text) {
  static constexpr std::array<std::string_view, 15> kSigns{
      "**",  "__",  "[^",  "~~", "==",    "$$",    ":::", "!!! ",
      "[ ]", "[x]", "[X]", "[!", "[TOC]", "[toc]", "\n: "};
  return text.starts_with("---") ||
         std::any_of(std::begin(kSigns), std::end(kSigns),
                     [&](auto sign) { return text.find(sign) != std::string_view::npos; });
}

std::size_t run_length(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_not_of(text[at], at);
  return std::min(end, text.size()) - at;
}

/// The text of one block, line by line.
class Block {
 public:
  void add_line(std::string_view line, std::size_t at) {
    starts_[text_.size()] = at;
    text_.append(line) += '\n';
  }

  const std::string& text() const { return text_; }

  /// As it was written.
  const std::string& written() const { return written_; }

  /// The byte in the whole text of a byte of this one.
  std::size_t origin(std::size_t at) const {
    const auto line = std::prev(starts_.upper_bound(at));
    return line->second + (at - line->first);
  }

  void blank_out() {
    written_ = text_;
    find_ends_of_code();
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = end_of_blanked(at);
      std::fill(text_.begin() + static_cast<std::ptrdiff_t>(at),
                text_.begin() + static_cast<std::ptrdiff_t>(end), kBlanked);
      at = std::max(end, at + (text_[at] == '`' ? run_length(text_, at) : 1));
    }
  }

 private:
  /// Where runs of so many backticks are, the last one first, so that the next one is found at
  /// once.
  void find_ends_of_code() {
    for (std::size_t at = text_.find('`'); at != std::string::npos;) {
      const std::size_t length = run_length(text_, at);
      runs_[length].push_back(at);
      at = text_.find('`', at + length);
    }
    for (auto& [length, places] : runs_) std::reverse(places.begin(), places.end());
  }

  /// The end of what begins at `at` and is no text, or `at`.
  std::size_t end_of_blanked(std::size_t at) {
    const char c = text_[at];
    if (c == '\\' && at + 1 < text_.size() && text_[at + 1] != '\n') return at + 2;
    if (c == '`') return end_of_code(at);
    if (c == '<') return end_within_line(at, '>', no_angle_);
    if (c == ']' && text_[at + 1] == '(') return end_within_line(at, ')', no_parenthesis_);
    return at;
  }

  std::size_t end_of_code(std::size_t at) {
    const std::size_t length = run_length(text_, at);
    std::vector<std::size_t>& places = runs_[length];
    while (!places.empty() && places.back() <= at) places.pop_back();
    return places.empty() ? at : places.back() + length;
  }

  /// `none` is up to where no `close` is, so that each line is searched once.
  std::size_t end_within_line(std::size_t at, char close, std::size_t& none) const {
    if (at < none) return at;
    const std::size_t end = text_.find_first_of(std::string{close, '\n'}, at);
    if (text_[end] == close) return end + 1;
    none = end;
    return at;
  }

  std::string text_;
  std::string written_;                        ///< before blank_out()
  std::map<std::size_t, std::size_t> starts_;  ///< of lines: here, and in the whole text
  std::unordered_map<std::size_t, std::vector<std::size_t>> runs_;  ///< of backticks, by length
  std::size_t no_angle_ = 0;
  std::size_t no_parenthesis_ = 0;
};

/// Whether any text below `node` has these signs. Without recursion: marks nest as deep as people
/// write them.
bool has_text(cmark_node* node, std::string_view signs) {
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> all(cmark_iter_new(node),
                                                                    cmark_iter_free);
  while (cmark_iter_next(all.get()) != CMARK_EVENT_DONE) {
    cmark_node* const at = cmark_iter_get_node(all.get());
    if (cmark_node_get_type(at) != CMARK_NODE_TEXT) continue;
    const char* const literal = cmark_node_get_literal(at);
    if (literal != nullptr && std::string_view(literal).find(signs) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

/// The bytes of `[^label]` at `at`, or 0. `[^a](…)` is a link.
std::size_t footnote_at(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of("] \t\n[", at + 2);
  if (end == std::string_view::npos || text[end] != ']' || end == at + 2) return 0;
  return text[end + 1] == '(' ? 0 : end + 1 - at;
}

class Finder {
 public:
  explicit Finder(const LineIndex& lines) : lines_(lines) {}

  void inspect(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK) cover(node);
    if (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING) return;
    cover(node);
    Block block = block_of(node);
    if (type == CMARK_NODE_PARAGRAPH) inspect_beginning(node, block);
    block.blank_out();
    inspect_text(block);
    inspect_bold(node, block);
  }

  /// A note that no text asks for defines a link to CommonMark, which leaves no node.
  void inspect_uncovered_lines() {
    for (std::uint32_t line = 1; line <= lines_.count(); ++line) {
      const auto after = covered_.upper_bound(line);
      const bool is_covered = after != covered_.begin() && std::prev(after)->second >= line;
      if (is_covered) continue;
      const std::string text(std::string(lines_.line(line)) + "\n");
      const std::size_t at = text.find("[^");
      if (at == std::string::npos || text.find_first_not_of(" \t>-+*.)0123456789") != at) continue;
      const std::size_t bytes = footnote_at(text, at);
      if (bytes > 0) add(Syntax::footnote, lines_.offset({line, 1}) + at, bytes);
    }
  }

  void inspect_front_matter() {
    if (lines_.line(1) != "---") return;
    for (std::uint32_t line = 2; line <= lines_.count(); ++line) {
      const std::string_view text = lines_.line(line);
      if (text == "---" && line > 2) return add(Syntax::front_matter, 0, 3);
      const std::size_t colon = text.find(':');
      const bool is_setting =
          colon != std::string_view::npos && colon > 0 &&
          std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                      [](char c) { return ascii::is_alnum(c) || c == '_' || c == '-'; });
      if (!is_setting) return;
    }
  }

  std::vector<UnknownSyntax> take() {
    std::sort(found_.begin(), found_.end(),
              [](const UnknownSyntax& a, const UnknownSyntax& b) { return a.at < b.at; });
    return std::move(found_);
  }

 private:
  void add(Syntax syntax, std::size_t at, std::size_t bytes) {
    found_.push_back({syntax, at, bytes});
  }

  void cover(cmark_node* node) {
    covered_[static_cast<std::uint32_t>(cmark_node_get_start_line(node))] =
        static_cast<std::uint32_t>(cmark_node_get_end_line(node));
  }

  Block block_of(cmark_node* node) const {
    Block block;
    const auto first = static_cast<std::uint32_t>(cmark_node_get_start_line(node));
    const auto last = static_cast<std::uint32_t>(cmark_node_get_end_line(node));
    const auto column = static_cast<std::size_t>(cmark_node_get_start_column(node));
    const Surroundings around = surroundings(node);
    for (std::uint32_t number = first; number <= last; ++number) {
      const std::string_view line = lines_.line(number);
      const std::string_view content = number == first
                                           ? line.substr(std::min(column - 1, line.size()))
                                           : without_markers(line, around);
      block.add_line(content, lines_.offset({number, 1}) + (line.size() - content.size()));
    }
    return block;
  }

  void inspect_beginning(cmark_node* node, const Block& block) {
    const std::string_view text = block.text();
    cmark_node* const first = cmark_node_first_child(node);
    if (first == nullptr || cmark_node_get_type(first) != CMARK_NODE_TEXT) return;
    const bool is_first = cmark_node_previous(node) == nullptr;
    const cmark_node_type parent = cmark_node_get_type(cmark_node_parent(node));
    const std::string_view box = text.substr(0, 4);
    const bool is_box = box == "[ ] " || box == "[x] " || box == "[X] ";
    if (is_first && parent == CMARK_NODE_ITEM && is_box) add(Syntax::task, block.origin(0), 3);
    const std::string_view line = text.substr(0, text.find('\n'));
    if (is_first && parent == CMARK_NODE_BLOCK_QUOTE && line.starts_with("[!") &&
        line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 2) == line.size() - 1 &&
        line.back() == ']') {
      add(Syntax::alert, block.origin(0), line.size());
    }
    if (line == "[TOC]" || line == "[toc]") add(Syntax::contents, block.origin(0), line.size());
  }

  void inspect_text(const Block& block) {
    const std::string_view text = block.text();
    bool has_chinese_before = false;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      const std::string_view line = text.substr(at, end - at);
      for (const std::string_view sign : {":::", "!!! "}) {
        if (line.starts_with(sign)) add(Syntax::container, block.origin(at), 3);
      }
      if (line.starts_with(": ") && has_chinese_before) {
        add(Syntax::definition, block.origin(at), 1);
      }
      has_chinese_before = has_chinese(line);
      at = end + 1;
    }
    for (std::size_t at = text.find("[^"); at != std::string_view::npos;
         at = text.find("[^", at + 2)) {
      const std::size_t bytes = footnote_at(text, at);
      if (bytes > 0) add(Syntax::footnote, block.origin(at), bytes);
    }
    inspect_pairs(block, Syntax::strike, '~');
    inspect_pairs(block, Syntax::highlight, '=');
    inspect_pairs(block, Syntax::formula, '$');
  }

  /// A table's cells are still one text here, of which cmark may have paired what is in two cells.
  void inspect_bold(cmark_node* node, const Block& block) {
    const bool is_table = block.text().find('|') != std::string::npos;
    if (is_table || has_text(node, "**")) {
      for (const Stretch& one : stars_alone(block.written(), block.text())) {
        add(Syntax::stray, block.origin(one.at), one.bytes);
      }
    }
    if (is_table || has_text(node, "__")) {
      for (const Stretch& one : underscores_alone(block.written(), block.text())) {
        add(Syntax::stray, block.origin(one.at), one.bytes);
      }
    }
  }

  /// Two signs, a text without blanks at its ends, and two signs again. A formula may have blanks,
  /// and `a == b` beside Latin is none.
  void inspect_pairs(const Block& block, Syntax syntax, char sign) {
    const std::string_view text = block.text();
    std::size_t open = std::string_view::npos;
    for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at)) {
      const std::size_t length = run_length(text, at);
      const bool may_blank = syntax == Syntax::formula;
      const bool may_open = may_blank || !ascii::is_blank(text[at + length]);
      const bool may_close =
          open != std::string_view::npos && (may_blank || !ascii::is_blank(text[at - 1]));
      const bool is_pair = length == 2 && may_close;
      if (is_pair && (syntax != Syntax::highlight || has_chinese(text.substr(open, at - open)))) {
        add(syntax, block.origin(open), 2);
        open = std::string_view::npos;
      } else if (length == 2 && may_open) {
        open = at;
      }
      at += length;
    }
  }

  const LineIndex& lines_;
  std::map<std::uint32_t, std::uint32_t> covered_;  ///< lines of blocks, the first with the last
  std::vector<UnknownSyntax> found_;
};

}  // namespace

std::vector<UnknownSyntax> unknown_syntax(cmark_node* root, std::string_view text,
                                          const LineIndex& lines) {
  if (!may_have_any(text)) return {};
  Finder finder(lines);
  finder.inspect_front_matter();
  cmark_iter* iter = cmark_iter_new(root);
  while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
    if (cmark_iter_get_event_type(iter) == CMARK_EVENT_ENTER)
      finder.inspect(cmark_iter_get_node(iter));
  }
  cmark_iter_free(iter);
  finder.inspect_uncovered_lines();
  return finder.take();
}

}  // namespace huice::markdown
