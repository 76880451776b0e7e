// SPDX-License-Identifier: Apache-2.0
#include "formats/number_format.h"

#include "base/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace huice::formats {
namespace {

constexpr int kDigits = 15;
constexpr char kElapsed = 'E';
constexpr int kMostPlaces = 21;
constexpr std::int64_t kSecondsOfDay = 86400;
constexpr std::int64_t kDaysTo1904 = 1462;      // what 1904-01-01 is in the 1900 system
constexpr std::int64_t kLeapDayOf1900 = 60;     // there was none; Lotus 1-2-3 thought so
constexpr std::int64_t kLastDay = 2958465;      // 9999-12-31
constexpr std::int64_t kUnixDayOf1900 = 25569;  // 1970-01-01 in the 1900 system

bool starts_with_any_case(std::string_view text, std::string_view what) {
  return text.size() >= what.size() &&
         ascii::equal_ignoring_case(text.substr(0, what.size()), what);
}

// The letters that mean something, without quoted and escaped text, colours and conditions. Of
// brackets, [h], [m] and [s] count time without end; they become E, which no format has.
std::string meaning(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char sign = code[i];
    if (sign == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (sign == '\\' || sign == '_' || sign == '*') {
      ++i;
    } else if (sign == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      const std::string_view inside = code.substr(i + 1, end - i - 1);
      const bool elapsed =
          !inside.empty() && inside.find_first_not_of("hHmMsS") == std::string::npos;
      if (elapsed) out += kElapsed;
      i = end;
    } else if (starts_with_any_case(code.substr(i), "am/pm")) {
      out += 'h';
      i += 4;
    } else if (starts_with_any_case(code.substr(i), "a/p")) {
      out += 'h';
      i += 2;
    } else if (starts_with_any_case(code.substr(i), "general")) {
      i += 6;
    } else {
      out += ascii::lower(sign);
    }
  }
  return out;
}

// The text a format shows after the number, in its first section; empty where it scales the number,
// puts text into it, or depends on its value.
std::string suffix_of(std::string_view code) {
  std::string suffix;
  bool digits = false;
  bool comma = false;  // after the last digit it divides by a thousand
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char sign = code[i];
    const bool general = starts_with_any_case(code.substr(i), "general");
    std::string_view text;
    if (general || sign == '0' || sign == '#' || sign == '?') {
      if (!suffix.empty()) return {};
      digits = true;
      comma = false;
      i += general ? 6 : 0;
    } else if (sign == '"') {
      const std::size_t end = std::min(code.find('"', i + 1), code.size());
      text = code.substr(i + 1, end - i - 1);
      i = end;
    } else if (sign == '!' || sign == '\\') {
      text = code.substr(std::min(++i, code.size()), 1);
    } else if (sign == '_' || sign == '*') {
      ++i;
    } else if (sign == '[') {
      if (i + 1 < code.size() &&
          std::string_view("<>=").find(code[i + 1]) != std::string_view::npos)
        return {};
      i = std::min(code.find(']', i), code.size());
    } else if (static_cast<unsigned char>(sign) >= 0x80U) {
      text = code.substr(i, 1);
    } else {
      comma = comma || sign == ',';
    }
    if (digits && text != " ") suffix += text;
  }
  return comma ? std::string() : suffix;
}

std::string_view unit_of(NumberKind kind) {
  switch (kind) {
    case NumberKind::yuan:
      return "元";
    case NumberKind::wan_yuan:
      return "万元";
    case NumberKind::yi_yuan:
      return "亿元";
    default:
      return {};
  }
}

// Of a whole number, at least so many digits.
std::string with_zeros(std::string number, std::size_t digits) {
  if (number.size() >= digits || number.find_first_not_of("0123456789") != std::string::npos) {
    return number;
  }
  return std::string(digits - number.size(), '0') + number;
}

std::string padded(std::int64_t number, std::size_t width) {
  return with_zeros(std::to_string(number), width);
}

