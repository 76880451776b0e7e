// SPDX-License-Identifier: Apache-2.0
// Filters on numbers.

#include "base/ascii.h"
#include "base/messages/template_run.h"
#include "base/utf8.h"
#include "template/library/printf.h"
#include "template/library/registry.h"
#include "template/values/characters.h"
#include "template/values/operations.h"
#include "template/values/subject.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace huice::tmpl {
namespace {

Value wrong(const Value& value, const Argument& wanted, Call& call) {
  return call.fail(msg::template_wrong_type{
      .callee = call.callee(), .wanted = wanted, .found = describe(value)});
}

/// A number as Python writes it: a sign, then ASCII digits without underscores.
struct Written {
  bool negative = false;
  std::string digits;
};

// Decimal digits of every script count; an underscore may be between two digits, which letters
// are too in hexadecimal.
std::optional<Written> read_number(std::string_view text) {
  Written out;
  text = strip(text);
  if (text.starts_with('+') || text.starts_with('-')) {
    out.negative = text[0] == '-';
    text.remove_prefix(1);
  }
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    const auto digit = digit_value(c);
    if (!digit && c >= 0x80) return std::nullopt;
    out.digits += digit ? static_cast<char>('0' + *digit) : static_cast<char>(c);
  }
  return out.digits.empty() ? std::nullopt : std::optional<Written>(std::move(out));
}

template <class IsDigit>
bool drop_underscores(std::string& digits, IsDigit is_one) {
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] != '_') continue;
    const bool between =
        i > 0 && i + 1 < digits.size() && is_one(digits[i - 1]) && is_one(digits[i + 1]);
    if (!between) return false;
  }
  std::erase(digits, '_');
  return true;
}

// Takes "0x", "0o", "0b" off where the base allows it; gives the base to read the rest in.
std::optional<int> take_prefix(std::string& digits, int base) {
  const char mark =
      digits.size() > 1 && digits[0] == '0' ? static_cast<char>(digits[1] | 0x20) : '0';
  const int marked = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
  if (marked != 0 && (base == marked || base == 0)) {
    digits.erase(0, digits.size() > 2 && digits[2] == '_' ? 3 : 2);
    return marked;
  }
  if (base != 0) return base;
  // As in a program: no zeros before a number that is not zero.
  const bool zeros = digits.find_first_not_of("0_") == std::string::npos;
  return digits[0] == '0' && !zeros ? std::nullopt : std::optional<int>(10);
}

std::optional<std::int64_t> parse_integer(std::string_view text, int base) {
  auto written = read_number(text);
  if (!written) return std::nullopt;
  const auto read_in = take_prefix(written->digits, base);
  std::string& digits = written->digits;
  if (!read_in || !drop_underscores(digits, ascii::is_alnum)) return std::nullopt;
  if (digits.empty() || !ascii::is_alnum(digits[0])) return std::nullopt;
  if (written->negative) digits.insert(0, 1, '-');
  std::int64_t value = 0;
  const char* last = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), last, value, *read_in);
  if (result.ec != std::errc() || result.ptr != last) return std::nullopt;
  return value;
}

// Whether it is a number at all: digits with at most one point and an exponent, or inf and nan.
bool is_double(std::string_view digits) {
  if (digits == "inf" || digits == "infinity" || digits == "nan") return true;
  const auto skip_digits = [&digits] {
    const std::size_t end = std::min(digits.find_first_not_of("0123456789"), digits.size());
    digits.remove_prefix(end);
    return end;
  };
  std::size_t found = skip_digits();
  if (digits.starts_with('.')) {
    digits.remove_prefix(1);
    found += skip_digits();
  }
  if (found == 0) return false;
  if (digits.starts_with('e')) {
    digits.remove_prefix(1);
    if (digits.starts_with('+') || digits.starts_with('-')) digits.remove_prefix(1);
    if (skip_digits() == 0) return false;
  }
  return digits.empty();
}

