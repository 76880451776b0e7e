// SPDX-License-Identifier: Apache-2.0
//
// The numbers of a text, for figures.h.
#include "base/ascii.h"
#include "check/figures.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace huice::check {
namespace {

using model::Decimal;

// Longer units first, where one begins with another.
constexpr std::array<std::string_view, 22> kUnits{
    "亿元", "万元", "元", "个百分点", "个基点", "%",  "％", "人次", "人", "名", "家",
    "户",   "项",   "件", "个",       "期",     "次", "年", "日",   "倍", "位", "公里"};

bool is_ascii_word(char c) {
  return ascii::is_alnum(c) || c == '_' || c == '@';
}

// What is before a number may make it a part of something else.
bool begins_a_number(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const std::string_view before = text.substr(0, at);
  const char last = before.back();
  if (is_ascii_word(last) || last == '.' || last == '-' || last == '/' || last == ',') return false;
  return !before.ends_with("第") && !before.ends_with("第 ") && !before.ends_with("〔");
}

// ０ to ９ are three bytes each; in full-width digits the point and the comma are too.
constexpr std::string_view kFullWidth = "０１２３４５６７８９";
constexpr std::size_t kWide = 3;

// A number as it is in a text; `end` is one after.
struct Read {
  std::optional<Decimal> value;  ///< nullopt: digits that are no number, as 007
  std::size_t end = 0;
};

// The digit that is there, in ASCII, and how long it is; 0 bytes where none is.
std::pair<char, std::size_t> digit_at(std::string_view text, std::size_t at) {
  if (at < text.size() && ascii::is_digit(text[at])) return {text[at], 1};
  if (at + kWide > text.size()) return {'0', 0};
  const std::size_t found = kFullWidth.find(text.substr(at, kWide));
  if (found == std::string_view::npos || found % kWide != 0) return {'0', 0};
  return {static_cast<char>('0' + static_cast<int>(found / kWide)), kWide};
}

std::size_t digits_from(std::string_view text, std::size_t at, std::string& digits) {
  for (auto next = digit_at(text, at); next.second != 0; next = digit_at(text, at)) {
    digits += next.first;
    at += next.second;
  }
  return at;
}

std::size_t sign_at(std::string_view text, std::size_t at, std::string_view narrow,
                    std::string_view wide) {
  if (at > text.size()) return 0;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with(narrow)) return narrow.size();
  return rest.starts_with(wide) ? wide.size() : 0;
}

// 150000, 150,000, １５, 15.0: groups after a comma have three digits. After ASCII digits only
// the ASCII comma is one of a number: “2021，100家” are two.
Read read_digits(std::string_view text, std::size_t at) {
  std::string digits;
  const bool wide = !ascii::is_digit(text[at]);
  std::size_t end = digits_from(text, at, digits);
  constexpr std::size_t kGroup = 3;
  const bool grouped = digits.size() <= kGroup;
  while (grouped) {
    std::string group;
    const std::size_t comma = sign_at(text, end, ",", wide ? "，" : ",");
    if (comma == 0) break;
    const std::size_t after = digits_from(text, end + comma, group);
    if (group.size() != kGroup) break;
    digits += group;
    end = after;
  }
  std::string decimals;
  const std::size_t point = sign_at(text, end, ".", wide ? "．" : ".");
  const std::size_t after = point == 0 ? end : digits_from(text, end + point, decimals);
  if (!decimals.empty()) {
    digits += "." + decimals;
    end = after;
  }
  return {Decimal::parse(digits), end};
}

std::string_view unit_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  for (const std::string_view unit : kUnits) {
    if (!rest.starts_with(unit)) continue;
    const std::string_view after = rest.substr(unit.size());
    if (unit == "年" && (after.starts_with("期") || after.starts_with("度"))) return {};
    if (unit == "个" && (after.starts_with("月") || after.starts_with("工作日"))) return {};
    if (unit == "项" && after.starts_with("目")) return {};
    if (unit == "次" && (after.starts_with("会议") || after.starts_with("全会"))) return {};
    if (unit == "名" && (after.starts_with("单") || after.starts_with("录"))) return {};
    return unit;
  }
  return {};
}

