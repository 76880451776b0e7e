// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace huice::utf8 {

/// Whether Unicode counts a character as white space, control characters that separate included
/// (Python's str.isspace()).
constexpr bool is_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

}  // namespace huice::utf8
