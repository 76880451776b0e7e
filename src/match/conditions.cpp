// SPDX-License-Identifier: Apache-2.0
// Walks a rule beside the profile's fields. A constant has no type of its own: it takes that of
// what it is compared with.
#include "match/conditions.h"

#include "base/json/read.h"
#include "base/messages/logic.h"
#include "base/messages/match.h"
#include "base/spelling.h"
#include "logic/json.h"
#include "match/constants.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace huice::match {
namespace {

using logic::Value;
using model::ProfileField;
using model::ProfileType;

/// What an expression gives, as far as constants beside it care.
struct Type {
  std::optional<ConstantType> constant;
  std::vector<std::string> choices;
  std::string name;  ///< the field, for messages
};

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 9> kComparing{"==", "===", "!=", "!==", "<",
                                                     "<=", ">",   ">=", "in"};
constexpr std::array<std::string_view, 7> kComputing{"+", "-", "*", "/", "%", "max", "min"};
constexpr std::array<std::string_view, 6> kItems{"some", "all", "none", "filter", "map", "reduce"};

class Typer {
 public:
  Typer(const model::RecordList<ProfileField>& profile, std::vector<ConditionFault>& faults)
      : profile_(profile), faults_(faults) {}

  /// The expression with its constants in the form of answers. `item`: inside of a list's items.
  Value type(const json::Value& expression, const Type& expected, const ProfileField* item) {
    if (expression.is(json::Kind::text)) return constant(expression, expected);
    if (expression.is(json::Kind::list)) return list(expression.items(), expected, item);
    if (expression.members().size() != 1) return logic::value_of(expression);
    const json::Member& operation = expression.members().front();
    return Value::object({{operation.name, operands(operation, expected, item)}});
  }

 private:
  Value list(const std::vector<json::Value>& items, const Type& expected,
             const ProfileField* item) {
    std::vector<Value> typed;
    for (const json::Value& one : items) typed.push_back(type(one, expected, item));
    return Value::list(std::move(typed));
  }

  Value constant(const json::Value& text, const Type& expected) {
    if (!expected.constant) return Value::text(text.text());
    auto read = read_constant(*expected.constant, expected.name, text.text(), expected.choices);
    if (auto* value = std::get_if<Value>(&read)) return *value;
    ConstantFault& fault = std::get<ConstantFault>(read);
    refuse(text.at(), std::move(fault.message), std::move(fault.suggestion));
    return {};
  }

  void refuse(json::Span at, Message message, std::string suggestion = {}) {
    faults_.push_back({{std::move(message), {}, std::move(suggestion)}, at});
  }

  Value operands(const json::Member& operation, const Type& expected, const ProfileField* item) {
    const std::string& op = operation.name;
    const json::Value& operands = operation.value;
    if (op == "var") return variable(operation, item);
    if (op == "missing" || op == "missing_some") return logic::value_of(operands);
    if (is_among(op, kItems) && !operands.items().empty()) {
      return over_items(operands.items(), item);
    }
    Type beside;
    if (is_among(op, kComparing)) beside = type_of(operands, item);
    if (is_among(op, kComputing)) {
      beside = expected.constant ? expected : type_of(operands, item);
    }
    if (op == "if" || op == "?:" || op == "and" || op == "or") beside = expected;
    return type(operands, beside, item);
  }

  Value over_items(const std::vector<json::Value>& operands, const ProfileField* item) {
    const ProfileField* inner = list_field(operands.front(), item);
    std::vector<Value> typed{type(operands.front(), {}, item)};
    for (std::size_t i = 1; i < operands.size(); ++i) typed.push_back(type(operands[i], {}, inner));
    return Value::list(std::move(typed));
  }

  const ProfileField* list_field(const json::Value& expression, const ProfileField* item) {
    const json::Value* name = variable_name(expression);
    const ProfileField* found = name != nullptr && item == nullptr ? field(name->text()) : nullptr;
    return found != nullptr && found->type == ProfileType::recognition ? found : item;
  }

  /// The name in {"var": "name"} or {"var": ["name", …]}, or nullptr.
  static const json::Value* variable_name(const json::Value& expression) {
    const bool is_variable =
        expression.members().size() == 1 && expression.members().front().name == "var";
    return is_variable ? name_in(expression.members().front().value) : nullptr;
  }

  static const json::Value* name_in(const json::Value& operand) {
    const json::Value& name = operand.items().empty() ? operand : operand.items().front();
    return name.is(json::Kind::text) ? &name : nullptr;
  }

