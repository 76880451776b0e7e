// SPDX-License-Identifier: Apache-2.0
#include "markup/escape.h"

#include "base/utf8.h"

namespace huice::markup {

void escape(std::string& out, std::string_view text, Format format) {
  switch (format) {
    case Format::text:
      out += text;
      return;
    case Format::html:
      return escape_html(out, text);
    case Format::xml:
      return escape_xml(out, text);
    case Format::markdown:
      return escape_markdown(out, text);
    case Format::typst:
      return escape_typst(out, text);
    case Format::json:
      return escape_json(out, text);
    case Format::csv:
      return escape_csv(out, text);
  }
}

std::optional<char32_t> first_illegal(std::string_view text, Format format) {
  if (format != Format::xml) return std::nullopt;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = utf8::decode(text, offset);
    const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    if (control || c == 0xFFFE || c == 0xFFFF) return c;
  }
  return std::nullopt;
}

}  // namespace huice::markup
