// SPDX-License-Identifier: Apache-2.0
#include "model/date.h"

#include "base/ascii.h"

#include <array>
#include <charconv>

namespace huice::model {
namespace {

// Takes digits from the front of `text`; nullopt where their number is outside least … most.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < most && ascii::is_digit(text[digits])) {
    ++digits;
  }
  if (digits < least) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + digits, value);
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

std::string padded(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays.at(static_cast<std::size_t>(month - 1));
}

std::optional<Date> Date::of(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  Date date;
  date.year_ = year;
  date.month_ = month;
  date.day_ = day;
  return date;
}

std::optional<Date> Date::parse(std::string_view text) {
  const bool official = text.find("年") != std::string_view::npos;
  const std::size_t least = official ? 1 : 2;
  const auto year = take_number(text, 4, 4);
  if (!year || !take(text, official ? "年" : "-")) return std::nullopt;
  const auto month = take_number(text, least, 2);
  if (!month || !take(text, official ? "月" : "-")) return std::nullopt;
  const auto day = take_number(text, least, 2);
  if (!day || !take(text, official ? "日" : "") || !text.empty()) return std::nullopt;
  return of(*year, *month, *day);
}

Date Date::plus_days(int days) const {
  Date date = *this;
  for (; days > 0; --days) {
    if (++date.day_ <= days_in_month(date.year_, date.month_)) continue;
    date.day_ = 1;
    if (++date.month_ > 12) date.month_ = 1, ++date.year_;
  }
  for (; days < 0; ++days) {
    if (--date.day_ >= 1) continue;
    if (--date.month_ < 1) date.month_ = 12, --date.year_;
    date.day_ = days_in_month(date.year_, date.month_);
  }
  return date;
}

std::string Date::iso() const {
  return std::to_string(year_) + "-" + padded(month_) + "-" + padded(day_);
}

std::string Date::official() const {
  return std::to_string(year_) + "年" + std::to_string(month_) + "月" + std::to_string(day_) + "日";
}

}  // namespace huice::model
