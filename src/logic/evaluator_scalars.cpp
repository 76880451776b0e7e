// SPDX-License-Identifier: Apache-2.0
#include "logic/evaluator.h"
#include "logic/javascript.h"
#include "logic/utf16.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace huice::logic {
namespace {

// Math.min and Math.max: NaN wins, and -0 is less than 0.
double lesser(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return std::numeric_limits<double>::quiet_NaN();
  if (a == b) return std::signbit(a) ? a : b;
  return std::min(a, b);
}

// ToIntegerOrInfinity
double whole_number(double number) {
  return std::isnan(number) ? 0 : std::trunc(number);
}

}  // namespace

Value Evaluator::compare(const Node& node, const Scope& scope) {
  Value a_room;
  Value b_room;
  const bool strict = node.op == Operator::strict_equal || node.op == Operator::strict_unequal;
  const bool unary = node.op == Operator::negate || node.op == Operator::truth;
  const bool as_is = strict || unary;
  const Value& a = as_is ? operand_value(node, 0, scope, a_room) : coerced(node, 0, scope, a_room);
  if (unary) {
    evaluate_from(1, node, scope);
    return Value::boolean(is_truthy(a) == (node.op == Operator::truth));
  }
  const Value& b = as_is ? operand_value(node, 1, scope, b_room) : coerced(node, 1, scope, b_room);
  evaluate_from(2, node, scope);
  switch (node.op) {
    case Operator::loose_equal:
      return Value::boolean(loosely_equal(a, b));
    case Operator::loose_unequal:
      return Value::boolean(!loosely_equal(a, b));
    case Operator::strict_equal:
      return Value::boolean(strictly_equal(a, b));
    case Operator::strict_unequal:
      return Value::boolean(!strictly_equal(a, b));
    case Operator::greater:
      return Value::boolean(is_less(b, a));
    default:
      return Value::boolean(is_at_most(b, a));
  }
}

// a < b, or a < b < c.
Value Evaluator::between(const Node& node, const Scope& scope) {
  Value a_room;
  Value b_room;
  Value c_room;
  const Value& a = coerced(node, 0, scope, a_room);
  const Value& b = coerced(node, 1, scope, b_room);
  const Value& c = coerced(node, 2, scope, c_room);
  evaluate_from(3, node, scope);
  const auto holds = node.op == Operator::less ? is_less : is_at_most;
  return Value::boolean(holds(a, b) && (c.is(Kind::undefined) || holds(b, c)));
}

Value Evaluator::extreme(const Node& node, const Scope& scope) {
  // The largest is the least of the opposites.
  const double sign = node.op == Operator::min ? 1 : -1;
  double out = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < node.count; ++i) {
    Value room;
    out = lesser(out, sign * to_number(coerced(node, i, scope, room)));
  }
  return Value::number(sign * out);
}

// + and *. One factor alone comes back as it is, without becoming a number.
Value Evaluator::fold(const Node& node, const Scope& scope) {
  const bool sum = node.op == Operator::plus;
  if (!sum && node.count == 0) return throws();
  Value first_room;
  if (!sum && node.count == 1) return operand_value(node, 0, scope, first_room);
  double out = 0;
  for (std::size_t i = 0; i < node.count; ++i) {
    Value room;
    const double next = parse_float(coerced(node, i, scope, room));
    // Adding 0 makes -0 the 0 that parseFloat reads of its text.
    out = sum ? out + next : i == 0 ? next : (out + 0.0) * next;
  }
  return Value::number(out);
}

Value Evaluator::calculate(const Node& node, const Scope& scope) {
  Value a_room;
  Value b_room;
  const Value& a = coerced(node, 0, scope, a_room);
  const Value& b = coerced(node, 1, scope, b_room);
  evaluate_from(2, node, scope);
  if (node.op == Operator::minus && b.is(Kind::undefined)) return Value::number(-to_number(a));
  const double left = to_number(a);
  const double right = to_number(b);
  if (node.op == Operator::minus) return Value::number(left - right);
  // By IEEE 754, a division by zero is infinite or no number, as in JavaScript.
  if (node.op == Operator::divide) return Value::number(left / right);
  return Value::number(std::fmod(left, right));
}

Value Evaluator::cat(const Node& node, const Scope& scope) {
  std::string out;
  for (std::size_t i = 0; i < node.count; ++i) {
    Value room;
    std::string text;
    utf16::append(out, to_joined_text(coerced(node, i, scope, room), text));
  }
  if (!work(out.size())) return {};
  return Value::text(std::move(out));
}

Value Evaluator::substr(const Node& node, const Scope& scope) {
  Value source_room;
  Value start_room;
  Value end_room;
  std::string text_room;
  const std::string_view text = to_text(coerced(node, 0, scope, source_room), text_room);
  const Value& start = coerced(node, 1, scope, start_room);
  const Value& end = coerced(node, 2, scope, end_room);
  evaluate_from(3, node, scope);
  if (!work(text.size())) return {};
  const auto length = static_cast<double>(utf16::length(text));
  double from = whole_number(to_number(start));
  from = from < 0 ? std::max(length + from, 0.0) : std::min(from, length);
  double count = length - from;
  if (is_less(end, Value::number(0))) {
    // A negative text is appended to the length there, which gives no number and so nothing.
    count = end.is(Kind::number) ? whole_number(count + end.as_number()) : 0;
  } else if (!end.is(Kind::undefined)) {
    count = std::min(count, whole_number(to_number(end)));
  }
  if (!(count > 0)) return Value::text({});
  return Value::text(
      utf16::part(text, static_cast<std::size_t>(from), static_cast<std::size_t>(count)));
}

}  // namespace huice::logic
