// SPDX-License-Identifier: Apache-2.0
#include "base/ascii.h"
#include "markup/escape.h"

#include <algorithm>

namespace huice::markup {

// A backslash makes any sign plain text (Typst, Syntax: Escape sequences): markup, shorthands, and
// what would go on with the code before it, as in `#strong[A]{{ x }}`. So would "else".
void escape_typst(std::string& out, std::string_view text) {
  const std::size_t word = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  if (text.substr(word).starts_with("else")) {
    out += text.substr(0, word);
    out += "\\u{65}";
    text.remove_prefix(word + 1);
  }
  for (const char c : text) {
    if (ascii::is_punctuation(c)) out += '\\';
    out += c;
  }
}

void escape_typst_string(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
}

}  // namespace huice::markup
