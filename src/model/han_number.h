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

/// What is before a heading: 一、 （一） 1. （1） by its level (GB/T 9704-2012, 7.3.3).
/// REQUIRES: level 1 to 4; 1 <= number < 10^16.
std::string heading_number(std::int64_t number, int level);

}  // namespace huice::model
