// SPDX-License-Identifier: Apache-2.0
#include "base/han_numeral.h"

#include "base/utf8.h"

#include <array>
#include <string>

namespace huice {
namespace {

struct Sign {
  char32_t sign;
  char32_t full;  ///< as it is written on cheques
  std::int64_t value;
};

constexpr std::array<Sign, 12> kDigits{{{U'零', U'零', 0},
                                        {U'〇', U'○', 0},
                                        {U'一', U'壹', 1},
                                        {U'二', U'贰', 2},
                                        {U'两', U'两', 2},
                                        {U'三', U'叁', 3},
                                        {U'四', U'肆', 4},
                                        {U'五', U'伍', 5},
                                        {U'六', U'陆', 6},
                                        {U'七', U'柒', 7},
                                        {U'八', U'捌', 8},
                                        {U'九', U'玖', 9}}};
constexpr std::array<Sign, 3> kPlaces{
    {{U'十', U'拾', 10}, {U'百', U'佰', 100}, {U'千', U'仟', 1000}}};
constexpr std::int64_t kWan = 10'000;
constexpr std::int64_t kYi = 100'000'000;

template <std::size_t Size>
std::optional<std::int64_t> value_of(char32_t c, const std::array<Sign, Size>& signs) {
  for (const Sign& one : signs) {
    if (one.sign == c || one.full == c) return one.value;
  }
  return std::nullopt;
}

// 二〇二四: digits and nothing else, two at least.
std::optional<std::int64_t> digit_by_digit(std::u32string_view text) {
  std::int64_t value = 0;
  for (const char32_t c : text) {
    const auto digit = value_of(c, kDigits);
    if (!digit) return std::nullopt;
    value = value * 10 + *digit;
  }
  return text.size() > 1 ? std::optional(value) : std::nullopt;
}

// A group of four places: 五千三百零二; each place lower than the one before.
std::optional<std::int64_t> group(std::u32string_view text) {
  std::int64_t sum = 0;
  std::int64_t last_place = kWan;
  std::optional<std::int64_t> digit;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const auto place = value_of(text[i], kPlaces)) {
      const bool ten_alone = i == 0 && *place == 10;
      if (*place >= last_place || (!digit && !ten_alone)) return std::nullopt;
      sum += digit.value_or(1) * *place;
      last_place = *place;
      digit.reset();
      continue;
    }
    const auto found = value_of(text[i], kDigits);
    if (!found || (digit && *digit != 0)) return std::nullopt;
    digit = found;
  }
  if (digit && *digit != 0 && last_place == 1) return std::nullopt;
  return sum + digit.value_or(0);
}

}  // namespace

std::optional<std::int64_t> han_numeral(std::string_view text) {
  std::u32string signs;
  for (std::size_t at = 0; at < text.size();) signs += utf8::decode(text, at);
  if (signs.empty() || signs.size() > kLongestHanNumeral) return std::nullopt;
  if (signs.size() <= 4) {
    if (const auto year = digit_by_digit(signs)) return year;
  }
  std::u32string_view rest = signs;
  std::int64_t sum = 0;
  for (const auto& [sign, weight] : {std::pair(U'亿', kYi), std::pair(U'万', kWan)}) {
    const std::size_t at = rest.find(sign);
    if (at == std::u32string_view::npos) continue;
    const auto part = group(rest.substr(0, at));
    if (at == 0 || !part) return std::nullopt;
    sum += *part * weight;
    rest.remove_prefix(at + 1);
  }
  const auto last = group(rest);
  if (!last) return std::nullopt;
  return sum + *last;
}

}  // namespace huice
