// SPDX-License-Identifier: Apache-2.0
#include "markdown/html_escape.h"

#include <array>
#include <cstddef>

namespace huice::markdown {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

constexpr std::size_t index(char c) {
  return static_cast<unsigned char>(c);
}

/// Bytes that need a look: markup, forbidden controls, and the first byte of U+F000 to U+FFFF.
constexpr std::array<bool, 256> special_bytes() {
  std::array<bool, 256> special{};
  for (std::size_t i = 0; i < 0x20; ++i) special[i] = true;
  for (const char c : {'\t', '\n', '\r'}) special[index(c)] = false;
  for (const char c : {'&', '<', '>', '"'}) special[index(c)] = true;
  special[0xEF] = true;
  return special;
}
constexpr auto kSpecial = special_bytes();

/// RFC 3986's reserved and unreserved characters and `%`, less the quotes and brackets.
constexpr std::array<bool, 256> href_bytes() {
  std::array<bool, 256> safe{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) safe[c] = true;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) safe[c] = true;
  for (std::size_t c = '0'; c <= '9'; ++c) safe[c] = true;
  for (const char c : std::string_view("-._~:/?#@!$()*+,;=%")) safe[index(c)] = true;
  return safe;
}
constexpr auto kHrefSafe = href_bytes();

bool is_noncharacter(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && text[at + 1] == '\xBF' &&
         (text[at + 2] == '\xBE' || text[at + 2] == '\xBF');
}

/// Appends the replacement of the special byte at `at` and returns how many bytes it stands for.
std::size_t escape_one(std::string_view text, std::size_t at, std::string& out) {
  switch (text[at]) {
    case '&':
      out += "&amp;";
      return 1;
    case '<':
      out += "&lt;";
      return 1;
    case '>':
      out += "&gt;";
      return 1;
    case '"':
      out += "&quot;";
      return 1;
    case '\xEF':
      out += kReplacement;
      return 3;
    default:
      out += kReplacement;
      return 1;
  }
}

}  // namespace

void escape_html(std::string_view text, std::string& out) {
  std::size_t written = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!kSpecial[index(text[at])] || (text[at] == '\xEF' && !is_noncharacter(text, at))) {
      ++at;
      continue;
    }
    out.append(text, written, at - written);
    at += escape_one(text, at, out);
    written = at;
  }
  out.append(text, written, text.size() - written);
}

void escape_href(std::string_view url, std::string& out) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  for (const char c : url) {
    if (c == '&') {
      out += "&amp;";
    } else if (kHrefSafe[index(c)]) {
      out += c;
    } else {
      out += '%';
      out += kHex[index(c) >> 4U];
      out += kHex[index(c) & 0xFU];
    }
  }
}

}  // namespace huice::markdown
