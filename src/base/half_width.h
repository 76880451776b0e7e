// SPDX-License-Identifier: Apache-2.0
#pragma once

// Full-width forms, which Chinese keyboards type for the signs and digits of ASCII.

namespace huice {

/// The ASCII character that a full-width one (U+FF01 to U+FF5E; Unicode, Halfwidth and Fullwidth
/// Forms) means; any other as it is.
constexpr char32_t half_width(char32_t c) {
  const bool is_wide = c >= 0xFF01 && c <= 0xFF5E;
  return is_wide ? c - 0xFF01 + U'!' : c;
}

}  // namespace huice
