// SPDX-License-Identifier: Apache-2.0
#include "markdown/heading_ids.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <algorithm>

namespace huice::markdown {
namespace {

constexpr std::string_view kUnnamed = "section";  ///< a heading without a letter
constexpr std::string_view kAscii = "h_";

bool in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

/// Punctuation, blanks and pictures beyond ASCII.
bool is_left_out(char32_t c) {
  return in(c, 0x80, 0xA9) || in(c, 0xAB, 0xB4) || in(c, 0xB6, 0xB9) || in(c, 0xBB, 0xBF) ||
         c == 0xD7 || c == 0xF7 || in(c, 0x2000, 0x206F) || in(c, 0x2190, 0x2BFF) ||
         in(c, 0x2E00, 0x2E7F) || in(c, 0x3000, 0x3004) || in(c, 0x3008, 0x3020) || c == 0x3030 ||
         in(c, 0xE000, 0xF8FF) || in(c, 0xFE00, 0xFE1F) || in(c, 0xFE30, 0xFE6F) ||
         in(c, 0xFF01, 0xFF0F) || in(c, 0xFF1A, 0xFF20) || in(c, 0xFF3B, 0xFF40) ||
         in(c, 0xFF5B, 0xFF65) || in(c, 0xFFE0, 0xFFFF) || in(c, 0x1F000, 0x1FAFF) || c >= 0xE0000;
}

std::string slug_of(std::string_view text) {
  std::string slug;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::decode(text, at);
    const char byte = text[start];
    if (c >= 0x80) {
      if (!is_left_out(c)) slug.append(text, start, at - start);
    } else if (ascii::is_alnum(byte) || byte == '-' || byte == '_') {
      slug += ascii::is_upper(byte) ? static_cast<char>(byte - 'A' + 'a') : byte;
    } else if (ascii::is_blank(byte)) {
      slug += '-';
    }
  }
  return slug.empty() ? std::string(kUnnamed) : slug;
}

}  // namespace

std::string UniqueNames::claim(const std::string& wanted) {
  const auto [known, is_new] = next_.try_emplace(wanted, 1);
  if (is_new) return wanted;
  for (;;) {
    std::string name = wanted + "-" + std::to_string(known->second++);
    if (next_.try_emplace(name, 1).second) return name;
  }
}

Slugs heading_slugs(const Document& document) {
  Slugs slugs;
  UniqueNames names;
  for (NodeId id = 1; id < document.size(); ++id) {
    if (document.node(id).kind != Kind::heading) continue;
    slugs.emplace(names.claim(slug_of(plain_text(document, id))), id);
  }
  return slugs;
}

std::string HeadingIds::claim(std::string_view slug) {
  const bool is_ascii = std::all_of(slug.begin(), slug.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return names_.claim(std::string(is_ascii ? kAscii : "").append(slug));
}

}  // namespace huice::markdown
