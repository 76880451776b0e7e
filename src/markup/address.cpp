// SPDX-License-Identifier: Apache-2.0
#include "markup/address.h"

#include "base/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace huice::markup {
namespace {

// Browsers take a backslash for a slash (WHATWG URL, 4.4).
bool is_slash(char c) {
  return c == '/' || c == '\\';
}

// RFC 3986's reserved and unreserved characters and `%`, less the quotes and brackets.
bool is_plain(char c) {
  return ascii::is_alnum(c) ||
         std::string_view("-._~:/?#@!$()*+,;=%").find(c) != std::string_view::npos;
}

}  // namespace

bool has_scheme(std::string_view address) {
  const std::size_t sign = address.find_first_of(":/?#");
  return sign != std::string_view::npos && address[sign] == ':';
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned byte = 0;
    const char* const digits = text.data() + at + 1;
    const bool is_encoded = text[at] == '%' && at + 2 < text.size() &&
                            std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    out += is_encoded ? static_cast<char>(byte) : text[at];
    if (is_encoded) at += 2;
  }
  return out;
}

bool is_safe_address(std::string_view address) {
  static constexpr std::array<std::string_view, 4> kSchemes{"http", "https", "mailto", "tel"};
  if (std::any_of(address.begin(), address.end(), ascii::is_control)) return false;
  if (address.size() >= 2 && is_slash(address[0]) && is_slash(address[1])) return false;
  if (!has_scheme(address)) return true;
  const std::string_view scheme = address.substr(0, address.find(':'));
  return std::any_of(kSchemes.begin(), kSchemes.end(), [scheme](std::string_view safe) {
    return ascii::equal_ignoring_case(scheme, safe);
  });
}

bool runs_script(std::string_view address) {
  return address.starts_with("javascript:") || address.starts_with("vbscript:") ||
         address.starts_with("data:");
}

void escape_href(std::string& out, std::string_view address) {
  for (const char c : address) {
    if (c == '&') {
      out += "&amp;";
    } else if (is_plain(c)) {
      out += c;
    } else {
      ascii::append_percent(out, c);
    }
  }
}

}  // namespace huice::markup