bool is_of_the_calendar(std::string_view text, std::size_t at, const Decimal& value,
                        std::string_view unit) {
  if (unit == "年")
    return value >= Decimal(model::kFirstYear, 0) && value <= Decimal(model::kLastYear, 0);
  const std::string_view before = text.substr(0, at);
  return unit == "日" && (before.ends_with("月") || before.ends_with("月 "));
}

// The numerals, each three bytes: 零 to 九 by their place, 两 for 二; 十, 百, 千 and 万 multiply.
constexpr std::string_view kNumerals = "零一二三四五六七八九两〇十百千万亿";
constexpr std::array<std::int64_t, 17> kWorth{0, 1, 2, 3,  4,   5,     6,      7,          8,
                                              9, 2, 0, 10, 100, 1'000, 10'000, 100'000'000};
constexpr std::size_t kFirstMultiplier = 12;
constexpr std::size_t kNoNumeral = 99;

std::size_t numeral_at(std::string_view text, std::size_t at) {
  if (at + kWide > text.size()) return kNoNumeral;
  const std::size_t found = kNumerals.find(text.substr(at, kWide));
  return found == std::string_view::npos || found % kWide != 0 ? kNoNumeral : found / kWide;
}

// 十五, 一百二十, 两千三百, 五千万; not 十四五, 二〇二一 or 百 alone, which are names and years.
std::optional<std::int64_t> numeral(std::string_view word) {
  std::int64_t total = 0;
  std::int64_t section = 0;
  std::int64_t digit = -1;
  std::int64_t last = 10'000;
  for (std::size_t at = 0; at < word.size(); at += kWide) {
    const std::size_t sign = numeral_at(word, at);
    const std::int64_t worth = kWorth.at(sign);
    if (sign < kFirstMultiplier) {
      if (digit > 0 || (worth == 0 && (at == 0 || section == 0))) return std::nullopt;
      digit = worth;
      continue;
    }
    if (worth >= 10'000) {
      section += std::max<std::int64_t>(digit, 0);
      if (section == 0 || total != 0) return std::nullopt;
      total = section * worth;
      section = 0;
      last = 10'000;
    } else {
      if (worth >= last || (digit <= 0 && !(worth == 10 && at == 0))) return std::nullopt;
      section += (digit <= 0 ? 1 : digit) * worth;
      last = worth;
    }
    digit = -1;
  }
  return total + section + std::max<std::int64_t>(digit, 0);
}

// REQUIRES: the number has been read.
void add(std::vector<Number>& numbers, const Read& read, std::string_view unit, std::size_t start,
         std::size_t end, bool in_words) {
  numbers.push_back(
      {figure_of(*read.value, std::string(unit)), *read.value, start, end - start, in_words});
}

// What is after 点, a digit each: 二五 of 三点二五; empty where nothing is. `end` is moved
// after it. nullopt where a sign is none of a fraction: 三点几, 三点十.
std::optional<std::string> fraction_at(std::string_view text, std::size_t& end) {
  constexpr std::string_view kPoint = "点";
  if (!text.substr(end).starts_with(kPoint)) return std::string{};
  std::string digits;
  std::size_t at = end + kPoint.size();
  for (std::size_t sign = numeral_at(text, at); sign < kFirstMultiplier;
       sign = numeral_at(text, at)) {
    digits += static_cast<char>('0' + kWorth.at(sign));
    at += kWide;
  }
  if (digits.empty() || numeral_at(text, at) != kNoNumeral) return std::nullopt;
  end = at;
  return digits;
}

// 百分之五, 百分之三点五. `start` is where 百 is; gives the end, read or not.
std::size_t take_share(std::string_view text, std::size_t start, std::size_t share,
                       std::vector<Number>& numbers) {
  std::size_t to = share;
  while (numeral_at(text, to) != kNoNumeral) to += kWide;
  if (to == share) return share;
  const std::string_view word = text.substr(share, to - share);
  const auto whole = word == "零" ? std::optional<std::int64_t>(0) : numeral(word);
  const auto fraction = fraction_at(text, to);
  if (!whole || !fraction || text.substr(to).starts_with("几")) return to;
  const std::string digits = std::to_string(*whole) + (fraction->empty() ? "" : "." + *fraction);
  const auto value = Decimal::parse(digits);
  if (value) add(numbers, {value, to}, "%", start, to, true);
  return to;
}

