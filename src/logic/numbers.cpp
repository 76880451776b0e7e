// SPDX-License-Identifier: Apache-2.0
//
// Numbers and their texts as ECMA-262 has them: Number::toString, StringToNumber, parseFloat.
#include "base/ascii.h"
#include "logic/javascript.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <system_error>

namespace huice::logic {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// WhiteSpace and LineTerminator: how many bytes of one are at the beginning, or 0.
std::size_t leading_blank(std::string_view text) {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text.front());
  if (first == ' ' || (first >= 9 && first <= 13)) return 1;
  if (text.starts_with("\u00A0")) return 2;
  for (const std::string_view blank :
       {"\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
        "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"}) {
    if (text.starts_with(blank)) return 3;
  }
  return 0;
}

std::string_view without_leading_blanks(std::string_view text) {
  while (const std::size_t blank = leading_blank(text)) text.remove_prefix(blank);
  return text;
}

std::string_view without_blanks(std::string_view text) {
  text = without_leading_blanks(text);
  for (bool found = true; found && !text.empty();) {
    found = false;
    for (const std::size_t bytes : {1U, 2U, 3U}) {
      if (text.size() < bytes || leading_blank(text.substr(text.size() - bytes)) != bytes) continue;
      text.remove_suffix(bytes);
      found = true;
      break;
    }
  }
  return text;
}

std::size_t digits_at(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size() && ascii::is_digit(text[at])) ++at;
  return at - from;
}

// Of digits whose number is not a normal double: which side of the range they are on.
double beyond_range(std::string_view digits) {
  const std::size_t e = digits.find_first_of("eE");
  const std::string_view mantissa = digits.substr(0, e);
  const std::size_t first = mantissa.find_first_of("123456789");
  if (first == std::string_view::npos) return 0;
  const bool negative = e != std::string_view::npos && digits[e + 1] == '-';
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  // from_chars cannot say; strtod can, and digits without a point mean the same in every locale.
  std::string plain(mantissa);
  if (point < plain.size()) plain.erase(point, 1);
  long long exponent = 0;
  if (e != std::string_view::npos) {
    std::size_t at = e + 1;
    if (digits[at] == '-' || digits[at] == '+') ++at;
    for (; at < digits.size(); ++at)
      exponent = std::min(exponent * 10 + (digits[at] - '0'), 1'000'000'000LL);
  }
  if (negative) exponent = -exponent;
  exponent -= static_cast<long long>(plain.size() - point);
  plain += 'e';
  plain += std::to_string(exponent);
  return std::strtod(plain.c_str(), nullptr);
}

struct Reading {
  double number = kNaN;
  std::size_t bytes = 0;  // how many were read; 0 where no number is at the beginning
};

// StrDecimalLiteral, the longest at the beginning.
Reading read_decimal(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1U : 0U;
  const double sign = at == 1 && text[0] == '-' ? -1 : 1;
  constexpr std::string_view kWord = "Infinity";
  if (text.substr(at).starts_with(kWord)) return {sign * kInfinity, at + kWord.size()};
  const std::size_t begin = at;
  const std::size_t whole = digits_at(text, at);
  at += whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = digits_at(text, at + 1);
    if (whole + fraction == 0) return {};
    at += 1 + fraction;
  }
  if (at == begin) return {};
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t power = at + 1;
    if (power < text.size() && (text[power] == '+' || text[power] == '-')) ++power;
    const std::size_t digits = digits_at(text, power);
    if (digits > 0) at = power + digits;
  }
  double number = 0;
  const std::string_view literal = text.substr(begin, at - begin);
  const auto read = std::from_chars(literal.data(), literal.data() + literal.size(), number);
  if (read.ec == std::errc::result_out_of_range) number = beyond_range(literal);
  return {sign * number, at};
}

// The digits after 0x, 0o or 0b, rounded to the nearest double as one number.
double read_binary(std::string_view digits, unsigned bits) {
  if (digits.empty()) return kNaN;
  std::uint64_t top = 0;
  int dropped = 0;
  for (const char c : digits) {
    const int digit = ascii::hex_value(c);
    if (digit < 0 || digit >= (1 << bits)) return kNaN;
    if (top >> (63U - bits) == 0) {
      top = (top << bits) | static_cast<std::uint64_t>(digit);
    } else {
      // The lowest bit is set for all that follow: it only breaks a tie.
      dropped += static_cast<int>(bits);
      if (digit != 0) top |= 1U;
    }
    if (dropped > 2000) dropped = 2000;
  }
  return std::ldexp(static_cast<double>(top), dropped);
}

}  // namespace

double to_number(std::string_view text) {
  text = without_blanks(text);
  if (text.empty()) return 0;
  if (text.size() > 1 && text[0] == '0') {
    const char base = text[1];
    if (base == 'x' || base == 'X') return read_binary(text.substr(2), 4);
    if (base == 'o' || base == 'O') return read_binary(text.substr(2), 3);
    if (base == 'b' || base == 'B') return read_binary(text.substr(2), 1);
  }
  const Reading reading = read_decimal(text);
  return reading.bytes == text.size() ? reading.number : kNaN;
}

double parse_float(const Value& value) {
  // A number's text reads back as the number, but -0 is written "0".
  if (value.is(Kind::number)) return value.as_number() + 0.0;
  std::string room;
  return read_decimal(without_leading_blanks(to_text(value, room))).number;
}

std::string number_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
  if (number == 0) return "0";
  std::array<char, 40> room{};
  const auto end = std::to_chars(room.data(), room.data() + room.size(), std::fabs(number),
                                 std::chars_format::scientific);
  const std::string_view written(room.data(), static_cast<std::size_t>(end.ptr - room.data()));
  const std::size_t e = written.find('e');
  std::string digits(written.substr(0, 1));
  if (e > 2) digits += written.substr(2, e - 2);
  int exponent = 0;
  const char* const power = written.data() + e + (written[e + 1] == '+' ? 2 : 1);
  std::from_chars(power, end.ptr, exponent);
  const int count = static_cast<int>(digits.size());
  const int point = exponent + 1;  // the value is 0.digits × 10^point
  std::string out = number < 0 ? "-" : "";
  if (point > 21 || point < -5) {
    out += digits[0];
    if (count > 1) (out += '.') += digits.substr(1);
    (out += exponent < 0 ? "e-" : "e+") += std::to_string(std::abs(exponent));
  } else if (point >= count) {
    out += digits;
    out.append(static_cast<std::size_t>(point - count), '0');
  } else if (point > 0) {
    out += digits.insert(static_cast<std::size_t>(point), ".");
  } else {
    (out += "0.").append(static_cast<std::size_t>(-point), '0') += digits;
  }
  return out;
}

}  // namespace huice::logic
