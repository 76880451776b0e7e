// SPDX-License-Identifier: Apache-2.0
// The outer half of the lexer: literal text, comments, raw blocks and the whitespace around tags.
// lexer_tag.cpp reads the inside of a tag.

#include "template/syntax/lexer.h"

#include "base/messages/template_syntax.h"
#include "base/utf8.h"
#include "template/syntax/lexer_tag.h"
#include "template/values/characters.h"

#include <algorithm>

namespace huice::tmpl {
namespace {

class Lexer {
 public:
  Lexer(const Source& source, const Options& options, std::deque<std::string>& strings,
        Diagnostics& problems)
      : source_(source),
        text_(source.text),
        options_(options),
        problems_(problems),
        tag_(source, strings, problems) {}

  std::vector<Token> run() {
    while (position_ < text_.size()) step();
    push(TokenKind::end, text_.size(), 0);
    return std::move(tokens_);
  }

 private:
  void step() {
    const std::size_t open = next_tag();
    if (open == std::string_view::npos) {
      data(position_, text_.size());
      position_ = text_.size();
      return;
    }
    const char kind = text_[open + 1];
    const char mark = open + 2 < text_.size() ? text_[open + 2] : '\0';
    const bool marked = mark == '-' || mark == '+';
    data(position_, stripped_end(position_, open, marked ? mark : '\0', kind != '{'));
    const std::size_t inside = open + (marked ? 3 : 2);
    if (kind == '#') {
      comment(open, inside);
    } else if (kind == '%' && raw_begin(inside) != 0) {
      raw(open, raw_begin(inside));
    } else {
      tag(open, inside, kind == '%');
    }
  }

  std::size_t next_tag() const {
    std::size_t at = position_;
    while ((at = text_.find('{', at)) != std::string_view::npos && at + 1 < text_.size()) {
      const char next = text_[at + 1];
      if (next == '{' || next == '%' || next == '#') return at;
      ++at;
    }
    return std::string_view::npos;
  }

  // Where the text before a tag ends once its mark or lstrip_blocks has taken spaces away.
  std::size_t stripped_end(std::size_t start, std::size_t end, char mark, bool block) const {
    if (mark == '-') {
      const std::string_view before = text_.substr(start, end - start);
      return start + strip_right(before).size();
    }
    if (mark == '+' || !options_.lstrip_blocks || !block) return end;
    std::size_t line = end;
    while (line > start && text_[line - 1] != '\n') --line;
    const bool starts_line = line > start || line == 0 || text_[line - 1] == '\n';
    const bool blank = strip_left(text_.substr(line, end - line)).empty();
    return starts_line && blank && line < end ? line : end;
  }

  void data(std::size_t start, std::size_t end) {
    if (start < end) push(TokenKind::data, start, end - start);
  }

  void push(TokenKind kind, std::size_t offset, std::size_t length) {
    Token token;
    token.kind = kind;
    token.span = {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
    token.text = text_.substr(offset, length);
    tokens_.push_back(token);
  }

  // Moves after a closing sequence: its "-" takes all space after it, trim_blocks one newline.
  void after_close(std::size_t end, char mark, bool block) {
    position_ = end;
    if (mark == '-') {
      position_ = skip_space(end);
    } else if (mark != '+' && block && options_.trim_blocks && end < text_.size() &&
               text_[end] == '\n') {
      ++position_;
    }
  }

  void comment(std::size_t open, std::size_t inside) {
    const std::size_t close = text_.find("#}", inside);
    if (close == std::string_view::npos) return unclosed(open, "#}");
    const char mark = close > inside ? text_[close - 1] : '\0';
    after_close(close + 2, mark, true);
  }

  void unclosed(std::size_t open, std::string_view close) {
    problems_.add(problem(msg::template_unclosed_tag{.end = close},
                          source_.at({static_cast<std::uint32_t>(open), 2})));
    push(TokenKind::bad, open, 2);
    position_ = text_.size();
  }

  std::size_t skip_space(std::size_t at) const {
    return text_.size() - strip_left(text_.substr(std::min(at, text_.size()))).size();
  }

  bool has(std::size_t at, std::string_view what) const {
    return text_.substr(std::min(at, text_.size())).starts_with(what);
  }

  // Whether "{%" is followed by "raw %}": the offset after it, or 0.
  std::size_t raw_begin(std::size_t inside) const {
    std::size_t at = skip_space(inside);
    if (!has(at, "raw")) return 0;
    at = skip_space(at + 3);
    if (has(at, "-%}")) return skip_space(at + 3);
    return has(at, "%}") ? at + 2 : 0;
  }

  void raw(std::size_t open, std::size_t begin) {
    for (std::size_t at = begin; (at = text_.find("{%", at)) != std::string_view::npos; at += 2) {
      const char mark = has(at + 2, "-") || has(at + 2, "+") ? text_[at + 2] : '\0';
      std::size_t close = skip_space(at + (mark != '\0' ? 3 : 2));
      if (!has(close, "endraw")) continue;
      close = skip_space(close + 6);
      const char end_mark = has(close, "-") || has(close, "+") ? text_[close] : '\0';
      if (end_mark != '\0') ++close;
      if (!has(close, "%}")) continue;
      data(begin, stripped_end(begin, at, mark, true));
      return after_close(close + 2, end_mark, true);
    }
    unclosed(open, "{% endraw %}");
  }

  void tag(std::size_t open, std::size_t inside, bool block) {
    push(block ? TokenKind::block_begin : TokenKind::variable_begin, open, 2);
    const TagEnd end = tag_.read(open, inside, block, tokens_);
    push(block ? TokenKind::block_end : TokenKind::variable_end, end.offset - 2, 2);
    after_close(end.offset, end.mark, block);
  }

  const Source& source_;
  std::string_view text_;
  const Options& options_;
  Diagnostics& problems_;
  TagLexer tag_;
  std::size_t position_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(const Source& source, const Options& options,
                            std::deque<std::string>& strings, Diagnostics& problems) {
  return Lexer(source, options, strings, problems).run();
}

bool drop_last_newline(const Source& source, std::vector<Token>& tokens) {
  if (tokens.size() < 2) return false;
  Token& last = tokens[tokens.size() - 2];
  const char* const end = source.text.data() + source.text.size();
  const bool at_end = last.text.data() + last.text.size() == end;
  if (last.kind != TokenKind::data || !at_end || !last.text.ends_with('\n')) return false;
  last.text.remove_suffix(1);
  if (last.text.empty()) tokens.erase(tokens.end() - 2);
  return true;
}

std::string normalize(std::string_view text, const Options& options) {
  std::string out;
  out.reserve(text.size());
  text = utf8::without_bom(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else {
      out += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    }
  }
  if (!options.keep_trailing_newline && !out.empty() && out.back() == '\n') out.pop_back();
  return out;
}

}  // namespace huice::tmpl
