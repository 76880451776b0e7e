// SPDX-License-Identifier: Apache-2.0
// Walks a rule beside the profile's fields. A constant has no type of its own: it takes that of
// what it is compared with.
#include "match/typing.h"

#include "base/messages/data.h"
#include "base/messages/logic.h"
#include "base/messages/match.h"
#include "base/spelling.h"
#include "logic/json.h"
#include "match/constants.h"
#include "model/money.h"
#include "model/rate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace huice::match {
namespace {

using logic::Value;
using model::ProfileField;
using model::ProfileType;

/// What an expression gives, as far as constants beside it care.
struct Type {
  std::optional<ConstantType> constant;
  const std::vector<std::string>* choices = nullptr;
  std::string name;           ///< the field, for messages
  std::string label;          ///< its name for people
  bool takes_factor = false;  ///< beside it a number without a unit makes sense: half of a sum
};

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 9> kComparing{"==", "===", "!=", "!==", "<",
                                                     "<=", ">",   ">=", "in"};
constexpr std::array<std::string_view, 4> kAdding{"+", "-", "max", "min"};
constexpr std::array<std::string_view, 3> kScaling{"*", "/", "%"};
constexpr std::array<std::string_view, 6> kItems{"some", "all", "none", "filter", "map", "reduce"};

bool has_unit(const Type& type) {
  return type.constant && *type.constant != ConstantType::number &&
         *type.constant != ConstantType::ratio;
}

// Whether the two can be compared or added.
bool agree(const Type& a, const Type& b) {
  const bool plain = !has_unit(a) && !has_unit(b);
  return !a.constant || !b.constant || a.constant == b.constant || plain;
}

// How a value of that type is written.
std::string_view example_of(ConstantType type) {
  if (type == ConstantType::money) return "5000万元";
  return type == ConstantType::rate ? "3%" : "2022-01-15";
}

class Typer {
 public:
  Typer(const model::RecordList<ProfileField>& profile, std::vector<ConditionFault>& faults,
        SpellingBudget& spelling)
      : profile_(profile), faults_(faults), spelling_(spelling) {}

  /// The expression with its constants in the form of answers. `item`: inside of a list's items.
  Value type(const json::Value& expression, const Type& expected, const ProfileField* item) {
    if (faults_.size() >= kMostFaults) return {};
    if (expression.is(json::Kind::text)) return constant(expression, expected);
    if (expression.is(json::Kind::number)) check_number(expression, expected);
    if (expression.is(json::Kind::list)) return list(expression.items(), expected, item);
    if (expression.members().size() != 1) return logic::value_of(expression);
    const json::Member& operation = expression.members().front();
    if (operation.name == "*") return product(operation, expected, item);
    return Value::object({{operation.name, operands(operation, expected, item)}});
  }

 private:
  Value list(const std::vector<json::Value>& items, const Type& expected,
             const ProfileField* item) {
    std::vector<Value> typed;
    typed.reserve(items.size());
    for (const json::Value& one : items) typed.push_back(type(one, expected, item));
    return Value::list(std::move(typed));
  }

  Value constant(const json::Value& text, const Type& expected) {
    const bool sum = expected.takes_factor && !has_unit(expected);
    if (sum && fen_of(text.text())) return constant(text, {ConstantType::money, {}, {}, {}});
    if (!expected.constant) return Value::text(text.text());
    static const std::vector<std::string> kNone;
    auto read = read_constant(*expected.constant, expected.name, text.text(),
                              expected.choices == nullptr ? kNone : *expected.choices, &spelling_);
    if (auto* value = std::get_if<Value>(&read)) return *value;
    auto& fault = std::get<ConstantFault>(read);
    refuse(text.at(), std::move(fault.message), std::move(fault.suggestion));
    return {};
  }

  void check_number(const json::Value& number, const Type& beside) {
    const bool unit = has_unit(beside) && *beside.constant != ConstantType::choice;
    if (!unit || beside.takes_factor || number.text() == "0") return;
    refuse(number.at(), msg::rule_bare_number{.field = beside.label,
                                              .number = number.text(),
                                              .example = example_of(*beside.constant)});
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
    return type(operands, beside(operation, expected, item), item);
  }

  /// What constants among the operands are of.
  Type beside(const json::Member& operation, const Type& expected, const ProfileField* item) {
    const std::string& op = operation.name;
    if (op == "if" || op == "?:" || op == "and" || op == "or") return expected;
    const bool comparing = is_among(op, kComparing);
    if (comparing || is_among(op, kAdding)) {
      check_agreement(operation, item);
      return !comparing && expected.constant ? expected : type_of(operation.value, item);
    }
    if (!is_among(op, kScaling)) return {};
    check_scale(operation, item);
    Type own = type_of(operation.value, item);
    own.takes_factor = true;
    return own;
  }

  void check_agreement(const json::Member& operation, const ProfileField* item) {
    Type first;
    for (const json::Value& one : operation.value.items()) {
      const Type type = one.is(json::Kind::list) ? Type{} : type_of(one, item);
      if (!agree(first, type)) {
        refuse(operation.name_at, msg::rule_kinds{.left = first.label, .right = type.label});
        return;
      }
      if (!first.constant) first = type;
    }
  }

