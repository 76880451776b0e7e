// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers in Chinese characters: 二十五, 一百零三, 一万零五百; digit by digit for years: 二〇二四.

#include <cstdint>
#include <string>

namespace huice::model {

/// As read aloud; 十 to 十九 without 一 in front. REQUIRES: 0 <= number < 10^16.
std::string han_number(std::int64_t number);

/// Digit by digit, 〇 for zero: 二〇二四 (GB/T 15835-2011, 5.1). REQUIRES: 0 <= number.
std::string han_digits(std::int64_t number);

}  // namespace huice::model
