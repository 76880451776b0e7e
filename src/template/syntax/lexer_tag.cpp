// SPDX-License-Identifier: Apache-2.0
#include "template/syntax/lexer_tag.h"

#include "base/ascii.h"
#include "base/messages/template_syntax.h"
#include "base/utf8.h"
#include "base/white_space.h"
#include "template/values/characters.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace huice::tmpl {
namespace {

// Above ASCII every letter may be in a name; signs, such as full-width quotes, may not.
bool is_name_start(char c) {
  return ascii::is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_name_part(char c) {
  return is_name_start(c) || ascii::is_digit(c);
}

constexpr std::size_t kMostReadAgain = std::size_t{64} << 10U;

// Full-width spaces too: Chinese keyboards type them.
std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (!utf8::is_space(utf8::decode(text, next))) break;
    at = next;
  }
  return at;
}

bool name_goes_on(std::string_view text, std::size_t at) {
  if (!is_name_start(text[at])) return false;
  return static_cast<unsigned char>(text[at]) < 0x80 || is_word(utf8::decode(text, at));
}

}  // namespace

TagEnd TagLexer::read(std::size_t open, std::size_t offset, bool block,
                      std::vector<Token>& tokens) {
  start_ = open;
  position_ = offset;
  open_.clear();
  while (position_ < text_.size()) {
    TagEnd end;
    if (open_.empty() && closes(block, end)) return end;
    const std::size_t spaces = skip_spaces(text_, position_);
    if (spaces > position_) {
      position_ = spaces;
      continue;
    }
    // Neither can be in a tag.
    const std::string_view rest = text_.substr(position_);
    if (rest.starts_with("{%") || rest.starts_with("{#")) break;
    Token next;
    if (!token(next)) return recover(block, tokens);
    tokens.push_back(next);
  }
  return unclosed(block, tokens);
}

std::size_t TagLexer::next_tag(std::size_t at) const {
  while ((at = text_.find('{', at)) != std::string_view::npos && at + 1 < text_.size()) {
    const char next = text_[at + 1];
    if (next == '{' || next == '%' || next == '#') return at;
    ++at;
  }
  return text_.size();
}

bool TagLexer::closes(bool block, TagEnd& end) const {
  const std::string_view rest = text_.substr(position_);
  const std::string_view close = block ? "%}" : "}}";
  const bool marked = rest.starts_with('-') || (block && rest.starts_with('+'));
  if (!rest.substr(marked ? 1 : 0).starts_with(close)) return false;
  end.offset = position_ + (marked ? 3 : 2);
  end.mark = marked ? rest[0] : '\0';
  return true;
}

// After a problem: one bad token, then on after the next closing sequence.
TagEnd TagLexer::recover(bool block, std::vector<Token>& tokens) {
  const std::size_t next = next_tag(position_);
  const std::size_t close = text_.substr(0, next).find(block ? "%}" : "}}", position_);
  if (close == std::string_view::npos) return unclosed(block, tokens);
  problems_.add(std::move(*found_));
  Token bad;
  bad.kind = TokenKind::bad;
  bad.span = {static_cast<std::uint32_t>(position_), 1};
  tokens.push_back(bad);
  return {close + 2, '\0'};
}

// Text beyond its line, or beyond the next tag's start, was never part of it, and is read again.
// Where most of the text has been read again several times, the rest is left: else n open tags
// would cost n times the text.
TagEnd TagLexer::unclosed(bool block, std::vector<Token>& tokens) {
  const std::size_t next = next_tag(start_ + 2);
  std::size_t end = std::min(text_.substr(0, next).find('\n', start_), next);
  while (tokens.back().span.offset >= end) tokens.pop_back();
  Token bad;
  bad.kind = TokenKind::bad;
  bad.span = {static_cast<std::uint32_t>(start_), 2};
  problems_.add(
      problem(msg::template_unclosed_tag{.end = block ? "%}" : "}}"}, source_.at(bad.span)));
  tokens.push_back(bad);
  read_again_ += position_ - std::min(position_, end);
  if (read_again_ > kMostReadAgain + 4 * text_.size()) end = text_.size();
  return {end, '\0'};
}