// Days since 1970-01-01 to the Gregorian calendar: eras of 400 years, years from March on, so that
// the leap day comes last.
std::string date_text(std::int64_t day) {
  const std::int64_t shifted = day + 719468;
  const std::int64_t era = shifted / 146097;
  const std::int64_t of_era = shifted % 146097;
  const std::int64_t year_of_era =
      (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t from_march = (5 * of_year + 2) / 153;
  const std::int64_t month = from_march < 10 ? from_march + 3 : from_march - 9;
  const std::int64_t year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
  return padded(year, 4) + "-" + padded(month, 2) + "-" +
         padded(of_year - (153 * from_march + 2) / 5 + 1, 2);
}

std::string time_text(std::int64_t seconds) {
  return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" +
         padded(seconds % 60, 2);
}

// REQUIRES: value >= 0 and counted in the 1900 system.
std::string serial_text(double value, NumberKind kind) {
  const auto seconds = static_cast<std::int64_t>(std::llround(value * kSecondsOfDay));
  const std::int64_t day = seconds / kSecondsOfDay;
  if (kind == NumberKind::time && day == 0) return time_text(seconds);
  if (day == kLeapDayOf1900) return "1900-02-29";
  return date_text(day - kUnixDayOf1900 + (day < kLeapDayOf1900 ? 1 : 0));
}

}  // namespace

NumberForm built_in_form(unsigned id) {
  if (id == 9 || id == 10) return {NumberKind::percent};
  if (id == 46) return {NumberKind::elapsed};
  if ((id >= 18 && id <= 21) || id == 45 || id == 47) return {NumberKind::time};
  if ((id >= 32 && id <= 35) || id == 55 || id == 56) return {NumberKind::time};
  const bool is_date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return {is_date ? NumberKind::date : NumberKind::plain};
}

NumberForm form_of_code(std::string_view code) {
  const std::string letters = meaning(code);
  const auto has = [&letters](std::string_view any) {
    return letters.find_first_of(any) != std::string::npos;
  };
  if (has("yd")) return {NumberKind::date};
  if (has(std::string_view(&kElapsed, 1))) return {NumberKind::elapsed};
  if (has("m") && !has("hs")) return {NumberKind::date};
  if (has("hs")) return {NumberKind::time};
  if (has("%")) return {NumberKind::percent};
  const std::string suffix = suffix_of(code);
  for (const NumberKind kind : {NumberKind::yuan, NumberKind::wan_yuan, NumberKind::yi_yuan}) {
    if (suffix == unit_of(kind)) return {kind};
  }
  const std::string_view shown = code.substr(0, code.find(';'));
  const bool zeros =
      shown.size() <= kDigits && shown.find_first_not_of('0') == std::string_view::npos;
  return {.digits = static_cast<unsigned char>(zeros ? shown.size() : 0)};
}

std::string number_text(double value) {
  if (value == 0 || !std::isfinite(value)) return "0";
  std::array<char, 64> buffer{};
  const auto done = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                  std::chars_format::scientific, kDigits - 1);
  const std::string_view written(buffer.data(), static_cast<std::size_t>(done.ptr - buffer.data()));
  const std::size_t e = written.find('e');
  int exponent = 0;
  const std::size_t digits_of_exponent = e + (written[e + 1] == '+' ? 2 : 1);
  std::from_chars(written.data() + digits_of_exponent, written.data() + written.size(), exponent);
  std::string digits(1, written[0]);
  digits += written.substr(2, e - 2);
  digits.erase(digits.find_last_not_of('0') + 1);
  const std::string sign = value < 0 ? "-" : "";
  if (exponent >= kMostPlaces || exponent < -kMostPlaces) {
    if (digits.size() > 1) digits.insert(1, ".");
    return sign + digits + "E" + std::to_string(exponent);
  }
  if (exponent < 0) {
    return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  }
  const auto whole = static_cast<std::size_t>(exponent) + 1;
  if (digits.size() <= whole) return sign + digits + std::string(whole - digits.size(), '0');
  return sign + digits.substr(0, whole) + "." + digits.substr(whole);
}

std::string cell_text(double value, NumberForm form, bool from_1904) {
  const NumberKind kind = form.kind;
  if (kind == NumberKind::plain) return with_zeros(number_text(value), form.digits);
  if (kind == NumberKind::percent) return number_text(value * 100) + "%";
  const std::string_view unit = unit_of(kind);
  if (!unit.empty()) return number_text(value) + std::string(unit);
  if (!(value >= 0) || !(value < kLastDay + 1)) return number_text(value);
  if (kind == NumberKind::elapsed) {
    return time_text(static_cast<std::int64_t>(std::llround(value * kSecondsOfDay)));
  }
  const bool is_time = kind == NumberKind::time && value < 1;
  const double in_1900 = from_1904 && !is_time ? value + kDaysTo1904 : value;
  if (!(in_1900 < kLastDay + 1)) return number_text(value);
  if (!is_time && in_1900 < 1) return number_text(value);
  return serial_text(in_1900, kind);
}

}  // namespace huice::formats
