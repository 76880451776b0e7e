// SPDX-License-Identifier: Apache-2.0
#include "logic/evaluator.h"

#include "logic/javascript.h"
#include "logic/rule.h"
#include "logic/utf16.h"

#include <algorithm>

namespace huice::logic {
namespace {

// data[step] of JavaScript; null where that is undefined.
const Value* step_into(const Value& data, const PathStep& step, Value& room) {
  switch (data.kind()) {
    case Kind::object:
      return data.find(step.name);
    case Kind::list:
      if (step.index < data.items().size()) return &data.items()[step.index];
      if (step.name != "length") return nullptr;
      room = Value::number(static_cast<double>(data.items().size()));
      return &room;
    case Kind::text: {
      const std::size_t length = utf16::length(data.as_text());
      if (step.name == "length") {
        room = Value::number(static_cast<double>(length));
      } else if (step.index < length) {
        room = Value::text(utf16::part(data.as_text(), step.index, 1));
      } else {
        return nullptr;
      }
      return &room;
    }
    default:
      return nullptr;
  }
}

// Whether json-logic-js would find an operation in a value that it takes for a rule.
bool holds_operation(const Value& value) {
  if (value.is(Kind::object)) return value.members().size() == 1;
  if (!value.is(Kind::list)) return false;
  return std::any_of(value.items().begin(), value.items().end(), holds_operation);
}

}  // namespace

bool Evaluator::work(std::uint64_t amount) {
  work_ += std::min(amount, kMostWork + 1);
  if (work_ > kMostWork) failed_ = true;
  return !failed_;
}

const Value& Evaluator::evaluate(std::uint32_t index, const Scope& scope, Value& room) {
  if (!work(1)) return undefined_;
  const Node& node = program_.nodes[index];
  if (node.op == Operator::constant) return program_.constants[node.extra];
  const Value& value = operate(node, scope, room);
  return failed_ ? undefined_ : value;
}

// Operators whose value is somewhere already.
const Value& Evaluator::operate(const Node& node, const Scope& scope, Value& room) {
  switch (node.op) {
    case Operator::constant:
      return program_.constants[node.extra];
    case Operator::variable: {
      const Value* const found = look_up(program_.paths[node.extra], scope, room);
      if (found == nullptr) return fallback(node, 0, scope, room);
      evaluate_from(0, node, scope);
      return *found;
    }
    case Operator::var:
      return computed(node, scope, room);
    case Operator::choose:
      return choose(node, scope, room);
    case Operator::or_:
      return first_that(true, node, scope, room);
    case Operator::and_:
      return first_that(false, node, scope, room);
    case Operator::reduce:
      return reduce(node, scope, room);
    case Operator::log: {
      evaluate_from(1, node, scope);
      return operand_value(node, 0, scope, room);
    }
    default:
      return put(room, make(node, scope));
  }
}

// Operators that make a new value.
Value Evaluator::make(const Node& node, const Scope& scope) {
  switch (node.op) {
    case Operator::less:
    case Operator::at_most:
      return between(node, scope);
    case Operator::max:
    case Operator::min:
      return extreme(node, scope);
    case Operator::plus:
    case Operator::times:
      return fold(node, scope);
    case Operator::minus:
    case Operator::divide:
    case Operator::remainder:
      return calculate(node, scope);
    case Operator::list:
      return list_of_operands(node, scope);
    case Operator::map:
    case Operator::filter:
      return each_item(node, scope);
    case Operator::all:
    case Operator::none:
    case Operator::some:
      return quantify(node, scope);
    case Operator::merge:
      return merge(node, scope);
    case Operator::in:
      return in(node, scope);
    case Operator::cat:
      return cat(node, scope);
    case Operator::substr:
      return substr(node, scope);
    case Operator::missing:
      return missing(names_asked(node, scope), scope);
    case Operator::missing_some:
      return missing_some(node, scope);
    default:
      return compare(node, scope);
  }
}

void Evaluator::evaluate_from(std::size_t i, const Node& node, const Scope& scope) {
  for (; i < node.count; ++i) {
    Value room;
    evaluate(operand(node, i), scope, room);
  }
}

const Value& Evaluator::coerced(const Node& node, std::size_t i, const Scope& scope, Value& room) {
  const Value& value = operand_value(node, i, scope, room);
  if (value.is(Kind::text) || value.is_container()) work(value.weight());
  return failed_ ? undefined_ : value;
}

const Value& Evaluator::choose(const Node& node, const Scope& scope, Value& room) {
  std::size_t i = 0;
  for (; i + 1 < node.count; i += 2) {
    Value condition;
    if (is_truthy(operand_value(node, i, scope, condition))) {
      return operand_value(node, i + 1, scope, room);
    }
  }
  return i + 1 == node.count ? operand_value(node, i, scope, room) : null_;
}

const Value& Evaluator::first_that(bool truthy, const Node& node, const Scope& scope, Value& room) {
  const Value* value = &undefined_;
  for (std::size_t i = 0; i < node.count; ++i) {
    value = &operand_value(node, i, scope, room);
    if (is_truthy(*value) == truthy) break;
  }
  return *value;
}

// ── var and missing ──────────────────────────────────────────────────────────────────────────────

// The default of var, the i-th operand; those after it may throw.
const Value& Evaluator::fallback(const Node& node, std::size_t i, const Scope& scope, Value& room) {
  evaluate_from(i + 1, node, scope);
  const Value& value = operand_value(node, i, scope, room);
  return value.is(Kind::undefined) ? null_ : value;
}

const Value& Evaluator::whole(const Scope& scope, Value& room) {
  if (scope.data != nullptr) return *scope.data;
  if (!scope.whole) {
    std::vector<Value::Member> members;
    if (scope.binding != nullptr) {
      const std::vector<std::string>& names = scope.binding->columns().names();
      for (std::size_t i = 0; i < names.size() && i < scope.row.size(); ++i) {
        if (!scope.row[i].is(Kind::undefined)) members.emplace_back(names[i], scope.row[i]);
      }
    } else {
      members.emplace_back("current", *scope.current);
      members.emplace_back("accumulator", *scope.accumulator);
    }
    scope.whole = Value::object(std::move(members));
    work(scope.whole->members().size());
    if (scope.whole->depth() > kDeepestMade) failed_ = true;
  }
  return room = *scope.whole;
}

const Value* Evaluator::look_up(const Value& data, std::span<const PathStep> steps, Value& room) {
  const Value* at = &data;
  for (const PathStep& step : steps) {
    if (at->is(Kind::object)) {
      at = at->find(step.name);
      if (at == nullptr || at->is(Kind::undefined)) return nullptr;
      continue;
    }
    Value next;
    const Value* const found = step_into(*at, step, next);
    if (found == nullptr || found->is(Kind::undefined)) return nullptr;
    if (found == &next) {
      room = std::move(next);
      at = &room;
    } else {
      at = found;
    }
  }
  return at;
}

const Value* Evaluator::look_up(const Path& path, const Scope& scope, Value& room) {
  std::span<const PathStep> steps = path.steps;
  if (steps.empty()) return &whole(scope, room);
  if (scope.data != nullptr) return look_up(*scope.data, steps, room);
  const Value* first = nullptr;
  if (scope.binding != nullptr) {
    const std::optional<std::size_t> place = scope.binding->place(path.variable);
    if (place && *place < scope.row.size()) first = &scope.row[*place];
  } else if (steps[0].name == "current") {
    first = scope.current;
  } else if (steps[0].name == "accumulator") {
    first = scope.accumulator;
  }
  if (first == nullptr || first->is(Kind::undefined)) return nullptr;
  return look_up(*first, steps.subspan(1), room);
}

const Value& Evaluator::at_path(std::string_view path, const Scope& scope, Value& room) {
  Value data_room;
  const Value& data = whole(scope, data_room);
  work(path.size());
  Value found_room;
  const Value* const found = look_up(data, steps_of(path), found_room);
  return found == nullptr ? undefined_ : put(room, *found);
}

const Value& Evaluator::computed(const Node& node, const Scope& scope, Value& room) {
  Value name_room;
  const Value& name = coerced(node, 0, scope, name_room);
  Value default_room;
  const Value& otherwise = fallback(node, 1, scope, default_room);
  if (name.is_nothing() || (name.is(Kind::text) && name.as_text().empty())) {
    return whole(scope, room);
  }
  std::string text;
  const Value& found = at_path(to_text(name, text), scope, room);
  return found.is(Kind::undefined) ? put(room, otherwise) : found;
}

Value Evaluator::applied_again(const Value& value, const Scope& scope) {
  work(value.is_container() ? value.weight() : 1);
  if (failed_ || !holds_operation(value)) return value;
  const CompiledRule compiled = compile(value);
  const Rule* const rule = std::get_if<Rule>(&compiled);
  Value room;
  if (rule == nullptr) return throws();
  Evaluator inner(rule->program());
  inner.work_ = work_;
  Value data_room;
  Value result = inner.evaluate(rule->program().root, Scope::of(whole(scope, data_room)), room);
  work_ = inner.work_;
  failed_ = failed_ || inner.failed_;
  return result;
}

const Value& Evaluator::look_up(const Value& name, const Scope& scope, Value& room) {
  Value key = applied_again(name, scope);
  Value otherwise = Value::null();
  if (name.is(Kind::list)) {
    const Value parts = key;
    key = parts.items().empty() ? Value() : parts.items()[0];
    if (parts.items().size() > 1 && !parts.items()[1].is(Kind::undefined)) {
      otherwise = parts.items()[1];
    }
  }
  if (key.is_nothing() || (key.is(Kind::text) && key.as_text().empty())) return whole(scope, room);
  std::string text;
  if (!work(key.weight())) return undefined_;
  const Value& found = at_path(to_text(key, text), scope, room);
  return found.is(Kind::undefined) ? put(room, otherwise) : found;
}

std::vector<Value> Evaluator::names_asked(const Node& node, const Scope& scope) {
  std::vector<Value> out;
  for (std::size_t i = 0; i < node.count; ++i) {
    Value room;
    out.push_back(operand_value(node, i, scope, room));
  }
  if (node.op == Operator::missing_some) {
    return names_of(out.size() > 1 ? out[1] : Value(), scope);
  }
  if (out.empty() || !out[0].is(Kind::list)) return out;
  return std::vector<Value>(out[0].items());
}

// json-logic-js hands the names of missing_some to missing as a rule.
std::vector<Value> Evaluator::names_of(const Value& asked, const Scope& scope) {
  const Value again = applied_again(asked, scope);
  if (failed_) return {};
  std::vector<Value> out = asked.is(Kind::list) ? again.items() : std::vector<Value>{again};
  if (out.empty() || !out[0].is(Kind::list)) return out;
  return std::vector<Value>(out[0].items());
}

Value Evaluator::missing(const std::vector<Value>& names, const Scope& scope) {
  std::vector<Value> out;
  for (const Value& name : names) {
    Value room;
    const Value& found = look_up(name, scope, room);
    if (failed_) return {};
    if (found.is(Kind::null) || (found.is(Kind::text) && found.as_text().empty())) {
      out.push_back(name);
    }
  }
  return made_list(std::move(out));
}

Value Evaluator::missing_some(const Node& node, const Scope& scope) {
  evaluate_from(2, node, scope);
  Value need_room;
  const Value& need = coerced(node, 0, scope, need_room);
  Value asked_room;
  const Value& asked = operand_value(node, 1, scope, asked_room);
  Value absent = missing(names_of(asked, scope), scope);
  // options.length of JavaScript: null has none at all, other values undefined.
  if (asked.is_nothing()) return throws();
  Value room;
  const Value* const length = step_into(asked, PathStep{"length", kNoIndex}, room);
  if (failed_ || length == nullptr) return absent;
  const double given = to_number(*length) - static_cast<double>(absent.items().size());
  return is_at_most(need, Value::number(given)) ? Value::list({}) : absent;
}

}  // namespace huice::logic