bool TagLexer::token(Token& token) {
  const char c = text_[position_];
  bool good = false;
  const std::size_t start = position_;
  if (name_goes_on(text_, position_)) {
    good = name(token);
  } else if (ascii::is_digit(c)) {
    good = number(token);
  } else if (c == '"' || c == '\'') {
    good = string(token);
  } else {
    good = sign(token);
  }
  token.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(position_ - start)};
  return good && (token.kind != TokenKind::sign || balance(token));
}

bool TagLexer::refuse(Message message, std::size_t offset, std::size_t length) {
  const Span span{static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
  found_ = problem(std::move(message), source_.at(span));
  return false;
}

bool TagLexer::name(Token& token) {
  const std::size_t start = position_;
  while (position_ < text_.size() &&
         (ascii::is_digit(text_[position_]) || name_goes_on(text_, position_))) {
    utf8::decode(text_, position_);
  }
  token.kind = TokenKind::name;
  token.text = text_.substr(start, position_ - start);
  return true;
}

std::size_t TagLexer::digits_end(std::size_t at) const {
  while (at < text_.size() &&
         (ascii::is_digit(text_[at]) ||
          (text_[at] == '_' && at + 1 < text_.size() && ascii::is_digit(text_[at + 1])))) {
    ++at;
  }
  return at;
}

bool TagLexer::number(Token& token) {
  const std::size_t start = position_;
  const auto at = [this](std::size_t i) { return i < text_.size() ? text_[i] : '\0'; };
  int base = 10;
  if (at(start) == '0' && (at(start + 1) == 'x' || at(start + 1) == 'X')) base = 16;
  if (at(start) == '0' && (at(start + 1) == 'o' || at(start + 1) == 'O')) base = 8;
  if (at(start) == '0' && (at(start + 1) == 'b' || at(start + 1) == 'B')) base = 2;
  std::size_t end = start;
  bool real = false;
  if (base != 10) {
    end = start + 2;
    while (is_name_part(at(end))) ++end;
  } else {
    end = digits_end(start);
    const bool after_dot = start > 0 && text_[start - 1] == '.';
    if (!after_dot && at(end) == '.' && ascii::is_digit(at(end + 1))) {
      real = true;
      end = digits_end(end + 1);
    }
    const std::size_t sign = at(end + 1) == '+' || at(end + 1) == '-' ? 1 : 0;
    if (!after_dot && (at(end) == 'e' || at(end) == 'E') && ascii::is_digit(at(end + 1 + sign))) {
      real = true;
      end = digits_end(end + 1 + sign);
    }
  }
  position_ = end;
  const std::size_t first = base == 10 ? start : start + 2;
  std::string digits(text_.substr(first, end - first));
  std::erase(digits, '_');
  token.kind = real ? TokenKind::floating : TokenKind::integer;
  token.text = text_.substr(start, end - start);
  const char* last = digits.data() + digits.size();
  std::uint64_t whole = 0;
  const auto result = real ? std::from_chars(digits.data(), last, token.floating)
                           : std::from_chars(digits.data(), last, whole, base);
  constexpr std::uint64_t kBeyond = std::uint64_t{1} << 63U;
  token.only_negative = whole == kBeyond;
  token.integer = static_cast<std::int64_t>(whole);
  // No zeros before a whole number: in other languages they would make it octal.
  const bool zeros = !real && base == 10 && digits[0] == '0' && whole != 0;
  if (!zeros && whole <= kBeyond && result.ec == std::errc() && result.ptr == last) return true;
  return refuse(msg::template_bad_number{.text = text_.substr(start, end - start)}, start,
                end - start);
}

bool TagLexer::string(Token& token) {
  const std::size_t start = position_;
  const char quote = text_[start];
  std::size_t end = start + 1;
  while (end < text_.size() && text_[end] != quote) {
    end += std::size_t{text_[end] == '\\' ? 2U : 1U};
  }
  if (end >= text_.size()) {
    position_ = start;
    return refuse(msg::template_unclosed_string{.quote = std::string(1, quote)}, start, 1);
  }
  const std::string_view raw = text_.substr(start + 1, end - start - 1);
  token.kind = TokenKind::string;
  position_ = end + 1;
  if (raw.find('\\') == std::string_view::npos) {
    token.text = raw;
    return true;
  }
  std::string out;
  if (!unescape(raw, out)) {
    return refuse(msg::template_bad_escape{}, start, end + 1 - start);
  }
  token.text = strings_.emplace_back(std::move(out));
  return true;
}

// Python's escapes, as Jinja reads them; an unknown escape stays as it is written.
bool TagLexer::unescape(std::string_view raw, std::string& out) {
  constexpr std::string_view kLetters = "abfnrtv\\'\"";
  constexpr std::string_view kMeanings = "\a\b\f\n\r\t\v\\'\"";
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\' || i + 1 >= raw.size()) {
      out += raw[i];
      continue;
    }
    const char c = raw[++i];
    const std::size_t known = kLetters.find(c);
    if (known != std::string_view::npos) {
      out += kMeanings[known];
    } else if (c == 'x' || c == 'u' || c == 'U') {
      const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : 8;
      if (!unescape_code(raw, i, digits, out)) return false;
    } else if (c >= '0' && c <= '7') {
      unescape_octal(raw, i, out);
    } else if (c == 'N') {
      if (!unescape_name(raw, i, out)) return false;
    } else if (c != '\n') {
      out += '\\';
      out += c;
    }
  }
  return true;
}

