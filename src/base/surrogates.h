// SPDX-License-Identifier: Apache-2.0
#pragma once

// Halves of surrogate pairs written as three bytes (WTF-8): JavaScript's texts may hold one, UTF-8
// (RFC 3629, section 3) may not.

#include <cstddef>
#include <string_view>

namespace huice::utf8 {

/// The half, D800 to DFFF, whose three bytes are at `at`; 0 where there is none. REQUIRES: at <=
/// text.size().
constexpr unsigned surrogate_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (text.size() - at < 3 || byte(0) != 0xED || byte(1) < 0xA0 || byte(1) > 0xBF ||
      (byte(2) & 0xC0U) != 0x80U) {
    return 0;
  }
  return 0xD000U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
}

}  // namespace huice::utf8
