// SPDX-License-Identifier: Apache-2.0
// Filters on numbers.

#include "template/characters.h"
#include "template/operations.h"
#include "template/printf.h"
#include "template/registry.h"
#include "template/subject.h"

#include <charconv>
#include <cmath>

namespace huice::tmpl {
namespace {

Value wrong(const Value& value, std::string_view wanted, Call& call) {
  return call.fail(Code::template_wrong_type,
                   {std::string(call.callee()), std::string(wanted), describe(value)});
}

// Digits as Python writes them: one underscore between two digits is allowed.
std::optional<std::string> plain_digits(std::string_view text) {
  std::string out;
  text = strip(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.starts_with('_') || text.ends_with('_') || text.find("__") != std::string_view::npos) {
    return std::nullopt;
  }
  for (const char c : text) {
    if (c != '_') out += c;
  }
  return out;
}

std::optional<std::int64_t> parse_integer(std::string_view text, int base) {
  auto digits = plain_digits(text);
  if (!digits || digits->empty()) return std::nullopt;
  const bool negative = digits->starts_with('-');
  std::string_view body = std::string_view(*digits).substr(negative ? 1 : 0);
  const char mark = body.size() > 1 && body[0] == '0' ? static_cast<char>(body[1] | 32) : '\0';
  const int marked = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
  if (marked != 0 && (base == marked || base == 0)) {
    body.remove_prefix(2);
    base = marked;
  }
  const std::string number = (negative ? "-" : "") + std::string(body);
  std::int64_t value = 0;
  const char* last = number.data() + number.size();
  const auto result = std::from_chars(number.data(), last, value, base == 0 ? 10 : base);
  if (body.empty() || body[0] == '-' || result.ec != std::errc() || result.ptr != last) {
    return std::nullopt;
  }
  return value;
}

std::optional<double> parse_double(std::string_view text) {
  const auto digits = plain_digits(text);
  if (!digits || digits->empty() || digits->find_first_of("xXpP") != std::string::npos) {
    return std::nullopt;
  }
  double value = 0;
  const char* last = digits->data() + digits->size();
  const auto result = std::from_chars(digits->data(), last, value);
  if (result.ptr != last || result.ec == std::errc::invalid_argument) return std::nullopt;
  if (result.ec == std::errc()) return value;
  // Too large or too small for a double.
  const bool small =
      digits->find("e-") != std::string::npos || digits->find("E-") != std::string::npos;
  const double size = small ? 0.0 : HUGE_VAL;
  return digits->starts_with('-') ? -size : size;
}

std::optional<std::int64_t> truncated(double value) {
  if (!(std::fabs(value) < 9.2e18)) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

Value to_int(const Value& subject, Call& call) {
  const Value otherwise = call.has(0) ? call.argument(0) : Value(0);
  const std::int64_t base = call.integer(1).value_or(10);
  if (call.failed()) return {};
  if (base < 0 || base > 36 || base == 1) {
    return call.fail(Code::template_bad_value,
                     {std::string(call.callee()), "base " + std::to_string(base)});
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
    if (!result) return call.fail(Code::template_overflow, {"int"});
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
  if (!integer) return wrong(subject, "a number", call);
  if (*integer >= 0) return Value(*integer);
  Outcome outcome = negate(subject);
  if (outcome.trouble == Trouble::none) return outcome.value;
  return call.fail(Code::template_overflow, {"abs"});
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
  if (!is_number(subject)) return wrong(subject, "a number", call);
  const std::int64_t precision = call.integer(0).value_or(0);
  const std::string_view method = call.text(1).value_or("common");
  if (call.failed()) return {};
  if (precision < -300 || precision > 300) {
    return call.fail(Code::template_bad_value, {std::string(call.callee()), "so many digits"});
  }
  const int digits = static_cast<int>(precision);
  if (method == "common") {
    if (const auto integer = as_integer(subject)) {
      const auto rounded = round_integer(*integer, digits);
      return rounded ? Value(*rounded) : call.fail(Code::template_overflow, {"round"});
    }
    return Value(round_common(subject.floating(), digits));
  }
  if (method != "ceil" && method != "floor") {
    return call.fail(Code::template_bad_value,
                     {std::string(call.callee()),
                      "“" + std::string(method) + "”: it knows common, ceil and floor"});
  }
  const double unit = std::pow(10.0, digits);
  const double scaled = as_double(subject) * unit;
  return Value((method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) / unit);
}

Value sum(const Value& subject, Call& call) {
  const auto items = items_for(subject, call);
  if (!items) return {};
  Value total = call.has(1) ? call.argument(1) : Value(0);
  for (const Value& item : *items) {
    const bool whole = !call.has(0) || call.argument(0).is_none();
    const Value part = whole ? item : key_of(item, {call.argument(0), true}, call);
    if (call.failed() || usage().exceeded()) return {};
    Outcome outcome = arithmetic(BinaryOp::add, total, part, call.format());
    if (outcome.trouble == Trouble::overflow) return call.fail(Code::template_overflow, {"sum"});
    if (outcome.trouble != Trouble::none) {
      return call.fail(Code::template_wrong_operands, {"+", describe(total), describe(part)});
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
        return call.fail(Code::template_wrong_operands, {"<", describe(other), describe(best_key)});
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
