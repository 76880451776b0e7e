// SPDX-License-Identifier: Apache-2.0
#include "base/characters.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <array>
#include <cstdint>

namespace huice {
namespace {

constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kJoiner = 0x200D;

bool is_mongolian(char32_t c) {
  const bool basic = c >= 0x1820 && c <= 0x18AA;
  return basic || (c >= 0x11660 && c <= 0x1166C);
}

// They choose the form of the letter before them, or part a vowel from it.
bool goes_with_mongolian(char32_t c) {
  return (c >= 0x180B && c <= 0x180F) || c == 0x202F;
}

bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFD) || c == 0x3007;
}

bool is_variation_selector(char32_t c) {
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool turns_direction(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

struct Range {
  char32_t first;
  char32_t last;
};

// Default_Ignorable_Code_Point of Unicode, but for what turns_direction() has, and the anchors of
// interlinear annotations.
constexpr std::array<Range, 13> kNoWidth{{{0x00AD, 0x00AD},
                                          {0x034F, 0x034F},
                                          {0x115F, 0x1160},
                                          {0x17B4, 0x17B5},
                                          {0x180B, 0x180F},
                                          {0x200B, 0x200D},
                                          {0x2060, 0x206F},
                                          {0x3164, 0x3164},
                                          {0xFE00, 0xFE0F},
                                          {0xFEFF, 0xFEFF},
                                          {0xFFA0, 0xFFA0},
                                          {0xFFF0, 0xFFFB},
                                          {0xE0000, 0xE0FFF}}};

// Whether a byte may begin an odd character: most of a text in Chinese is passed over by it.
bool may_begin_one(unsigned char byte) {
  if (byte < 0x80) return byte < 0x20 || byte == 0x7F;
  switch (byte) {
    case 0xC2:  // C1, soft hyphen
    case 0xCD:
    case 0xD8:
    case 0xE1:
    case 0xE2:
    case 0xE3:  // Hangul filler
    case 0xEF:
      return true;
    default:
      return byte >= 0xF0;
  }
}

bool is_refused(Oddity what, char32_t c, bool one_line) {
  switch (what) {
    case Oddity::line_break:
      return one_line;
    case Oddity::control:
      return one_line || c != '\t';
    case Oddity::noncharacter:
      return true;
    case Oddity::direction:
    case Oddity::no_width:
      return false;
  }
  return false;
}

char32_t character_before(std::string_view text, std::size_t offset) {
  std::size_t at = offset;
  while (at > 0 && offset - at < 4) {
    if ((static_cast<unsigned char>(text[--at]) & 0xC0U) != 0x80U) return utf8::decode(text, at);
  }
  return 0;
}

// Whether a script needs it where it stands.
bool is_needed(std::string_view text, const OddCharacter& one) {
  const char32_t before = character_before(text, one.offset);
  if (is_variation_selector(one.code_point)) return is_han(before);
  const bool after_mongolian = is_mongolian(before) || goes_with_mongolian(before);
  if (goes_with_mongolian(one.code_point)) return after_mongolian;
  if (one.code_point != kNonJoiner && one.code_point != kJoiner) return false;
  std::size_t next = one.offset + one.length;
  if (next >= text.size()) return false;
  const char32_t after = utf8::decode(text, next);
  return after_mongolian && (is_mongolian(after) || goes_with_mongolian(after));
}

}  // namespace

std::optional<Oddity> oddity(char32_t c) {
  if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) return Oddity::line_break;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return Oddity::control;
  if ((c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFEU) return Oddity::noncharacter;
  if (turns_direction(c)) return Oddity::direction;
  for (const Range& range : kNoWidth) {
    if (c >= range.first && c <= range.last) return Oddity::no_width;
  }
  return std::nullopt;
}

OddCharacters odd_characters(std::string_view text, bool one_line) {
  OddCharacters found;
  for (std::size_t at = 0; at < text.size() && !(found.refused && found.hidden);) {
    if (!may_begin_one(static_cast<unsigned char>(text[at]))) {
      ++at;
      continue;
    }
    OddCharacter one;
    one.offset = at;
    one.code_point = utf8::decode(text, at);
    one.length = at - one.offset;
    const auto what = oddity(one.code_point);
    if (!what) continue;
    one.what = *what;
    if (is_refused(*what, one.code_point, one_line)) {
      if (!found.refused) found.refused = one;
    } else if (*what == Oddity::direction || *what == Oddity::no_width) {
      if (!found.hidden && !is_needed(text, one)) found.hidden = one;
    }
  }
  return found;
}

std::string code_point_name(char32_t c) {
  std::string out = "U+";
  const unsigned digits = c > 0xFFFFF ? 6U : c > 0xFFFF ? 5U : 4U;
  ascii::append_hex(out, static_cast<std::uint32_t>(c), digits, ascii::kUpperHex);
  return out;
}

}  // namespace huice
