// SPDX-License-Identifier: Apache-2.0
#include "model/quantity.h"

#include "base/ascii.h"

#include <array>

namespace huice::model {
namespace {

struct Word {
  std::string_view text;
  Qualifier meaning;
};

// 突破 is read as >, as domain practice has it; 以上 includes the number.
constexpr std::array<Word, 23> kBefore{
    {{"突破", Qualifier::greater},    {"超过", Qualifier::greater},
     {"超", Qualifier::greater},      {"大于", Qualifier::greater},
     {"不低于", Qualifier::at_least}, {"不少于", Qualifier::at_least},
     {"至少", Qualifier::at_least},   {"不超过", Qualifier::at_most},
     {"不高于", Qualifier::at_most},  {"最高", Qualifier::at_most},
     {"最多", Qualifier::at_most},    {"低于", Qualifier::less},
     {"少于", Qualifier::less},       {"小于", Qualifier::less},
     {"大约", Qualifier::about},      {"约", Qualifier::about},
     {"近", Qualifier::about},        {">", Qualifier::greater},
     {"≥", Qualifier::at_least},      {"<", Qualifier::less},
     {"≤", Qualifier::at_most},       {"≈", Qualifier::about},
     {"=", Qualifier::equal}}};
constexpr std::array<Word, 4> kAfter{{{"以上", Qualifier::at_least},
                                      {"以下", Qualifier::at_most},
                                      {"以内", Qualifier::at_most},
                                      {"左右", Qualifier::about}}};
constexpr std::string_view kOver = "余";

bool in_number(char c) {
  return ascii::is_digit(c) || c == '.' || c == '-';
}

// Refuses what would hide a second number or qualifier in the unit: 300多家 is not 300 of “多家”.
bool is_unit(std::string_view text) {
  constexpr std::string_view kForeign = "0123456789 \t\r\n<>=";
  if (text.empty() || text.find_first_of(kForeign) != std::string_view::npos) return false;
  for (const std::string_view sign : {"　", "\u00A0", "≥", "≤", "≈", "＞", "＜"}) {
    if (text.find(sign) != std::string_view::npos) return false;
  }
  for (const std::string_view vague : {kOver, std::string_view("多"), std::string_view("几")}) {
    if (text.starts_with(vague)) return false;
  }
  for (const Word& word : kAfter) {
    if (text.ends_with(word.text)) return false;
  }
  return true;
}

}  // namespace

std::string_view symbol(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::equal:
      return "=";
    case Qualifier::greater:
      return ">";
    case Qualifier::at_least:
      return "≥";
    case Qualifier::less:
      return "<";
    case Qualifier::at_most:
      return "≤";
    case Qualifier::about:
      return "≈";
    case Qualifier::over:
      return kOver;
  }
  return "=";
}

std::optional<Qualifier> parse_qualifier(std::string_view text) {
  if (text.empty()) return Qualifier::equal;
  if (text == kOver) return Qualifier::over;
  for (const Word& word : kBefore) {
    if (word.text == text) return word.meaning;
  }
  for (const Word& word : kAfter) {
    if (word.text == text) return word.meaning;
  }
  return std::nullopt;
}

std::vector<std::string_view> qualifiers_before() {
  std::vector<std::string_view> words;
  words.reserve(std::size(kBefore));
  for (const Word& word : kBefore) words.push_back(word.text);
  return words;
}

std::vector<std::string_view> qualifiers_after() {
  std::vector<std::string_view> words;
  words.reserve(std::size(kAfter));
  for (const Word& word : kAfter) words.push_back(word.text);
  return words;
}

Quantity::Quantity(Qualifier qualifier, const Decimal& value, std::string unit)
    : qualifier_(qualifier), value_(value), unit_(std::move(unit)) {
  switch (qualifier) {
    case Qualifier::equal:
      break;
    case Qualifier::over:
      inside_ = kOver;
      break;
    case Qualifier::greater:
      before_ = "超过";
      break;
    case Qualifier::at_least:
      before_ = "不低于";
      break;
    case Qualifier::less:
      before_ = "低于";
      break;
    case Qualifier::at_most:
      before_ = "不超过";
      break;
    case Qualifier::about:
      before_ = "约";
      break;
  }
}

std::optional<Quantity> Quantity::parse(std::string_view text) {
  Quantity result;
  for (const Word& word : kBefore) {
    if (!text.starts_with(word.text)) continue;
    result.before_ = word.text;
    result.qualifier_ = word.meaning;
    text.remove_prefix(word.text.size());
    break;
  }
  std::size_t digits = 0;
  while (digits < text.size() && in_number(text[digits])) ++digits;
  const auto value = Decimal::parse(text.substr(0, digits));
  if (!value) return std::nullopt;
  result.value_ = *value;
  text.remove_prefix(digits);
  if (text.starts_with(kOver)) {
    result.inside_ = kOver;
    result.qualifier_ = Qualifier::over;
    text.remove_prefix(kOver.size());
  }
  for (const Word& word : kAfter) {
    if (!text.ends_with(word.text)) continue;
    result.after_ = word.text;
    result.qualifier_ = word.meaning;
    text.remove_suffix(word.text.size());
    break;
  }
  const int qualifiers = static_cast<int>(!result.before_.empty()) +
                         static_cast<int>(!result.inside_.empty()) +
                         static_cast<int>(!result.after_.empty());
  if (qualifiers > 1 || !is_unit(text)) return std::nullopt;
  result.unit_ = text;
  return result;
}

std::optional<Money> Quantity::money() const {
  const auto unit = parse_money_unit(unit_);
  if (!unit) return std::nullopt;
  return Money::of(value_, *unit);
}

std::string Quantity::text() const {
  return before_ + value_.text() + inside_ + unit_ + after_;
}

}  // namespace huice::model
