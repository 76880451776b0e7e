// SPDX-License-Identifier: Apache-2.0
#include "base/ascii.h"
#include "base/json/write.h"
#include "markup/escape.h"

namespace huice::markup {
// U+2028 and U+2029 end a line in scripts older than ES2019, which is where JSON is often put.
void escape_json(std::string& out, std::string_view text, std::string_view also) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const std::string_view next = text.substr(i, 3);
    if (c == '\x7F' || also.find(c) != std::string_view::npos) {
      out += "\\u";
      ascii::append_hex(out, static_cast<unsigned char>(c), 4);
    } else if (next == "\u2028" || next == "\u2029") {
      out += next == "\u2028" ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      json::append_ascii(out, c);
    }
  }
}

}  // namespace huice::markup
