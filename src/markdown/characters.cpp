// SPDX-License-Identifier: Apache-2.0
#include "markdown/characters.h"

#include "base/ascii.h"
#include "base/utf8.h"

namespace huice::markdown {
namespace {

bool in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

bool is_space(char32_t c) {
  return c == ' ' || in(c, 0x09, 0x0D) || c == 0xA0 || c == 0x1680 || in(c, 0x2000, 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

// Quotes, dashes and the like, which Chinese shares with other languages, our own mark, and what
// has no width of its own: the character beyond decides.
bool is_shared(char32_t c) {
  return c == 0xB7 || in(c, 0x2010, 0x2027) || c == 0x2060 || c == 0x2E17 ||
         in(c, 0xFE00, 0xFE0F) || in(c, 0xE0100, 0xE01EF);
}

/// So many characters beside a run are looked at for a Chinese one: what people write has one or
/// two.
constexpr int kLookedAt = 16;

CharacterClass ascii_class(char32_t c) {
  if (ascii::is_alnum(static_cast<char>(c))) return CharacterClass::letter;
  return in(c, 0x21, 0x7E) ? CharacterClass::mark : CharacterClass::unsure;
}

}  // namespace

CharacterClass class_of(char32_t c) {
  if (is_space(c)) return CharacterClass::space;
  if (c < 0x80) return ascii_class(c);
  const bool is_letter = in(c, 0x3400, 0x4DBF) || in(c, 0x4E00, 0x9FFF) || in(c, 0x3041, 0x3096) ||
                         in(c, 0x30A1, 0x30FA) || in(c, 0xAC00, 0xD7A3) || in(c, 0xC0, 0xD6) ||
                         in(c, 0x20000, 0x2A6DF) || in(c, 0xFF10, 0xFF19);
  if (is_letter) return CharacterClass::letter;
  const bool is_mark = c == 0xB7 || in(c, 0x2010, 0x2027) || c == 0x2E17 || in(c, 0x3001, 0x3003) ||
                       in(c, 0x3008, 0x3011) || in(c, 0x3014, 0x301B) || in(c, 0xFF01, 0xFF03) ||
                       in(c, 0xFF05, 0xFF0A) || in(c, 0xFF0C, 0xFF0F) || in(c, 0xFF1A, 0xFF1B) ||
                       in(c, 0xFF1F, 0xFF20);
  return is_mark ? CharacterClass::mark : CharacterClass::unsure;
}

bool is_chinese(char32_t c) {
  return in(c, 0x2E80, 0x312F) || in(c, 0x3190, 0x4DBF) || in(c, 0x4E00, 0x9FFF) ||
         in(c, 0xF900, 0xFAFF) || in(c, 0xFE10, 0xFE1F) || in(c, 0xFE30, 0xFE6F) ||
         in(c, 0xFF01, 0xFF9F) || in(c, 0xFFE0, 0xFFE6) || in(c, 0x16FE0, 0x16FFF) ||
         in(c, 0x1AFF0, 0x1B16F) || in(c, 0x1F200, 0x1F2FF) || in(c, 0x20000, 0x3FFFD);
}

bool has_chinese(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    // Chinese begins at U+2E80, three bytes of UTF-8.
    if (static_cast<unsigned char>(text[at]) < 0xE2) {
      ++at;
    } else if (is_chinese(utf8::decode(text, at))) {
      return true;
    }
  }
  return false;
}

bool is_chinese_before(std::string_view text, std::size_t at) {
  for (int i = 0; i < kLookedAt && at > 0; ++i) {
    const char32_t c = decode_before(text, at);
    if (!is_shared(c)) return is_chinese(c);
  }
  return false;
}

bool is_chinese_after(std::string_view text, std::size_t at) {
  for (int i = 0; i < kLookedAt && at < text.size(); ++i) {
    const char32_t c = utf8::decode(text, at);
    if (!is_shared(c)) return is_chinese(c);
  }
  return false;
}

bool is_escaped(std::string_view text, std::size_t at) {
  std::size_t start = at;
  while (start > 0 && text[start - 1] == '\\') --start;
  return (at - start) % 2 == 1;
}

char32_t decode_before(std::string_view text, std::size_t& at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  std::size_t start = at;
  return utf8::decode(text, start);
}

}  // namespace huice::markdown
