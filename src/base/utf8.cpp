// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include "base/characters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace huice::utf8 {
namespace {

unsigned byte_at(std::string_view text, std::size_t index) {
  return static_cast<unsigned char>(text[index]);
}

struct Sequence {
  std::size_t length = 0;  ///< 0: ill-formed
  char32_t code_point = 0;
};

Sequence read_sequence(std::string_view text, std::size_t offset) {
  const unsigned lead = byte_at(text, offset);
  if (lead < 0x80) return {1, lead};
  std::size_t length = 0;
  char32_t value = 0;
  char32_t least = 0;
  if ((lead & 0xE0U) == 0xC0U) {
    length = 2, value = lead & 0x1FU, least = 0x80;
  } else if ((lead & 0xF0U) == 0xE0U) {
    length = 3, value = lead & 0x0FU, least = 0x800;
  } else if ((lead & 0xF8U) == 0xF0U) {
    length = 4, value = lead & 0x07U, least = 0x10000;
  } else {
    return {};
  }
  if (offset + length > text.size()) return {};
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned next = byte_at(text, offset + i);
    if ((next & 0xC0U) != 0x80U) return {};
    value = (value << 6U) | (next & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < least || value > 0x10FFFF || surrogate) return {};
  return {length, value};
}

struct Range {
  char32_t first;
  char32_t last;
};

// UAX #11 classes W and F, joined where only unassigned characters lie between.
constexpr std::array<Range, 18> kWide{{{0x1100, 0x115F},
                                       {0x231A, 0x231B},
                                       {0x2329, 0x232A},
                                       {0x23E9, 0x23EC},
                                       {0x2614, 0x2615},
                                       {0x2E80, 0x303E},
                                       {0x3041, 0x33FF},
                                       {0x3400, 0x4DBF},
                                       {0x4E00, 0xA4CF},
                                       {0xA960, 0xA97F},
                                       {0xAC00, 0xD7A3},
                                       {0xF900, 0xFAFF},
                                       {0xFE10, 0xFE19},
                                       {0xFE30, 0xFE6F},
                                       {0xFF00, 0xFF60},
                                       {0xFFE0, 0xFFE6},
                                       {0x1F300, 0x1F9FF},
                                       {0x20000, 0x3FFFD}}};
constexpr std::array<Range, 6> kZero{{{0x0300, 0x036F},
                                      {0x200B, 0x200F},
                                      {0x2060, 0x2064},
                                      {0x20D0, 0x20FF},
                                      {0xFE00, 0xFE0F},
                                      {0xFEFF, 0xFEFF}}};

template <std::size_t N>
bool contains(const std::array<Range, N>& ranges, char32_t c) {
  for (const Range& range : ranges) {
    if (c >= range.first && c <= range.last) return true;
  }
  return false;
}

}  // namespace

std::size_t first_invalid(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::uint64_t eight = 0;
    if (offset + sizeof eight <= text.size()) {
      std::memcpy(&eight, text.data() + offset, sizeof eight);
      if ((eight & 0x8080808080808080U) == 0) {
        offset += sizeof eight;
        continue;
      }
    }
    const Sequence sequence = read_sequence(text, offset);
    if (sequence.length == 0) return offset;
    offset += sequence.length;
  }
  return kValid;
}

std::size_t count(std::string_view text) {
  // Every byte but those of the form 10xxxxxx begins a character; eight are looked at in one go.
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  std::size_t inside = 0;
  std::size_t offset = 0;
  for (; offset + sizeof kOnes <= text.size(); offset += sizeof kOnes) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + offset, sizeof eight);
    const std::uint64_t marks = (eight >> 7U) & (~eight >> 6U) & kOnes;
    inside += static_cast<std::size_t>((marks * kOnes) >> 56U);
  }
  for (; offset < text.size(); ++offset)
    inside += (byte_at(text, offset) & 0xC0U) == 0x80U ? 1U : 0U;
  return text.size() - inside;
}

std::string_view first(std::string_view text, std::size_t characters) {
  std::size_t end = 0;
  while (end < text.size() && characters-- > 0) decode(text, end);
  return text.substr(0, end);
}

char32_t decode(std::string_view text, std::size_t& offset) {
  const Sequence sequence = read_sequence(text, offset);
  if (sequence.length == 0) {
    ++offset;
    return 0xFFFD;
  }
  offset += sequence.length;
  return sequence.code_point;
}

void append(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t value) { out += static_cast<char>(value); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  } else {
    put(0xF0U | (code_point >> 18U));
    put(0x80U | ((code_point >> 12U) & 0x3FU));
    put(0x80U | ((code_point >> 6U) & 0x3FU));
    put(0x80U | (code_point & 0x3FU));
  }
}

int display_width(char32_t code_point) {
  if (code_point < 0x300) return 1;
  if (contains(kZero, code_point)) return 0;
  return contains(kWide, code_point) ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    width += static_cast<std::size_t>(display_width(decode(text, offset)));
  }
  return width;
}

namespace {

// C0 and delete have signs of their own.
void append_shown(std::string& out, char32_t c) {
  if (c < 0x20) return append(out, 0x2400 + c);
  if (c == 0x7F) return append(out, 0x2421);
  const auto what = oddity(c);
  if (!what || *what == Oddity::no_width) return append(out, c);
  out += "⟨" + code_point_name(c) + "⟩";
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '\t') {
      out += ' ';
      ++at;
    } else if (c >= 0x20 && c < 0x7F) {
      out += c;
      ++at;
    } else {
      append_shown(out, decode(text, at));
    }
  }
  return out;
}

std::string printable_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += printable(text.substr(0, end));
    if (end < text.size()) out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string_view without_bom(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

}  // namespace huice::utf8
