// SPDX-License-Identifier: Apache-2.0
// Arithmetic with Python's meaning: // and % round towards minus infinity, / gives a fraction,
// integers are exact and overflow is an error.

#include "markup/escape.h"
#include "template/values/builders.h"
#include "template/values/operations.h"

#include <cmath>
#include <limits>

namespace huice::tmpl {
namespace {

Outcome fail(Trouble trouble) {
  return {Value(), trouble};
}

Outcome integer_power(std::int64_t base, std::int64_t exponent) {
  if (exponent < 0) {
    if (base == 0) return fail(Trouble::zero);
    return {Value(std::pow(static_cast<double>(base), static_cast<double>(exponent)))};
  }
  std::int64_t result = 1;
  while (exponent > 0) {
    if ((exponent & 1) != 0 && __builtin_mul_overflow(result, base, &result)) {
      return fail(Trouble::overflow);
    }
    exponent >>= 1;
    if (exponent > 0 && __builtin_mul_overflow(base, base, &base)) return fail(Trouble::overflow);
  }
  return {Value(result)};
}

std::uint64_t magnitude(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
}

// Rounded once, as Python's, where dividing doubles would round three times. 56 bits of the
// quotient and one bit for all that follow decide how the 53 of a double are rounded.
double true_quotient(std::int64_t a, std::int64_t b) {
  constexpr std::uint64_t kExact = std::uint64_t{1} << 53U;
  const std::uint64_t divisor = magnitude(b);
  if (magnitude(a) <= kExact && divisor <= kExact) {
    return static_cast<double>(a) / static_cast<double>(b);
  }
  std::uint64_t quotient = magnitude(a) / divisor;
  std::uint64_t rest = magnitude(a) % divisor;  // less than 2^63: twice as much still fits
  int shift = 0;
  while (quotient < kExact << 2U && (quotient != 0 || rest != 0)) {
    rest *= 2;
    quotient = quotient * 2 + (rest >= divisor ? 1 : 0);
    if (rest >= divisor) rest -= divisor;
    --shift;
  }
  if (rest != 0) quotient |= 1U;
  const double size = std::ldexp(static_cast<double>(quotient), shift);
  return (a < 0) != (b < 0) ? -size : size;
}

Outcome integers(BinaryOp op, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  bool overflow = false;
  switch (op) {
    case BinaryOp::add:
      overflow = __builtin_add_overflow(a, b, &result);
      break;
    case BinaryOp::subtract:
      overflow = __builtin_sub_overflow(a, b, &result);
      break;
    case BinaryOp::multiply:
      overflow = __builtin_mul_overflow(a, b, &result);
      break;
    case BinaryOp::divide:
      if (b == 0) return fail(Trouble::zero);
      return {Value(true_quotient(a, b))};
    case BinaryOp::floor_divide:
    case BinaryOp::modulo: {
      if (b == 0) return fail(Trouble::zero);
      if (b == -1) {
        if (op == BinaryOp::modulo) return {Value(0)};
        overflow = __builtin_sub_overflow(std::int64_t{0}, a, &result);
        break;
      }
      const bool down = a % b != 0 && (a % b < 0) != (b < 0);
      result = op == BinaryOp::floor_divide ? a / b - (down ? 1 : 0) : a % b + (down ? b : 0);
      break;
    }
    case BinaryOp::power:
      return integer_power(a, b);
  }
  return overflow ? fail(Trouble::overflow) : Outcome{Value(result)};
}

double floor_modulo(double a, double b) {
  double rest = std::fmod(a, b);
  if (rest != 0.0 && (rest < 0) != (b < 0)) rest += b;
  return rest == 0.0 ? std::copysign(0.0, b) : rest;
}

// As CPython's float_floor_div: the quotient of what fmod leaves, snapped to a whole number.
double floor_quotient(double a, double b) {
  const double rest = std::fmod(a, b);
  const bool down = rest != 0.0 && (rest < 0) != (b < 0);
  const double quotient = (a - rest) / b - (down ? 1.0 : 0.0);
  if (quotient == 0.0) return std::copysign(0.0, a / b);
  const double whole = std::floor(quotient);
  return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

Outcome floats(BinaryOp op, double a, double b) {
  const bool divides =
      op == BinaryOp::divide || op == BinaryOp::floor_divide || op == BinaryOp::modulo;
  if (divides && b == 0.0) return fail(Trouble::zero);
  double result = 0;
  switch (op) {
    case BinaryOp::add:
      result = a + b;
      break;
    case BinaryOp::subtract:
      result = a - b;
      break;
    case BinaryOp::multiply:
      result = a * b;
      break;
    case BinaryOp::divide:
      result = a / b;
      break;
    case BinaryOp::floor_divide:
      result = floor_quotient(a, b);
      break;
    case BinaryOp::modulo:
      result = floor_modulo(a, b);
      break;
    case BinaryOp::power:
      if (a == 0.0 && b < 0) return fail(Trouble::zero);
      if (a < 0 && b != std::floor(b)) return fail(Trouble::types);  // no complex numbers
      result = std::pow(a, b);
      if (std::isinf(result) && !std::isinf(a) && !std::isinf(b)) return fail(Trouble::overflow);
      break;
  }
  return {Value(result)};
}

// Limits to the growth of texts and lists: a hostile template must not fill the memory.
constexpr std::int64_t kMostRepeats = std::int64_t{1} << 22;  // of an item
constexpr std::size_t kLargestText = kLargestPrinted;
constexpr std::size_t kLongestList = std::size_t{1} << 24U;

Outcome join_texts(const Value& a, const Value& b, Format format) {
  if (a.text().size() + b.text().size() > kLargestText) return fail(Trouble::overflow);
  if (!a.is_safe_for(format) && !b.is_safe_for(format)) {
    std::string text(a.text());
    return {Value(text.append(b.text()))};
  }
  std::string text;
  const auto append = [&](const Value& part) {
    if (part.is_safe_for(format)) {
      text += part.text();
    } else {
      markup::escape(text, part.text(), format);
    }
  };
  append(a);
  append(b);
  return {Value::safe(text, format)};
}

Outcome repeat(const Value& value, std::int64_t times, Format format) {
  if (times < 0) times = 0;
  if (value.is_string()) {
    if (value.text().empty()) return {value};
    if (static_cast<std::size_t>(times) > kLargestText / value.text().size()) {
      return fail(Trouble::overflow);
    }
    const std::size_t size = static_cast<std::size_t>(times) * value.text().size();
    if (!usage().room_for(size)) return {};
    std::string text(value.text());
    text.reserve(size);
    while (text.size() < size) text.append(text, 0, size - text.size());  // doubled each time
    text.resize(size);
    return {value.is_safe_for(format) ? Value::safe(text, format) : Value(text)};
  }
  const Sequence& list = value.list();
  if (list.size() == 0) return {value};
  if (times > kMostRepeats / static_cast<std::int64_t>(list.size())) {
    return fail(Trouble::overflow);
  }
  const std::size_t count = static_cast<std::size_t>(times) * list.size();
  usage().work_on_items(count);
  if (!usage().room_for(count * sizeof(Value))) return {};
  std::vector<Value> items;
  items.reserve(count);
  for (std::int64_t i = 0; i < times; ++i) {
    for (std::size_t k = 0; k < list.size(); ++k) items.push_back(list.at(k));
  }
  return {
      Value(list.is_tuple() ? ListValue::tuple(std::move(items)) : ListValue(std::move(items)))};
}

Outcome join_lists(const Sequence& a, const Sequence& b) {
  if (a.is_tuple() != b.is_tuple()) return fail(Trouble::types);
  if (a.size() + b.size() > kLongestList) return fail(Trouble::overflow);
  usage().work_on_items(a.size() + b.size());
  if (!usage().room_for((a.size() + b.size()) * sizeof(Value))) return {};
  std::vector<Value> items;
  items.reserve(a.size() + b.size());
  for (std::size_t i = 0; i < a.size(); ++i) items.push_back(a.at(i));
  for (std::size_t i = 0; i < b.size(); ++i) items.push_back(b.at(i));
  return {Value(a.is_tuple() ? ListValue::tuple(std::move(items)) : ListValue(std::move(items)))};
}

}  // namespace

Outcome arithmetic(BinaryOp op, const Value& a, const Value& b, Format format) {
  if (is_number(a) && is_number(b)) {
    const auto left = as_integer(a);
    const auto right = as_integer(b);
    return left && right ? integers(op, *left, *right) : floats(op, as_double(a), as_double(b));
  }
  if (op == BinaryOp::add) {
    if (a.is_string() && b.is_string()) return join_texts(a, b, format);
    if (a.is_list() && b.is_list()) return join_lists(a.list(), b.list());
  }
  if (op == BinaryOp::multiply) {
    const auto left = as_integer(a);
    const auto right = as_integer(b);
    if (right && (a.is_string() || a.is_list())) return repeat(a, *right, format);
    if (left && (b.is_string() || b.is_list())) return repeat(b, *left, format);
  }
  return fail(Trouble::types);
}

Outcome negate(const Value& value) {
  if (value.kind() == Kind::floating) return {Value(-value.floating())};
  const auto integer = as_integer(value);
  if (!integer) return fail(Trouble::types);
  if (*integer == std::numeric_limits<std::int64_t>::min()) return fail(Trouble::overflow);
  return {Value(-*integer)};
}

}  // namespace huice::tmpl
