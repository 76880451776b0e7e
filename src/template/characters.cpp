// SPDX-License-Identifier: Apache-2.0
#include "template/characters.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace huice::tmpl {
namespace {

struct Shift {
  char32_t first, last;
  char32_t distance;  ///< from the capital letters in the range to the small ones
};

// Ranges of capitals whose small letters follow at a fixed distance.
constexpr std::array<Shift, 7> kShifts{{{'A', 'Z', 32},
                                        {0xC0, 0xD6, 32},
                                        {0xD8, 0xDE, 32},
                                        {0x391, 0x3A1, 32},
                                        {0x3A3, 0x3AB, 32},
                                        {0x410, 0x42F, 32},
                                        {0x400, 0x40F, 80}}};

constexpr char32_t kSharpS = 0xDF;  // the one letter here whose capital is two letters

struct Range {
  char32_t first, last;
};

// Signs above ASCII that are no letters: Latin-1 signs, general and CJK punctuation, symbols,
// full-width signs.
constexpr std::array<Range, 14> kSigns{{{0x80, 0xA9},
                                        {0xAB, 0xB1},
                                        {0xB4, 0xB4},
                                        {0xB6, 0xB8},
                                        {0xBB, 0xBB},
                                        {0xBF, 0xBF},
                                        {0xD7, 0xD7},
                                        {0xF7, 0xF7},
                                        {0x2000, 0x206F},
                                        {0x2190, 0x245F},
                                        {0x2500, 0x2BFF},
                                        {0x3000, 0x3004},
                                        {0x3008, 0x3020},
                                        {0xFF01, 0xFF0F}}};
constexpr std::array<Range, 4> kWideSigns{
    {{0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFEE}}};

// Format, private and control characters that are no white space.
constexpr std::array<Range, 14> kHidden{{{0x00, 0x1F},
                                         {0x7F, 0xA0},
                                         {0xAD, 0xAD},
                                         {0x600, 0x605},
                                         {0x61C, 0x61C},
                                         {0x180E, 0x180E},
                                         {0x200B, 0x200F},
                                         {0x202A, 0x202E},
                                         {0x2060, 0x206F},
                                         {0xE000, 0xF8FF},
                                         {0xFEFF, 0xFEFF},
                                         {0xFFF0, 0xFFFB},
                                         {0xE0000, 0xE00FF},
                                         {0xF0000, 0x10FFFF}}};

template <class Ranges>
bool within(const Ranges& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

// Latin Extended-A: pairs, the capital even, but odd between U+0139 and U+0148 and from U+0179 on.
bool in_pairs(char32_t c) {
  return c >= 0x100 && c <= 0x17E && c != 0x130 && c != 0x131 && c != 0x138 && c != 0x149 &&
         c != 0x178;
}
bool odd_capitals(char32_t c) {
  return (c >= 0x139 && c <= 0x148) || c >= 0x179;
}

// `append` adds what becomes of one character.
template <class Append>
std::string convert(std::string_view text, Append append) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) append(out, utf8::decode(text, offset));
  return out;
}

bool belongs(char32_t c, std::string_view set) {
  if (set.empty()) return is_space(c);
  for (std::size_t offset = 0; offset < set.size();) {
    if (utf8::decode(set, offset) == c) return true;
  }
  return false;
}

}  // namespace

char32_t to_upper(char32_t c) {
  for (const Shift& shift : kShifts) {
    if (c >= shift.first + shift.distance && c <= shift.last + shift.distance && c != 0x3C2) {
      return c - shift.distance;
    }
  }
  if (in_pairs(c)) return (c % 2 == 1) != odd_capitals(c) ? c - 1 : c;
  return c;
}

char32_t to_lower(char32_t c) {
  for (const Shift& shift : kShifts) {
    if (c >= shift.first && c <= shift.last) return c + shift.distance;
  }
  if (in_pairs(c)) return (c % 2 == 0) != odd_capitals(c) ? c + 1 : c;
  return c;
}

std::string to_upper(std::string_view text) {
  return convert(text, [](std::string& out, char32_t c) {
    if (c == kSharpS) {
      out += "SS";
    } else {
      utf8::append(out, to_upper(c));
    }
  });
}

std::string to_lower(std::string_view text) {
  return convert(text, [](std::string& out, char32_t c) { utf8::append(out, to_lower(c)); });
}

void append_capital(std::string& out, char32_t c) {
  if (c == kSharpS) {
    out += "Ss";
  } else {
    utf8::append(out, to_upper(c));
  }
}

bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

bool is_word(char32_t c) {
  if (c < 0x80) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  }
  return !within(kSigns, c) && !within(kWideSigns, c) && !is_space(c);
}

bool is_printable(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return true;
  return !within(kHidden, c) && !is_space(c);
}

bool is_upper(char32_t c) {
  return to_lower(c) != c;
}
bool is_lower(char32_t c) {
  return c == kSharpS || to_upper(c) != c;
}

std::string_view strip_left(std::string_view text, std::string_view set) {
  while (!text.empty()) {
    std::size_t offset = 0;
    if (!belongs(utf8::decode(text, offset), set)) break;
    text.remove_prefix(offset);
  }
  return text;
}

std::string_view strip_right(std::string_view text, std::string_view set) {
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) --start;
    std::size_t offset = start;
    if (!belongs(utf8::decode(text, offset), set)) break;
    text = text.substr(0, start);
  }
  return text;
}

std::string_view strip(std::string_view text, std::string_view set) {
  return strip_right(strip_left(text, set), set);
}

}  // namespace huice::tmpl
