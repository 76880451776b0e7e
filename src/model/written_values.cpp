// SPDX-License-Identifier: Apache-2.0
#include "model/written_values.h"

#include "model/date.h"
#include "model/decimal.h"
#include "model/money.h"
#include "model/rate.h"
#include "model/written_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>

namespace huice::model {
namespace {

/// A unit as it is written, and the unit and power of ten it means.
struct WrittenUnit {
  std::string_view written;
  std::string_view unit;
  int power = 0;
};

constexpr std::array<WrittenUnit, 21> kMoney{
    {{"元", "元", 0},       {"百元", "元", 2},   {"千元", "元", 3},     {"千", "元", 3},
     {"万元", "万元", 0},   {"万", "万元", 0},   {"十万元", "万元", 1}, {"十万", "万元", 1},
     {"百万元", "万元", 2}, {"百万", "万元", 2}, {"千万元", "万元", 3}, {"千万", "万元", 3},
     {"亿元", "亿元", 0},   {"亿", "亿元", 0},   {"十亿元", "亿元", 1}, {"十亿", "亿元", 1},
     {"百亿元", "亿元", 2}, {"百亿", "亿元", 2}, {"千亿元", "亿元", 3}, {"千亿", "亿元", 3},
     {"万亿元", "亿元", 4}}};
constexpr std::array<WrittenUnit, 6> kRates{{{"%", "%", 0},
                                             {"‰", "‰", 0},
                                             {"个百分点", "个百分点", 0},
                                             {"百分点", "个百分点", 0},
                                             {"个基点", "个基点", 0},
                                             {"基点", "个基点", 0}}};

// Moves the point `power` places to the right, and shortens what needs no places any more.
std::optional<std::string> times_ten(const std::string& number, int power) {
  const auto amount = Decimal::parse(number);
  if (!amount || power == 0) return amount ? std::optional(number) : std::nullopt;
  std::int64_t coefficient = amount->coefficient();
  int scale = amount->scale() - power;
  for (; scale < 0; ++scale) {
    if (coefficient > std::numeric_limits<std::int64_t>::max() / 10) return std::nullopt;
    coefficient *= 10;
  }
  return Decimal(coefficient, scale).text();
}

// A number, blanks or none, and one of the units.
template <std::size_t Size>
std::optional<std::string> with_unit(std::string_view text, std::string_view signs,
                                     const std::array<WrittenUnit, Size>& units) {
  const std::size_t end = std::min(text.find_first_not_of(signs), text.size());
  const auto number = without_thousands(text.substr(0, end));
  const std::string_view written = without_blanks(text.substr(end));
  const auto found = std::find_if(units.begin(), units.end(), [written](const WrittenUnit& one) {
    return one.written == written;
  });
  if (!number || found == units.end()) return std::nullopt;
  const auto moved = times_ten(*number, found->power);
  if (!moved) return std::nullopt;
  return *moved + std::string(found->unit);
}

std::optional<int> whole_number(std::string_view digits, std::size_t least, std::size_t most) {
  if (!all_digits(digits) || digits.size() < least || digits.size() > most) return std::nullopt;
  int out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

struct DayParts {
  int year = 0;
  int month = 0;
  int day = 0;
};

// The three numbers, separated by the two signs and with `end` after them.
std::optional<DayParts> parts_of(std::string_view text, std::string_view first,
                                 std::string_view second, std::string_view end) {
  if (!text.ends_with(end)) return std::nullopt;
  text.remove_suffix(end.size());
  const std::size_t at = text.find(first);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t then = text.find(second, at + first.size());
  if (then == std::string_view::npos) return std::nullopt;
  const auto year = whole_number(text.substr(0, at), 4, 4);
  const std::size_t month_at = at + first.size();
  const auto month = whole_number(text.substr(month_at, then - month_at), 1, 2);
  const auto day = whole_number(text.substr(then + second.size()), 1, 2);
  if (!year || !month || !day) return std::nullopt;
  return DayParts{*year, *month, *day};
}

std::optional<DayParts> day_parts(std::string_view text) {
  const std::string plain = narrowed(without_blanks(text));
  if (plain.size() == 8 && all_digits(plain)) {
    const std::string_view digits = plain;
    return DayParts{*whole_number(digits.substr(0, 4), 4, 4),
                    *whole_number(digits.substr(4, 2), 2, 2),
                    *whole_number(digits.substr(6), 2, 2)};
  }
  if (auto found = parts_of(plain, "年", "月", "日")) return found;
  for (const std::string_view sign : {"-", "/", "."}) {
    if (auto found = parts_of(plain, sign, sign, {})) return found;
  }
  return std::nullopt;
}

}  // namespace

std::string plain_money(std::string_view text) {
  const std::string narrow = narrowed(without_blanks(text));
  std::string_view rest = narrow;
  for (const std::string_view sign : {"人民币", "¥", "￥"}) {
    if (!rest.starts_with(sign)) continue;
    rest = without_blanks(rest.substr(sign.size()));
    break;
  }
  for (const std::string_view end : {"人民币", "整"}) {
    if (rest.ends_with(end)) rest = without_blanks(rest.substr(0, rest.size() - end.size()));
  }
  const bool is_loss = rest.starts_with('-');  // which answers may have
  if (is_loss) rest.remove_prefix(1);
  const auto money = with_unit(rest, "0123456789.,", kMoney);
  if (!money || !Money::parse(*money)) return std::string(text);
  return is_loss ? "-" + *money : *money;
}

std::string plain_rate(std::string_view text) {
  const std::string narrow = narrowed(without_blanks(text));
  const auto rate = with_unit(narrow, "0123456789.,-", kRates);
  return rate && Rate::parse(*rate) ? *rate : std::string(text);
}

std::string plain_date(std::string_view text) {
  const auto parts = day_parts(text);
  const auto date = parts ? Date::of(parts->year, parts->month, parts->day) : std::nullopt;
  return date ? date->iso() : std::string(text);
}

bool has_form_of_date(std::string_view text) {
  return day_parts(text).has_value();
}

}  // namespace huice::model
