// SPDX-License-Identifier: Apache-2.0
// Walks a rule beside the profile's fields. A constant has no type of its own: it takes that of
// what it is compared with.
#include "match/conditions.h"

#include "base/messages/logic.h"
#include "base/messages/match.h"
#include "base/spelling.h"
#include "logic/json.h"
#include "match/constants.h"

#include <algorithm>
#include <array>

namespace huice::match {
namespace {

using logic::Kind;
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
  Typer(const model::RecordList<ProfileField>& profile, std::vector<AnswerFault>& faults)
      : profile_(profile), faults_(faults) {}

  /// The expression with its constants in the form of answers. `item`: inside of a list's items.
  Value type(const Value& expression, const Type& expected, const ProfileField* item) {
    if (expression.is(Kind::text)) return constant(expression, expected);
    if (expression.is(Kind::list)) return list(expression.items(), expected, item);
    if (!expression.is(Kind::object) || expression.members().size() != 1) return expression;
    const auto& [op, operands] = expression.members().front();
    return Value::object({{op, operation(op, operands, expected, item)}});
  }

 private:
  Value list(const std::vector<Value>& items, const Type& expected, const ProfileField* item) {
    std::vector<Value> typed;
    for (const Value& one : items) typed.push_back(type(one, expected, item));
    return Value::list(std::move(typed));
  }

  Value constant(const Value& text, const Type& expected) {
    if (!expected.constant) return text;
    auto read = read_constant(*expected.constant, expected.name, text.as_text(), expected.choices);
    if (auto* value = std::get_if<Value>(&read)) return *value;
    ConstantFault& fault = std::get<ConstantFault>(read);
    faults_.push_back({std::move(fault.message), text.as_text(), std::move(fault.suggestion)});
    return {};
  }

  Value operation(const std::string& op, const Value& operands, const Type& expected,
                  const ProfileField* item) {
    if (op == "var") return variable(operands, item);
    if (op == "missing" || op == "missing_some") return operands;
    if (is_among(op, kItems) && operands.is(Kind::list) && !operands.items().empty()) {
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

  Value over_items(const std::vector<Value>& operands, const ProfileField* item) {
    const ProfileField* inner = list_field(operands.front(), item);
    std::vector<Value> typed{type(operands.front(), {}, item)};
    for (std::size_t i = 1; i < operands.size(); ++i) typed.push_back(type(operands[i], {}, inner));
    return Value::list(std::move(typed));
  }

  const ProfileField* list_field(const Value& expression, const ProfileField* item) {
    const Value* name = variable_name(expression);
    const ProfileField* found =
        name != nullptr && item == nullptr ? field(name->as_text()) : nullptr;
    return found != nullptr && found->type == ProfileType::recognition ? found : item;
  }

  /// The name in {"var": "name"} or {"var": ["name", …]}, or nullptr.
  static const Value* variable_name(const Value& expression) {
    if (!expression.is(Kind::object) || expression.members().size() != 1) return nullptr;
    const auto& [op, operand] = expression.members().front();
    if (op != "var") return nullptr;
    const bool listed = operand.is(Kind::list) && !operand.items().empty();
    const Value& name = listed ? operand.items().front() : operand;
    return name.is(Kind::text) ? &name : nullptr;
  }

  const ProfileField* field(std::string_view id) const {
    for (const ProfileField& one : profile_) {
      if (one.id == id) return &one;
    }
    return nullptr;
  }

  // A default would be taken for an answer that nobody gave.
  Value variable(const Value& operand, const ProfileField* item) {
    const Value whole = Value::object({{"var", operand}});
    const Value* name = variable_name(whole);
    if (name == nullptr || operand.is(Kind::list)) {
      faults_.push_back({msg::rule_variable{}, "var", {}});
      return operand;
    }
    const std::string& id = name->as_text();
    const auto& keys = recognition_keys();
    const bool known = item != nullptr ? std::find(keys.begin(), keys.end(), id) != keys.end()
                                       : field(id) != nullptr;
    if (known) return operand;
    std::vector<std::string_view> ids(keys.begin(), keys.end());
    if (item == nullptr) {
      ids.clear();
      for (const ProfileField& one : profile_) ids.push_back(one.id);
    }
    faults_.push_back({msg::profile_unknown_field{.field = id}, id, nearest(id, ids)});
    return operand;
  }

  /// The type of the first operand that has one.
  Type type_of(const Value& expression, const ProfileField* item) {
    if (expression.is(Kind::list)) {
      for (const Value& one : expression.items()) {
        Type found = type_of(one, item);
        if (found.constant) return found;
      }
      return {};
    }
    if (const Value* name = variable_name(expression)) return type_of_field(name->as_text(), item);
    if (!expression.is(Kind::object) || expression.members().size() != 1) return {};
    const auto& [op, operands] = expression.members().front();
    return is_among(op, kComputing) ? type_of(operands, item) : Type{};
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
  std::vector<AnswerFault>& faults_;
};

}  // namespace

std::optional<TypedRule> compile_rule(const model::Rule& rule,
                                      const model::RecordList<ProfileField>& profile,
                                      std::vector<AnswerFault>& faults) {
  const std::size_t before = faults.size();
  const auto parsed = logic::parse_json(rule.json);
  const Value* json = std::get_if<Value>(&parsed);
  if (json == nullptr) {
    faults.push_back({msg::rule_syntax{.byte = std::get<logic::JsonFault>(parsed).offset}, {}, {}});
    return std::nullopt;
  }
  const auto as_written = logic::compile(*json);
  if (const auto* fault = std::get_if<logic::RuleFault>(&as_written)) {
    const std::string token = fault->pointer.substr(fault->pointer.rfind('/') + 1);
    faults.push_back({fault->message, token, fault->suggestion});
    return std::nullopt;
  }
  Value typed = Typer(profile, faults).type(*json, {}, nullptr);
  if (faults.size() != before) return std::nullopt;
  auto compiled = logic::compile(typed);
  return TypedRule{std::move(typed), std::get<logic::Rule>(std::move(compiled))};
}

}  // namespace huice::match
