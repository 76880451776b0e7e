// SPDX-License-Identifier: Apache-2.0
#include "base/ascii.h"
#include "markup/escape.h"

namespace huice::markup {
namespace {

char short_escape(char c) {
  switch (c) {
    case '"':
    case '\\':
      return c;
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    default:
      return '\0';
  }
}

}  // namespace

// U+2028 and U+2029 end a line in scripts older than ES2019, which is where JSON is often put.
void escape_json(std::string& out, std::string_view text, std::string_view also) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char escape = short_escape(c);
    const std::string_view next = text.substr(i, 3);
    if (escape != '\0') {
      out += '\\';
      out += escape;
    } else if (ascii::is_control(c) || also.find(c) != std::string_view::npos) {
      out += "\\u";
      ascii::append_hex(out, static_cast<unsigned char>(c), 4);
    } else if (next == "\u2028" || next == "\u2029") {
      out += next == "\u2028" ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += c;
    }
  }
}

}  // namespace huice::markup