  const ProfileField* field(std::string_view id) const {
    for (const ProfileField& one : profile_) {
      if (one.id == id) return &one;
    }
    return nullptr;
  }

  // A default would be taken for an answer that nobody gave.
  Value variable(const json::Member& operation, const ProfileField* item) {
    const json::Value& operand = operation.value;
    const json::Value* name = name_in(operand);
    if (name == nullptr || operand.is(json::Kind::list)) {
      refuse(operation.name_at, msg::rule_variable{});
      return {};
    }
    const std::string& id = name->text();
    const auto& keys = recognition_keys();
    const bool known = item != nullptr ? std::find(keys.begin(), keys.end(), id) != keys.end()
                                       : field(id) != nullptr;
    if (known) return Value::text(id);
    std::vector<std::string_view> ids(keys.begin(), keys.end());
    if (item == nullptr) {
      ids.clear();
      for (const ProfileField& one : profile_) ids.push_back(one.id);
    }
    refuse(name->at(), msg::profile_unknown_field{.field = id}, nearest(id, ids));
    return {};
  }

  /// The type of the first operand that has one.
  Type type_of(const json::Value& expression, const ProfileField* item) {
    for (const json::Value& one : expression.items()) {
      Type found = type_of(one, item);
      if (found.constant) return found;
    }
    if (const json::Value* name = variable_name(expression)) {
      return type_of_field(name->text(), item);
    }
    if (expression.members().size() != 1) return {};
    const json::Member& operation = expression.members().front();
    return is_among(operation.name, kComputing) ? type_of(operation.value, item) : Type{};
  }

  Type type_of_field(const std::string& id, const ProfileField* item) {
    const auto all = [](const std::vector<std::string_view>& words) {
      return std::vector<std::string>(words.begin(), words.end());
    };
    if (item != nullptr) {
      if (id == "name") return {ConstantType::choice, item->choices, id};
      if (id == "tier") return {ConstantType::choice, all(recognition_tiers()), id};
      if (id == "how") return {ConstantType::choice, all(recognition_ways()), id};
      return {ConstantType::number, {}, id};
    }
    const ProfileField* found = field(id);
    if (found == nullptr || found->type == ProfileType::boolean ||
        found->type == ProfileType::recognition) {
      return {};
    }
    return {constant_type(found->type), found->choices, id};
  }

  const model::RecordList<ProfileField>& profile_;
  std::vector<ConditionFault>& faults_;
};

std::string unescaped(std::string_view step) {
  std::string out;
  for (std::size_t i = 0; i < step.size(); ++i) {
    const bool escape = step[i] == '~' && i + 1 < step.size();
    out += escape ? (step[++i] == '1' ? '/' : '~') : step[i];
  }
  return out;
}

// What a JSON Pointer (RFC 6901) leads to: of an object's member, its name.
json::Span span_at(const json::Value& root, std::string_view pointer) {
  const json::Value* at = &root;
  json::Span span = root.at();
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string step = unescaped(pointer.substr(0, pointer.find('/')));
    pointer.remove_prefix(std::min(pointer.find('/'), pointer.size()));
    const json::Value* next = nullptr;
    if (at->is(json::Kind::list)) {
      const auto index = static_cast<std::size_t>(std::strtoul(step.c_str(), nullptr, 10));
      if (index < at->items().size()) next = &at->items()[index];
      if (next != nullptr) span = next->at();
    }
    for (const json::Member& member : at->members()) {
      if (member.name != step) continue;
      next = &member.value;
      span = member.name_at;
    }
    if (next == nullptr) return span;
    at = next;
  }
  return span;
}

}  // namespace

std::optional<TypedRule> compile_rule(const model::Rule& rule,
                                      const model::RecordList<ProfileField>& profile,
                                      std::vector<ConditionFault>& faults) {
  const std::size_t before = faults.size();
  Diagnostics read_before;  // loading has reported what is no JSON
  const auto json = json::parse(SourceText({}, rule.json), read_before);
  if (!json) return std::nullopt;
  const auto as_written = logic::compile(logic::value_of(*json));
  if (const auto* fault = std::get_if<logic::RuleFault>(&as_written)) {
    faults.push_back({{fault->message, {}, fault->suggestion}, span_at(*json, fault->pointer)});
    return std::nullopt;
  }
  Value typed = Typer(profile, faults).type(*json, {}, nullptr);
  if (faults.size() != before) return std::nullopt;
  auto compiled = logic::compile(typed);
  return TypedRule{std::move(typed), std::get<logic::Rule>(std::move(compiled))};
}

}  // namespace huice::match
