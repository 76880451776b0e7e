// SPDX-License-Identifier: Apache-2.0
#include "logic/needs.h"

#include "logic/javascript.h"

#include <algorithm>

namespace huice::logic {

void add_missing(Decision& out, const Decision& other) {
  out.missing.add_all(other.missing);
  for (const std::string& name : other.computed) {
    if (std::find(out.computed.begin(), out.computed.end(), name) == out.computed.end()) {
      out.computed.push_back(name);
    }
  }
}

bool Needs::lacks(std::uint32_t index, const Scope& scope, std::uint32_t owner, Decision& out) {
  const Node& node = evaluator_.node(index);
  switch (node.op) {
    case Operator::constant:
      return false;
    case Operator::variable:
      return in_variable(evaluator_.program().paths[node.extra], scope, owner, out);
    case Operator::var:
      return in_computed(node, scope, owner, out);
    case Operator::choose:
      return in_choice(node, scope, owner, out);
    case Operator::and_:
    case Operator::or_:
      return in_junction(node, scope, owner, out);
    case Operator::missing:
    case Operator::missing_some:
      return in_names(node, scope, owner, out);
    case Operator::reduce:
      return in_steps(node, scope, owner, out);
    default:
      break;
  }
  return walks_list(node.op) ? in_items(node, scope, owner, out)
                             : lacks_any(node, 0, scope, owner, out);
}

bool Needs::lacks_any(const Node& node, std::size_t from, const Scope& scope, std::uint32_t owner,
                      Decision& out) {
  bool found = false;
  for (std::size_t i = from; i < node.count; ++i) {
    found = lacks(evaluator_.operand(node, i), scope, owner, out) || found;
  }
  return found;
}

bool Needs::is_true(const Node& node, std::size_t i, const Scope& scope) {
  Value room;
  return is_truthy(evaluator_.operand_value(node, i, scope, room));
}

// reduce's accumulator is not an answer, and rows and reduce's two values are never missing as a
// whole.
bool Needs::in_variable(const Path& path, const Scope& scope, std::uint32_t owner, Decision& out) {
  if (path.steps.empty() && scope.data == nullptr) return false;
  if (scope.current != nullptr && path.steps[0].name == "accumulator") return false;
  Value room;
  const Value* const value = evaluator_.look_up(path, scope, room);
  if (value != nullptr && !value->is_nothing()) return false;
  note(path, owner, out);
  return true;
}

bool Needs::in_computed(const Node& node, const Scope& scope, std::uint32_t owner, Decision& out) {
  if (lacks(evaluator_.operand(node, 0), scope, owner, out)) return true;
  Value name_room;
  const Value& name = evaluator_.operand_value(node, 0, scope, name_room);
  std::string text_room;
  std::string text(to_joined_text(name, text_room));
  if (text.empty() && !name.is(Kind::list)) {
    const bool there = scope.data == nullptr || !scope.data->is_nothing();
    if (!there) note(text, owner, out);
    return !there;
  }
  const bool gathered = scope.current != nullptr && text.substr(0, text.find('.')) == "accumulator";
  Value room;
  if (gathered || !evaluator_.at_path(text, scope, room).is_nothing()) return false;
  note(text, owner, out);
  return true;
}

// A condition that cannot be known leaves everything after it open.
bool Needs::in_choice(const Node& node, const Scope& scope, std::uint32_t owner, Decision& out) {
  for (std::size_t i = 0; i < node.count; i += 2) {
    const bool open = lacks(evaluator_.operand(node, i), scope, owner, out);
    if (open) lacks_any(node, i + 1, scope, owner, out);
    if (open || i + 1 >= node.count) return open;
    if (is_true(node, i, scope)) {
      return lacks(evaluator_.operand(node, i + 1), scope, owner, out);
    }
  }
  return false;
}

// Reads on after an operand that cannot be known, as far as to one that ends it for certain.
bool Needs::in_junction(const Node& node, const Scope& scope, std::uint32_t owner, Decision& out) {
  bool open = false;
  for (std::size_t i = 0; i < node.count; ++i) {
    if (lacks(evaluator_.operand(node, i), scope, owner, out)) {
      open = true;
    } else if (is_true(node, i, scope) == (node.op == Operator::or_)) {
      break;
    }
  }
  return open;
}

bool Needs::in_names(const Node& node, const Scope& scope, std::uint32_t owner, Decision& out) {
  bool found = lacks_any(node, 0, scope, owner, out);
  if (found) return true;
  for (const Value& name : evaluator_.names_asked(node, scope)) {
    Value room;
    if (!evaluator_.look_up(name, scope, room).is_nothing()) continue;
    const bool listed = name.is(Kind::list) && !name.items().empty();
    std::string text;
    note(std::string(to_text(listed ? name.items()[0] : name, text)), owner, out);
    found = true;
  }
  return found;
}

bool Needs::in_items(const Node& node, const Scope& scope, std::uint32_t owner, Decision& out) {
  if (node.count == 0) return false;
  if (lacks(evaluator_.operand(node, 0), scope, owner, out)) return true;
  Value room;
  const Value& list = evaluator_.operand_value(node, 0, scope, room);
  if (!list.is(Kind::list) || node.count < 2) return false;
  if (owner == kNoIndex) owner = evaluator_.operand(node, 0);
  bool found = false;
  for (const Value& item : list.items()) {
    found = lacks(evaluator_.operand(node, 1), Scope::of(item), owner, out) || found;
  }
  return found;
}

// The reads of a step may depend on the results of those before it.
bool Needs::in_steps(const Node& node, const Scope& scope, std::uint32_t owner, Decision& out) {
  if (node.count == 0) return false;
  const bool open = lacks(evaluator_.operand(node, 0), scope, owner, out);
  if (lacks_any(node, 2, scope, owner, out) || open) return true;
  Value room;
  const Value& list = evaluator_.operand_value(node, 0, scope, room);
  if (!list.is(Kind::list) || node.count < 2) return false;
  if (owner == kNoIndex) owner = evaluator_.operand(node, 0);
  Value accumulator = Value::null();
  Value initial_room;
  if (node.count > 2) accumulator = evaluator_.operand_value(node, 2, scope, initial_room);
  bool found = false;
  for (const Value& item : list.items()) {
    Scope step;
    step.current = &item;
    step.accumulator = &accumulator;
    found = lacks(evaluator_.operand(node, 1), step, owner, out) || found;
    Value next_room;
    Value next = evaluator_.operand_value(node, 1, step, next_room);
    accumulator = std::move(next);
  }
  return found;
}

void Needs::note(const Path& path, std::uint32_t owner, Decision& out) {
  if (owner != kNoIndex) return note_owner(owner, out);
  out.missing.add(path.place);
}

void Needs::note(const std::string& name, std::uint32_t owner, Decision& out) {
  if (owner != kNoIndex) return note_owner(owner, out);
  const std::vector<std::string>& paths = evaluator_.program().outer_paths;
  const auto found = std::find(paths.begin(), paths.end(), name);
  if (found != paths.end()) {
    out.missing.add(static_cast<std::size_t>(found - paths.begin()));
  } else if (std::find(out.computed.begin(), out.computed.end(), name) == out.computed.end()) {
    out.computed.push_back(name);
  }
}

// All variables that are in the expression of the list, those inside of further lists left out.
void Needs::note_owner(std::uint32_t index, Decision& out) {
  const Node& node = evaluator_.node(index);
  if (node.op == Operator::variable) {
    out.missing.add(evaluator_.program().paths[node.extra].place);
  }
  for (std::size_t i = 0; i < node.count; ++i) {
    if (!walks_list(node.op) || i != 1) note_owner(evaluator_.operand(node, i), out);
  }
}

}  // namespace huice::logic
