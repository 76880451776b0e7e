// SPDX-License-Identifier: Apache-2.0
//
// The numbers of a text, for figures.h.
#include "check/figures.h"

#include <array>

namespace huice::check {
namespace {

using model::Decimal;

// Longer units first, where one begins with another.
constexpr std::array<std::string_view, 22> kUnits{
    "亿元", "万元", "元", "个百分点", "个基点", "%",  "％", "人次", "人", "名", "家",
    "户",   "项",   "件", "个",       "期",     "次", "年", "日",   "倍", "位", "公里"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_ascii_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '@';
}

// What stands before a number may make it a part of something else.
bool begins_a_number(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const std::string_view before = text.substr(0, at);
  const char last = before.back();
  if (is_ascii_word(last) || last == '.' || last == '-' || last == '/' || last == ',') return false;
  return !before.ends_with("第") && !before.ends_with("〔");
}

std::size_t digits_from(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

std::string_view unit_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  for (const std::string_view unit : kUnits) {
    if (!rest.starts_with(unit)) continue;
    const std::string_view behind = rest.substr(unit.size());
    if (unit == "年" && (behind.starts_with("期") || behind.starts_with("度"))) return {};
    if (unit == "个" && (behind.starts_with("月") || behind.starts_with("工作日"))) return {};
    return unit;
  }
  return {};
}

bool is_of_the_calendar(std::string_view text, std::size_t at, const Decimal& value,
                        std::string_view unit) {
  if (unit == "年") return value >= Decimal(1900, 0) && value <= Decimal(2199, 0);
  return unit == "日" && text.substr(0, at).ends_with("月");
}

struct ChineseDigit {
  std::string_view sign;
  int value;
};

constexpr std::array<ChineseDigit, 10> kChineseDigits{{{"两", 2},
                                                       {"二", 2},
                                                       {"三", 3},
                                                       {"四", 4},
                                                       {"五", 5},
                                                       {"六", 6},
                                                       {"七", 7},
                                                       {"八", 8},
                                                       {"九", 9},
                                                       {"十", 10}}};

}  // namespace

std::vector<Number> numbers_in(std::string_view text) {
  std::vector<Number> numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    at = digits_from(text, at);
    if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
      at = digits_from(text, at + 1);
    }
    const auto value = Decimal::parse(text.substr(start, at - start));
    if (!value || !begins_a_number(text, start)) continue;
    std::size_t behind = at;
    for (const std::string_view more : {"余", "多"}) {
      if (text.substr(behind).starts_with(more)) behind += more.size();
    }
    const std::string_view unit = unit_at(text, behind);
    if (unit.empty() || is_of_the_calendar(text, start, *value, unit)) continue;
    at = behind + unit.size();
    numbers.push_back({figure_of(*value, std::string(unit)), start, at - start});
  }
  return numbers;
}

std::vector<Figure> chinese_numbers_in(std::string_view text) {
  std::vector<Figure> figures;
  for (const ChineseDigit& digit : kChineseDigits) {
    for (const std::string_view unit : {"年", "家", "项", "户"}) {
      const std::string word = std::string(digit.sign) + std::string(unit);
      if (text.find(word) == std::string_view::npos) continue;
      figures.push_back(figure_of(Decimal(digit.value, 0), std::string(unit)));
    }
  }
  return figures;
}

}  // namespace huice::check
