// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bytes of ASCII by their kind, whatever the locale; bytes of other characters are of none.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace huice::ascii {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

constexpr bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}

constexpr bool is_alnum(char c) {
  return is_letter(c) || is_digit(c);
}

/// Space, tab, line feed, form feed, carriage return: HTML's white space (WHATWG Infra, 4.6).
constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

constexpr bool is_space_or_tab(char c) {
  return c == ' ' || c == '\t';
}

/// U+0000 to U+001F and U+007F.
constexpr bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// A visible character that is neither letter nor digit.
constexpr bool is_punctuation(char c) {
  return c > ' ' && c < 0x7F && !is_alnum(c);
}

constexpr char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

inline std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

/// Whether two texts differ in nothing but the case of ASCII letters.
constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char left, char right) { return lower(left) == lower(right); });
}

/// 0 to 15 for a hexadecimal digit of either case, else -1.
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char letter = lower(c);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kUpperHex = "0123456789ABCDEF";

/// Appends the lowest `digits` hexadecimal digits of a number, leading zeros included.
inline void append_hex(std::string& out, std::uint32_t number, unsigned digits,
                       std::string_view signs = kHex) {
  for (unsigned i = digits; i-- > 0;) out += signs[(number >> (4U * i)) & 0xFU];
}

/// Appends a byte percent-encoded: %E4 (RFC 3986, 2.1).
inline void append_percent(std::string& out, char byte) {
  out += '%';
  append_hex(out, static_cast<unsigned char>(byte), 2, kUpperHex);
}

}  // namespace huice::ascii