// One to three digits, the first of them at `at`.
void TagLexer::unescape_octal(std::string_view raw, std::size_t& at, std::string& out) {
  std::uint32_t code = 0;
  const std::size_t end = std::min(at + 3, raw.size());
  while (at < end && raw[at] >= '0' && raw[at] <= '7') {
    code = code * 8 + static_cast<std::uint32_t>(raw[at] - '0');
    ++at;
  }
  --at;
  utf8::append(out, code);
}

// {NAME} after \N: a character by its name in Unicode.
bool TagLexer::unescape_name(std::string_view raw, std::size_t& at, std::string& out) {
  const std::size_t close = raw.find('}', at);
  if (at + 1 >= raw.size() || raw[at + 1] != '{' || close == std::string_view::npos) return false;
  const auto character = named_character(raw.substr(at + 2, close - at - 2));
  if (!character) return false;
  utf8::append(out, *character);
  at = close;
  return true;
}

bool TagLexer::unescape_code(std::string_view raw, std::size_t& at, std::size_t digits,
                             std::string& out) {
  if (at + digits >= raw.size()) return false;
  std::uint32_t code = 0;
  const char* first = raw.data() + at + 1;
  const auto result = std::from_chars(first, first + digits, code, 16);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (result.ec != std::errc() || result.ptr != first + digits || surrogate || code > 0x10FFFF) {
    return false;
  }
  utf8::append(out, code);
  at += digits;
  return true;
}

bool TagLexer::sign(Token& token) {
  static constexpr std::array<std::string_view, 6> kDouble{"//", "**", "==", "!=", ">=", "<="};
  constexpr std::string_view kSingle = "+-/*%~[](){}><=.:|,;";
  const std::string_view rest = text_.substr(position_);
  token.kind = TokenKind::sign;
  for (const std::string_view two : kDouble) {
    if (!rest.starts_with(two)) continue;
    token.text = two;
    position_ += 2;
    return true;
  }
  if (kSingle.find(rest[0]) == std::string_view::npos) {
    std::size_t end = position_;
    utf8::decode(text_, end);
    const std::size_t size = end - position_;
    return refuse(msg::template_unexpected_character{.character = rest.substr(0, size)}, position_,
                  size);
  }
  token.text = rest.substr(0, 1);
  ++position_;
  return true;
}

bool TagLexer::balance(const Token& token) {
  const char c = token.text[0];
  if (c == '(' || c == '[' || c == '{') {
    open_ += c == '(' ? ')' : c == '[' ? ']' : '}';
  } else if (c == ')' || c == ']' || c == '}') {
    if (open_.empty() || open_.back() != c) {
      return refuse(msg::template_unexpected_character{.character = std::string(1, c)},
                    token.span.offset, 1);
    }
    open_.pop_back();
  }
  return true;
}

}  // namespace huice::tmpl
