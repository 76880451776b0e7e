// SPDX-License-Identifier: Apache-2.0
// Markdown and Typst. Both read signs in running text, and others only where a line begins; a value
// may begin a line, so its first character counts as such.

#include "template/escape.h"

namespace huice::tmpl {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "1." and "12)" begin ordered lists: the offset of the sign, or npos.
std::size_t list_mark(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_digit(line[at])) ++at;
  return at > 0 && at < line.size() && (line[at] == '.' || line[at] == ')')
             ? at
             : std::string_view::npos;
}

void escape_lines(std::string& out, std::string_view text, std::string_view anywhere,
                  std::string_view at_start) {
  bool starts = true;
  std::size_t mark = std::string_view::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (starts && (c == ' ' || c == '\t')) {
      out += c;
      continue;
    }
    if (starts) {
      mark = list_mark(text.substr(i));
      if (mark != std::string_view::npos) mark += i;
    }
    const bool special = anywhere.find(c) != std::string_view::npos || i == mark ||
                         (starts && at_start.find(c) != std::string_view::npos);
    if (special) out += '\\';
    out += c;
    starts = c == '\n';
  }
}

}  // namespace

void escape_markdown(std::string& out, std::string_view text) {
  escape_lines(out, text, "\\`*_[]<>&|~", "#+-=:");
}

void escape_typst(std::string& out, std::string_view text) {
  escape_lines(out, text, "\\`*_[]<>#$@~/-'\"", "=+");
}

}  // namespace huice::tmpl