  // A sum may be multiplied and divided by numbers, and divided by a sum.
  void check_scale(const json::Member& operation, const ProfileField* item) {
    Type first;
    bool is_first = true;
    for (const json::Value& one : operation.value.items()) {
      const Type type = type_of(one, item);
      const bool divided = operation.name != "*" && first.constant == type.constant;
      const bool number_by_unit = operation.name != "*" && !is_first && !has_unit(first);
      if (has_unit(type) && !divided && first.constant && (has_unit(first) || number_by_unit)) {
        refuse(operation.name_at, msg::rule_kinds{.left = first.label, .right = type.label});
        return;
      }
      if (is_first || has_unit(type)) first = type;
      is_first = false;
    }
  }

  // Percentages of a product are multiplied as whole numbers and divided by a power of ten at last.
  Value product(const json::Member& operation, const Type& expected, const ProfileField* item) {
    const Type of_sums = beside(operation, expected, item);
    std::vector<Value> factors;
    int power = 0;
    for (const json::Value& one : operation.value.items()) {
      const auto rate = one.is(json::Kind::text) ? model::Rate::parse(one.text()) : std::nullopt;
      if (const auto percent = rate ? rate->percent() : std::nullopt) {
        power += percent->scale() + 2;
        const auto coefficient = static_cast<double>(percent->coefficient());
        if (power > 15) refuse(one.at(), msg::bad_rate{.text = one.text()});
        factors.push_back(Value::number(coefficient));
      } else {
        factors.push_back(type(one, of_sums, item));
      }
    }
    const bool listed = operation.value.is(json::Kind::list);
    Value whole = Value::object(
        {{"*", listed ? Value::list(std::move(factors)) : type(operation.value, of_sums, item)}});
    if (power == 0) return whole;
    return Value::object(
        {{"/", Value::list({std::move(whole), Value::number(std::pow(10, power))})}});
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
      constexpr std::size_t kMost = 500;  // each costs for every wrong name
      ids.clear();
      for (const ProfileField& one : profile_) {
        if (ids.size() < kMost) ids.push_back(one.id);
      }
    }
    refuse(name->at(), msg::profile_unknown_field{.field = id}, nearest(id, ids, spelling_));
    return {};
  }

  /// The type of a value, or of the first in a list that has one.
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
    if (operation.name == "/") return quotient(operation.value.items(), item);
    if (operation.name == "*") return product_type(operation.value, item);
    const bool computing = operation.name == "%" || is_among(operation.name, kAdding);
    return computing ? type_of(operation.value, item) : Type{};
  }

  // Two sums, or two numbers, make a ratio.
  Type quotient(const std::vector<json::Value>& operands, const ProfileField* item) {
    if (operands.size() != 2) return {};
    Type left = type_of(operands[0], item);
    const Type right = type_of(operands[1], item);
    const bool written = operands[0].is(json::Kind::text) || operands[1].is(json::Kind::text);
    const bool same = left.constant == right.constant;
    if (!left.constant && !right.constant) return {};
    if (!same && !(written && (!left.constant || !right.constant))) return left;
    const Type& named = left.constant ? left : right;
    return {ConstantType::ratio, {}, named.name, named.label};
  }

  // Money times a number is money, whichever is first.
  Type product_type(const json::Value& operands, const ProfileField* item) {
    Type first;
    for (const json::Value& one : operands.items()) {
      Type found = type_of(one, item);
      if (has_unit(found)) return found;
      if (one.is(json::Kind::text) && fen_of(one.text())) {
        return {ConstantType::money, {}, one.text(), one.text()};
      }
      if (!first.constant) first = std::move(found);
    }
    return first;
  }

  Type type_of_field(const std::string& id, const ProfileField* item) {
    if (item != nullptr) {
      if (id == "name") return {ConstantType::choice, &item->choices, id, id};
      if (id == "tier") return {ConstantType::choice, &recognition_tiers(*item), id, id};
      static const std::vector<std::string> kWays(recognition_ways().begin(),
                                                  recognition_ways().end());
      if (id == "how") return {ConstantType::choice, &kWays, id, id};
      return {ConstantType::number, {}, id, id};
    }
    const ProfileField* found = field(id);
    if (found == nullptr || found->type == ProfileType::boolean ||
        found->type == ProfileType::recognition) {
      return {};
    }
    return {constant_type(found->type), &found->choices, id, found->label};
  }

  const model::RecordList<ProfileField>& profile_;
  std::vector<ConditionFault>& faults_;
  SpellingBudget& spelling_;
};

}  // namespace

Value typed(const json::Value& rule, const model::RecordList<ProfileField>& profile,
            std::vector<ConditionFault>& faults, SpellingBudget& spelling) {
  return Typer(profile, faults, spelling).type(rule, {}, nullptr);
}

}  // namespace huice::match