// Of a number that is too large or too small for a double: which of the two.
bool is_tiny(std::string_view digits) {
  const std::size_t e = std::min(digits.find('e'), digits.size());
  const std::string_view body = digits.substr(0, e);
  const std::size_t point = std::min(body.find('.'), body.size());
  const std::size_t first = std::min(body.find_first_of("123456789"), body.size());
  std::string_view exponent = digits.substr(std::min(e + 1, digits.size()));
  if (exponent.starts_with('+')) exponent.remove_prefix(1);
  std::int64_t power = 0;
  const auto read = std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
  if (read.ec == std::errc::result_out_of_range) return exponent[0] == '-';
  const auto places = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first);
  return power < -places;
}

std::optional<double> parse_double(std::string_view text) {
  auto written = read_number(text);
  if (!written) return std::nullopt;
  std::string& digits = written->digits;
  for (char& c : digits) c = ascii::lower(c);
  if (!drop_underscores(digits, ascii::is_digit) || !is_double(digits)) return std::nullopt;
  double value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec == std::errc::result_out_of_range) value = is_tiny(digits) ? 0.0 : HUGE_VAL;
  return written->negative ? -value : value;
}

std::optional<std::int64_t> truncated(double value) {
  if (!(std::fabs(value) < 9.2e18)) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

Value to_int(const Value& subject, Call& call) {
  const Value otherwise = call.has(0) ? call.argument(0) : Value(0);
  // Only a text is read in a base.
  const std::int64_t base = subject.is_string() ? call.integer(1).value_or(10) : 10;
  if (call.failed()) return {};
  if (base < 0 || base > 36 || base == 1) {
    return call.fail(
        msg::template_bad_value{.callee = call.callee(), .value = msg::bad_base{.base = base}});
  }
  std::optional<std::int64_t> result = as_integer(subject);
  std::optional<double> real;
  if (subject.kind() == Kind::floating) real = subject.floating();
  if (subject.is_string()) {
    result = parse_integer(subject.text(), static_cast<int>(base));
    if (!result) real = parse_double(subject.text());
  }
  if (real && !std::isnan(*real)) {
    result = truncated(*real);
    if (!result) return call.fail(msg::template_overflow{.operation = "int"});
  }
  return result ? Value(*result) : otherwise;
}

Value to_float(const Value& subject, Call& call) {
  if (is_number(subject)) return Value(as_double(subject));
  const auto real = subject.is_string() ? parse_double(subject.text()) : std::nullopt;
  if (real) return Value(*real);
  return call.has(0) ? call.argument(0) : Value(0.0);
}

Value absolute(const Value& subject, Call& call) {
  if (subject.kind() == Kind::floating) return Value(std::fabs(subject.floating()));
  const auto integer = as_integer(subject);
  if (!integer) return wrong(subject, msg::value_number{}, call);
  if (*integer >= 0) return Value(*integer);
  Outcome outcome = negate(subject);
  if (outcome.trouble == Trouble::none) return outcome.value;
  return call.fail(msg::template_overflow{.operation = "abs"});
}

// Python rounds the exact value of a binary fraction, ties to even.
double round_common(double value, int digits) {
  if (digits >= 0) {
    if (digits > 22) return value;
    std::string text;
    append_fixed(text, value, digits);
    return parse_double(text).value_or(value);
  }
  const double unit = std::pow(10.0, -digits);
  return std::nearbyint(value / unit) * unit;
}

/// Nothing where the result leaves 64 bits.
std::optional<std::int64_t> round_integer(std::int64_t value, int digits) {
  if (digits >= 0) return value;
  if (digits < -18) {
    constexpr std::int64_t kHalf = 5'000'000'000'000'000'000;  // of 10^19, which does not fit
    const bool far = digits == -19 && (value > kHalf || value < -kHalf);
    return far ? std::nullopt : std::optional<std::int64_t>(0);
  }
  std::int64_t unit = 1;
  for (int i = 0; i < -digits; ++i) unit *= 10;
  const std::int64_t rest = value % unit;
  const std::int64_t low = value - rest;
  const std::int64_t twice = std::abs(rest) * 2;
  const bool up = twice > unit || (twice == unit && (low / unit) % 2 != 0);
  std::int64_t result = low;
  if (up && __builtin_add_overflow(low, rest < 0 ? -unit : unit, &result)) return std::nullopt;
  return result;
}

Value round_value(const Value& subject, Call& call) {
  if (!is_number(subject)) return wrong(subject, msg::value_number{}, call);
  const std::int64_t precision = call.integer(0).value_or(0);
  const std::string_view method = call.text(1).value_or("common");
  if (call.failed()) return {};
  if (precision < -300 || precision > 300) {
    return call.fail(msg::template_bad_value{.callee = call.callee(), .value = msg::bad_digits{}});
  }
  const int digits = static_cast<int>(precision);
  if (method == "common") {
    if (const auto integer = as_integer(subject)) {
      const auto rounded = round_integer(*integer, digits);
      return rounded ? Value(*rounded) : call.fail(msg::template_overflow{.operation = "round"});
    }
    return Value(round_common(subject.floating(), digits));
  }
  if (method != "ceil" && method != "floor") {
    return call.fail(msg::template_bad_value{.callee = call.callee(),
                                             .value = msg::bad_method{.method = method}});
  }
  const double unit = std::pow(10.0, digits);
  const double scaled = as_double(subject) * unit;
  return Value((method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) / unit);
}

Value sum(const Value& subject, Call& call) {
  const auto items = items_for(subject, call);
  if (!items) return {};
  Value total = call.has(1) ? call.argument(1) : Value(0);
  if (total.is_string()) return wrong(total, msg::value_start_no_text{}, call);
  for (const Value& item : *items) {
    const bool whole = !call.has(0) || call.argument(0).is_none();
    const Value part = whole ? item : key_of(item, {call.argument(0), true}, call);
    if (call.failed() || usage().exceeded()) return {};
    Outcome outcome = arithmetic(BinaryOp::add, total, part, call.format());
    if (outcome.trouble == Trouble::overflow)
      return call.fail(msg::template_overflow{.operation = "sum"});
    if (outcome.trouble != Trouble::none) {
      return call.fail(msg::template_wrong_operands{
          .operation = "+", .left = describe(total), .right = describe(part)});
    }
    total = std::move(outcome.value);
  }
  return total;
}

Filter extreme(int wanted) {
  return [wanted](const Value& subject, Call& call) -> Value {
    const auto items = items_for(subject, call);
    if (!items || items->empty()) return {};
    const SortKey key{call.argument(1), call.boolean(0).value_or(false)};
    std::size_t best = 0;
    Value best_key = key_of((*items)[0], key, call);
    for (std::size_t i = 1; i < items->size() && !call.failed(); ++i) {
      Value other = key_of((*items)[i], key, call);
      if (call.failed()) return {};
      const auto result = order(other, best_key);
      if (!result) {
        return call.fail(msg::template_wrong_operands{
            .operation = "<", .left = describe(other), .right = describe(best_key)});
      }
      if (*result * wanted <= 0) continue;
      best = i;
      best_key = std::move(other);
    }
    return (*items)[best];
  };
}

}  // namespace

void add_number_filters(Registry& registry) {
  registry.filter("int", {{"default", "base"}}, to_int);
  registry.filter("float", {{"default"}}, to_float);
  registry.filter("abs", {}, absolute);
  registry.filter("round", {{"precision", "method"}}, round_value);
  registry.filter("sum", {{"attribute", "start"}}, sum);
  registry.filter("min", {{"case_sensitive", "attribute"}}, extreme(-1));
  registry.filter("max", {{"case_sensitive", "attribute"}}, extreme(1));
}

}  // namespace huice::tmpl
