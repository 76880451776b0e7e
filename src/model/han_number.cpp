// SPDX-License-Identifier: Apache-2.0
#include "model/han_number.h"

#include <array>
#include <string_view>

namespace huice::model {
namespace {

constexpr std::array<std::string_view, 10> kDigits{"零", "一", "二", "三", "四",
                                                   "五", "六", "七", "八", "九"};

// A group of four digits. A zero between two digits is read once, zeros at the end never.
std::string group(std::int64_t number, bool zero_first) {
  constexpr std::array<std::string_view, 4> kPlaces{"千", "百", "十", ""};
  std::string out;
  bool zero = zero_first;
  std::int64_t weight = 1000;
  for (const std::string_view place : kPlaces) {
    const std::int64_t digit = number / weight % 10;
    weight /= 10;
    if (digit == 0) {
      zero = zero || !out.empty();
      continue;
    }
    if (zero) out += kDigits[0];
    zero = false;
    out += kDigits[static_cast<std::size_t>(digit)];
    out += place;
  }
  return out;
}

}  // namespace

std::string han_number(std::int64_t number) {
  constexpr std::array<std::string_view, 4> kGroups{"万亿", "亿", "万", ""};
  if (number == 0) return std::string(kDigits[0]);
  std::string out;
  std::int64_t weight = 1'000'000'000'000;
  bool zero = false;
  for (const std::string_view name : kGroups) {
    const std::int64_t part = number / weight % 10000;
    weight /= 10000;
    if (part == 0) {
      zero = zero || !out.empty();
      continue;
    }
    out += group(part, !out.empty() && (zero || part < 1000));
    out += name;
    zero = false;
  }
  constexpr std::string_view kOneTen = "一十";
  if (out.starts_with(kOneTen)) out.erase(0, kDigits[1].size());
  return out;
}

std::string han_digits(std::int64_t number) {
  std::string out;
  for (const char digit : std::to_string(number)) {
    out += digit == '0' ? std::string_view("〇") : kDigits[static_cast<std::size_t>(digit - '0')];
  }
  return out;
}

std::string heading_number(std::int64_t number, int level) {
  switch (level) {
    case 1:
      return han_number(number) + "、";
    case 2:
      return "（" + han_number(number) + "）";
    case 3:
      return std::to_string(number) + ".";
    default:
      return "（" + std::to_string(number) + "）";
  }
}

}  // namespace huice::model
