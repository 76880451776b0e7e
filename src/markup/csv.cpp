// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "base/white_space.h"
#include "markup/escape.h"

namespace huice::markup {

// OWASP "CSV injection": a cell that begins with = + - @, a tab or a line break is a formula; some
// programs skip blanks before the sign, and read the full-width signs alike.
bool is_csv_formula(std::string_view text) {
  constexpr std::u32string_view kSigns =
      U"=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212\u207A\u207B\u207C\u208A\u208B"
      U"\u208C";
  const bool begins_in_space =
      !text.empty() && std::string_view("\t\r\n").find(text.front()) != std::string_view::npos;
  if (begins_in_space) return true;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = utf8::decode(text, offset);
    const bool skipped =
        utf8::is_space(c) || c < 0x20 || c == 0xFEFF || (c >= 0x200B && c <= 0x200F);
    if (!skipped) return kSigns.find(c) != std::u32string_view::npos;
  }
  return false;
}

bool is_plain_csv(std::string_view text) {
  return text.find_first_of(",;\"\n\r\t") == std::string_view::npos;
}

void escape_csv_quoted(std::string& out, std::string_view text, bool begins) {
  if (begins && is_csv_formula(text)) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
}

void escape_csv(std::string& out, std::string_view text) {
  const bool quoted = !is_plain_csv(text) || text.starts_with(' ') || text.ends_with(' ');
  if (quoted) out += '"';
  escape_csv_quoted(out, text, true);
  if (quoted) out += '"';
}

}  // namespace huice::markup