// 余 and 多 say themselves that more comes; a blank may stand before the unit.
std::size_t to_unit(std::string_view text, std::size_t at) {
  for (const std::string_view more : {"余", "多"}) {
    if (text.substr(at).starts_with(more)) at += more.size();
  }
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  for (const std::string_view blank : {std::string_view(" "), std::string_view("　"), kNoBreak}) {
    if (text.substr(at).starts_with(blank)) return at + blank.size();
  }
  return at;
}

// The end of the number that begins there, whether it is kept or not.
std::size_t take_digits(std::string_view text, std::size_t start, std::vector<Number>& numbers) {
  const Read read = read_digits(text, start);
  if (!read.value || !begins_a_number(text, start)) return read.end;
  const std::string_view before = text.substr(0, start);
  constexpr std::string_view kPercent = "百分之";
  if (before.ends_with(kPercent)) {
    add(numbers, read, "%", start - kPercent.size(), read.end, false);
    return read.end;
  }
  const std::size_t unit_start = to_unit(text, read.end);
  const std::string_view unit = unit_at(text, unit_start);
  if (unit.empty() || is_of_the_calendar(text, start, *read.value, unit)) return read.end;
  add(numbers, read, unit, start, unit_start + unit.size(), false);
  return unit_start + unit.size();
}

// Not 第十五项, 数十家, 几百个, and not 一 alone: 一家, 一个 and 一项 are no counts.
bool counts(std::string_view before, std::int64_t value, std::string_view unit) {
  for (const std::string_view vague :
       {"第", "数", "几", "上", "近百", "每", "·", "点", "之", "“"}) {
    if (before.ends_with(vague)) return false;
  }
  if (!before.empty() && is_ascii_word(before.back())) return false;
  // 二次创业, 四位一体 and 三个方面 are ways to speak.
  if (unit == "次" || unit == "位" || (unit == "个" && value < 10)) return false;
  const bool money = unit == "元" || unit == "万元" || unit == "亿元";
  return money ? value > 0 : value > 1;
}

std::size_t take_numeral(std::string_view text, std::size_t start, std::vector<Number>& numbers) {
  std::size_t end = start;
  while (numeral_at(text, end) != kNoNumeral) end += kWide;
  const std::string_view before = text.substr(0, start);
  constexpr std::string_view kPercent = "百分之";
  std::string_view word = text.substr(start, end - start);
  // 百分之 itself begins with a numeral: 百.
  if (word == "百" && text.substr(start).starts_with(kPercent)) {
    return take_share(text, start, start + kPercent.size(), numbers);
  }
  for (const std::string_view large : {"万", "亿"}) {
    if (word.size() > large.size() && word.ends_with(large) && text.substr(end).starts_with("元")) {
      word.remove_suffix(large.size());
      break;
    }
  }
  const std::size_t unit_start = to_unit(text, start + word.size());
  const std::string_view unit = unit_at(text, unit_start);
  const auto value = numeral(word);
  if (!value || unit.empty() || !counts(before, *value, unit)) return end;
  if (is_of_the_calendar(text, start, Decimal(*value, 0), unit)) return end;
  add(numbers, {Decimal(*value, 0), end}, unit, start, unit_start + unit.size(), true);
  return unit_start + unit.size();
}

}  // namespace

std::vector<Number> numbers_in(std::string_view text) {
  std::vector<Number> numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (digit_at(text, at).second != 0) {
      at = take_digits(text, at, numbers);
    } else if (numeral_at(text, at) != kNoNumeral) {
      at = take_numeral(text, at, numbers);
    } else {
      ++at;
    }
  }
  return numbers;
}

}  // namespace huice::check
