// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers written in Chinese characters: 五千万, 伍仟万, 二十, 二〇二四.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace huice {

/// In characters; a longer text is no numeral.
constexpr std::size_t kLongestHanNumeral = 30;

/// The whole number that all of the text says, up to 10^16; nothing where it is none. Digit by
/// digit too, as years are written: 二〇二四.
std::optional<std::int64_t> han_numeral(std::string_view text);

}  // namespace huice
