// SPDX-License-Identifier: Apache-2.0
#include "base/messages/template_run.h"
#include "markup/escape.h"
#include "template/run/engine_call.h"
#include "template/run/render.h"

#include <array>

namespace huice::tmpl {
namespace {

std::string_view sign(BinaryOp op) {
  static constexpr std::array<std::string_view, 7> kSigns{"+", "-", "*", "/", "//", "%", "**"};
  return kSigns[static_cast<std::size_t>(op)];
}

std::string_view sign(CompareOp op) {
  static constexpr std::array<std::string_view, 8> kSigns{
      "==", "!=", "<", "<=", ">", ">=", "in", "not in"};
  return kSigns[static_cast<std::size_t>(op)];
}

}  // namespace

bool Render::condition(const Expr& expr) {
  Value scratch;
  const Value& value = ref(expr, scratch);
  if (value.is_undefined() && !is_empty_choice(value)) fail_undefined(value, &expr);
  return !failed_ && truthy(value);
}

// Apart from eval_binary(), whose frame is on the stack for each operator of a chain.
Value Render::fill_in(const Binary& node, const Value& pattern, const Value& values) {
  const FilterEntry* format = program_.registry.find_filter("format");
  Evaluated given;
  if (values.is_list() && values.list().is_tuple()) {
    for (std::size_t i = 0; i < values.list().size(); ++i) {
      given.positional.push_back(values.list().at(i));
    }
  } else {
    given.positional.push_back(values);
  }
  return apply_filter(*format, pattern, given, node);
}

Value Render::eval_binary(const Binary& node) {
  Value left_scratch;
  Value right_scratch;
  const Value& left = defined(*node.left, left_scratch);
  if (failed_) return {};
  const Value& right = defined(*node.right, right_scratch);
  if (failed_) return {};
  if (node.op == BinaryOp::modulo && left.is_string()) return fill_in(node, left, right);
  Outcome outcome = arithmetic(node.op, left, right, format_);
  switch (outcome.trouble) {
    case Trouble::none:
      return usage().exceeded() ? fail_bound(node.span) : std::move(outcome.value);
    case Trouble::zero:
      return fail(msg::template_division_by_zero{}, *source_, node.span);
    case Trouble::overflow:
      return fail(msg::template_overflow{.operation = sign(node.op)}, *source_, node.span);
    case Trouble::types:
      break;
  }
  return fail(
      msg::template_wrong_operands{
          .operation = sign(node.op), .left = describe(left), .right = describe(right)},
      *source_, node.span);
}

Value Render::eval_unary(const Unary& node) {
  Value scratch;
  const Value& value = defined(*node.operand, scratch);
  if (failed_) return {};
  const std::string op = node.op == UnaryOp::minus ? "-" : "+";
  if (node.op == UnaryOp::plus && is_number(value)) {
    const auto integer = as_integer(value);
    return integer ? Value(*integer) : value;
  }
  if (is_number(value)) {
    Outcome outcome = negate(value);
    if (outcome.trouble == Trouble::none) return std::move(outcome.value);
    return fail(msg::template_overflow{.operation = op}, *source_, node.span);
  }
  return fail(msg::template_wrong_operand{.operation = op, .value = describe(value)}, *source_,
              node.span);
}

Value Render::eval_compare(const Compare& node) {
  Value scratch;
  const Value* left = &defined(*node.first, scratch);
  if (failed_) return {};
  for (const auto& [op, expr] : node.rest) {
    Value right_scratch;
    const Value& right = defined(*expr, right_scratch);
    if (failed_ || !compare(op, *left, right, node)) return Value(false);
    if (node.rest.size() == 1) break;
    scratch = right;
    left = &scratch;
  }
  return Value(true);
}

bool Render::compare(CompareOp op, const Value& left, const Value& right, const Expr& site) {
  if (op == CompareOp::equal) return equal(left, right);
  if (op == CompareOp::not_equal) return !equal(left, right);
  if (op == CompareOp::in || op == CompareOp::not_in) {
    if (const auto found = contains(right, left)) return *found == (op == CompareOp::in);
    for (std::size_t i = 0; right.is_list() && i < right.list().size(); ++i) {
      const Value item = right.list().at(i);
      if (item.is_undefined()) return fail_undefined(item, &site), false;
    }
  } else if (const auto result = order(left, right)) {
    switch (op) {
      case CompareOp::less:
        return *result < 0;
      case CompareOp::less_equal:
        return *result <= 0;
      case CompareOp::greater:
        return *result > 0;
      default:
        return *result >= 0;
    }
  }
  fail(
      msg::template_wrong_operands{
          .operation = sign(op), .left = describe(left), .right = describe(right)},
      *source_, site.span);
  return false;
}

/// Gives the operand that decided, as Python does.
Value Render::eval_logic(const Logic& node) {
  Value scratch;
  const Value& left = defined(*node.left, scratch);
  if (failed_) return {};
  if (truthy(left) != node.is_and) return left;
  return eval(*node.right);
}

bool Render::append_plain(std::string& out, const Value& value, const Expr& site) {
  if (is_empty_choice(value)) return !failed_;
  const Printing result = append_text(out, value);
  if (result != Printing::ok) fail_none(value, result, site);
  return !failed_;
}

// Once a part is safe, the whole is: the other parts are escaped.
Value Render::eval_concat(const Concat& node) {
  std::vector<Value> parts;
  parts.reserve(node.parts.size());
  bool safe = false;
  for (const Expr* part : node.parts) {
    parts.push_back(eval(*part));
    if (failed_) return {};
    safe = safe || parts.back().is_safe_for(format_);
  }
  safe = safe && escapes_;
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!check_size(parts[i], node)) return {};
    if (out.size() > kLargestPrinted) {
      return fail(msg::template_output_bound{.limit = kLargestPrinted}, *source_, node.span);
    }
    if (!safe || parts[i].is_safe_for(format_)) {
      if (!append_plain(out, parts[i], *node.parts[i])) return {};
      continue;
    }
    std::string plain;
    if (!append_plain(plain, parts[i], *node.parts[i])) return {};
    markup::escape(out, plain, format_);
  }
  return safe ? Value::safe(out, format_) : Value(out);
}

}  // namespace huice::tmpl
