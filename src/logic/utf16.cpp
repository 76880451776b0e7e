// SPDX-License-Identifier: Apache-2.0
#include "logic/utf16.h"

#include "base/surrogates.h"

#include <algorithm>

namespace huice::logic::utf16 {
namespace {

unsigned char byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

std::size_t bytes_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

std::u16string units(std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t bytes = std::min(bytes_of(byte_at(text, i)), text.size() - i);
    char32_t c = byte_at(text, i);
    if (bytes > 1) c &= 0x7FU >> bytes;
    for (std::size_t k = 1; k < bytes; ++k) c = (c << 6U) | (byte_at(text, i + k) & 0x3FU);
    if (c < 0x10000) {
      out += static_cast<char16_t>(c);
    } else {
      out += static_cast<char16_t>(0xD800U + ((c - 0x10000U) >> 10U));
      out += static_cast<char16_t>(0xDC00U + ((c - 0x10000U) & 0x3FFU));
    }
    i += bytes;
  }
  return out;
}

void append_unit(std::string& out, unsigned c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    out += static_cast<char>(0xE0U | (c >> 12U));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

bool is_high(unsigned unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(unsigned unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

void append_pair(std::string& out, unsigned high, unsigned low) {
  const unsigned c = 0x10000U + ((high - 0xD800U) << 10U) + (low - 0xDC00U);
  out += static_cast<char>(0xF0U | (c >> 18U));
  out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
  out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
  out += static_cast<char>(0x80U | (c & 0x3FU));
}

using utf8::surrogate_at;

// The half that a text ends with; 0 where there is none.
unsigned last_half(std::string_view text) {
  return text.size() < 3 ? 0 : surrogate_at(text, text.size() - 3);
}

}  // namespace

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; });
}

std::size_t length(std::string_view text) {
  std::size_t out = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) out += byte >= 0xF0 ? 2U : 1U;
  }
  return out;
}

std::string part(std::string_view text, std::size_t from, std::size_t count) {
  if (is_ascii(text)) return std::string(text.substr(from, count));
  const std::u16string all = units(text);
  std::string out;
  const std::size_t end = from + std::min(count, all.size() - from);
  for (std::size_t i = from; i < end; ++i) {
    if (is_high(all[i]) && i + 1 < end && is_low(all[i + 1])) {
      append_pair(out, all[i], all[i + 1]);
      ++i;
    } else {
      append_unit(out, all[i]);
    }
  }
  return out;
}

void append(std::string& out, std::string_view more) {
  const unsigned before = last_half(out);
  const unsigned after = surrogate_at(more, 0);
  if (is_high(before) && is_low(after)) {
    out.resize(out.size() - 3);
    append_pair(out, before, after);
    more.remove_prefix(3);
  }
  out += more;
}

bool contains(std::string_view text, std::string_view wanted) {
  if (text.find(wanted) != std::string_view::npos) return true;
  // A half is found inside a whole character too.
  const bool halves = surrogate_at(wanted, 0) != 0 || last_half(wanted) != 0;
  return halves && units(text).find(units(wanted)) != std::u16string::npos;
}

int compare(std::string_view a, std::string_view b) {
  const auto [left, right] = std::mismatch(
      a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
  const bool ended = left == a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size()));
  if (ended || ((*left & '\x80') == 0 && (*right & '\x80') == 0)) return a.compare(b);
  return units(a).compare(units(b));
}

}  // namespace huice::logic::utf16
