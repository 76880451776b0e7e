// SPDX-License-Identifier: Apache-2.0
#include "logic/evaluator.h"
#include "logic/javascript.h"
#include "logic/utf16.h"

#include <algorithm>

namespace huice::logic {

// Lists that hold themselves many times over would be endless to write or to destroy.
Value Evaluator::made_list(std::vector<Value> items) {
  work(items.size());
  Value out = Value::list(std::move(items));
  if (out.weight() > kMostWork || out.depth() > kDeepestMade) failed_ = true;
  return failed_ ? undefined_ : out;
}

Value Evaluator::list_of_operands(const Node& node, const Scope& scope) {
  std::vector<Value> items;
  items.reserve(node.count);
  for (std::size_t i = 0; i < node.count; ++i) {
    Value room;
    items.push_back(operand_value(node, i, scope, room));
  }
  return made_list(std::move(items));
}

Value Evaluator::each_item(const Node& node, const Scope& scope) {
  Value list_room;
  const Value& list = operand_value(node, 0, scope, list_room);
  std::vector<Value> out;
  if (list.is(Kind::list)) {
    for (const Value& item : list.items()) {
      Value room;
      const Value& made = operand_value(node, 1, Scope::of(item), room);
      if (failed_) return {};
      if (node.op == Operator::map) {
        out.push_back(made);
      } else if (is_truthy(made)) {
        out.push_back(item);
      }
    }
  }
  return made_list(std::move(out));
}

const Value& Evaluator::reduce(const Node& node, const Scope& scope, Value& room) {
  Value list_room;
  const Value& list = operand_value(node, 0, scope, list_room);
  Value accumulator = null_;
  if (node.count > 2) accumulator = operand_value(node, 2, scope, room);
  if (list.is(Kind::list)) {
    for (const Value& item : list.items()) {
      Scope step;
      step.current = &item;
      step.accumulator = &accumulator;
      Value next_room;
      Value next = operand_value(node, 1, step, next_room);
      accumulator = std::move(next);
      if (failed_) return undefined_;
    }
  }
  return put(room, std::move(accumulator));
}

Value Evaluator::quantify(const Node& node, const Scope& scope) {
  Value list_room;
  const Value& list = operand_value(node, 0, scope, list_room);
  const bool empty = !list.is(Kind::list) || list.items().empty();
  if (empty) return Value::boolean(node.op == Operator::none);
  const bool searched = node.op != Operator::all;
  for (const Value& item : list.items()) {
    Value room;
    if (is_truthy(operand_value(node, 1, Scope::of(item), room)) == searched) {
      return Value::boolean(node.op == Operator::some);
    }
    if (failed_) return {};
  }
  return Value::boolean(node.op != Operator::some);
}

Value Evaluator::merge(const Node& node, const Scope& scope) {
  std::vector<Value> out;
  for (std::size_t i = 0; i < node.count; ++i) {
    Value room;
    const Value& part = operand_value(node, i, scope, room);
    if (part.is(Kind::list)) {
      if (!work(part.items().size())) return {};
      out.insert(out.end(), part.items().begin(), part.items().end());
    } else {
      out.push_back(part);
    }
  }
  return made_list(std::move(out));
}

Value Evaluator::in(const Node& node, const Scope& scope) {
  Value wanted_room;
  Value place_room;
  const Value& wanted = operand_value(node, 0, scope, wanted_room);
  const Value& place = operand_value(node, 1, scope, place_room);
  evaluate_from(2, node, scope);
  if (place.is(Kind::list)) {
    work(place.items().size());
    return Value::boolean(
        std::any_of(place.items().begin(), place.items().end(),
                    [&wanted](const Value& item) { return strictly_equal(item, wanted); }));
  }
  // An object has no indexOf, and a member of that name can never be called.
  if (place.is(Kind::object)) {
    const Value* const member = place.find("indexOf");
    return member != nullptr && !member->is(Kind::undefined) ? throws() : Value::boolean(false);
  }
  if (!place.is(Kind::text) || place.as_text().empty()) return Value::boolean(false);
  if (!work(place.weight() + wanted.weight())) return {};
  std::string room;
  return Value::boolean(utf16::contains(place.as_text(), to_text(wanted, room)));
}

}  // namespace huice::logic
