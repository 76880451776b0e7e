// SPDX-License-Identifier: Apache-2.0
#include "markdown/markdown_escape.h"

#include <cstdint>

namespace huice::markdown {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alnum(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
}

bool is_blank_or_end(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\t' || is_control(text[at]);
}

/// Whether the "&" at `at` may begin a character reference, `&amp;` or `&#38;`. What follows the
/// text is not known here, so one that could still become a reference counts.
bool is_reference(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (end < text.size() && text[end] == '#') ++end;
  while (end < text.size() && is_alnum(text[end])) ++end;
  return end == text.size() || text[end] == ';';
}

/// Whether the character at `at` is markup wherever it stands.
bool is_always_markup(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '\\':
    case '`':
    case '*':
    case '_':
    case '[':
    case ']':
    case '<':
    case '~':
      return true;
    case '&':
      return is_reference(text, at);
    case '!':
      return at + 1 == text.size() || text[at + 1] == '[';
    default:
      return false;
  }
}

/// The byte to escape so that a text at the start of a line starts no block, or npos.
std::size_t block_marker(std::string_view text) {
  switch (text.empty() ? '\0' : text[0]) {
    case '#':
    case '>':
    case '=':
      return 0;
    case '+':
      return is_blank_or_end(text, 1) ? 0 : std::string_view::npos;
    case '-':
      return is_blank_or_end(text, 1) || text[1] == '-' ? 0 : std::string_view::npos;
    default:
      break;
  }
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  const bool is_number = at > 0 && at < text.size() && (text[at] == '.' || text[at] == ')');
  return is_number && is_blank_or_end(text, at + 1) ? at : std::string_view::npos;
}

}  // namespace

void append_reference(char32_t character, std::string& out) {
  out.append("&#").append(std::to_string(static_cast<std::uint32_t>(character))) += ';';
}

void escape_text(std::string_view text, TextPosition position, std::string& out) {
  const std::size_t marker = position.starts_line ? block_marker(text) : std::string_view::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_control(c)) {
      append_reference(static_cast<unsigned char>(c), out);
      continue;
    }
    const bool is_kept = position.keeps_stars && (c == '*' || c == '_');
    const bool is_markup = is_always_markup(text, i) || (c == '#' && position.in_heading) ||
                           (c == '|' && !position.in_cell);
    if (i == marker || (is_markup && !is_kept)) out += '\\';
    out += c;
  }
}

void escape_markdown(std::string_view text, std::string& out) {
  escape_text(text, {.starts_line = true, .in_heading = true}, out);
}

void escape_destination(std::string_view url, std::string& out) {
  for (const char c : url) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case ' ':
      case '\t':
      case '|':
        append_reference(static_cast<unsigned char>(c), out);
        break;
      default:
        is_control(c) ? append_reference(static_cast<unsigned char>(c), out) : void(out += c);
    }
  }
}

}  // namespace huice::markdown
