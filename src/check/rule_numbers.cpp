// SPDX-License-Identifier: Apache-2.0
#include "check/rule_numbers.h"

#include <nlohmann/json.hpp>

namespace huice::check {
namespace {

using nlohmann::json;

json parsed(const model::Rule& rule) {
  return json::parse(rule.json, nullptr, false);
}

std::optional<Literal> literal_of(const json& value) {
  if (value.is_number()) {
    const std::string text = value.dump();
    const auto number = model::Decimal::parse(text);
    if (!number) return std::nullopt;
    return Literal{{*number, {}}, text};
  }
  if (!value.is_string()) return std::nullopt;
  const auto& text = value.get_ref<const std::string&>();
  if (const auto money = model::Money::parse(text)) return Literal{figure_of(*money), text};
  if (const auto rate = model::Rate::parse(text)) return Literal{figure_of(*rate), text};
  return std::nullopt;
}

// Operators whose arguments are names of fields or counts of them, not what is compared.
bool names_fields(std::string_view name) {
  return name == "var" || name == "missing" || name == "missing_some";
}

template <class Visit>
void visit_values(const json& value, const Visit& visit) {
  if (value.is_object()) {
    for (const auto& item : value.items()) {
      if (!names_fields(item.key())) visit_values(item.value(), visit);
    }
  } else if (value.is_array()) {
    for (const json& item : value) visit_values(item, visit);
  } else {
    visit(value);
  }
}

std::optional<std::string> variable_of(const json& value) {
  if (!value.is_object() || value.size() != 1 || !value.contains("var")) return std::nullopt;
  const json& name = value["var"];
  if (name.is_string()) return name.get<std::string>();
  const bool listed = name.is_array() && !name.empty() && name[0].is_string();
  return listed ? std::optional(name[0].get<std::string>()) : std::nullopt;
}

class Comparisons {
 public:
  std::vector<Comparison> read(const json& rule) {
    visit(rule);
    return negated_ ? std::vector<Comparison>{} : std::move(found_);
  }

 private:
  void visit(const json& value) {
    if (value.is_array()) {
      for (const json& item : value) visit(item);
    }
    if (!value.is_object()) return;
    for (const auto& item : value.items()) {
      if (item.key() == "!" || item.key() == "none") negated_ = true;
      if (item.value().is_array()) compare(item.key(), item.value());
      if (!names_fields(item.key())) visit(item.value());
    }
  }

  void compare(const std::string& name, const json& of) {
    const bool less = name == "<" || name == "<=";
    const std::string same = name.size() == 2 ? "≤" : "<";
    const std::string turned = name.size() == 2 ? "≥" : ">";
    const bool more = name == ">" || name == ">=";
    if (less || more) {
      if (of.size() >= 2) add(of[0], less ? turned : same);
      if (of.size() >= 2) add(of[1], less ? same : turned);
      if (of.size() == 3 && less) add(of[2], same);
    } else if (name == "==" || name == "===") {
      for (const json& side : of) add(side, "=");
    }
  }

  void add(const json& side, const std::string& sign) {
    if (auto literal = literal_of(side)) found_.push_back({std::move(*literal), sign});
  }

  std::vector<Comparison> found_;
  bool negated_ = false;
};

class BracketReader {
 public:
  std::optional<Bracket> read(const json& rule) {
    if (!take(rule) || bracket_.variable.empty()) return std::nullopt;
    return bracket_;
  }

 private:
  bool take(const json& rule) {
    if (!rule.is_object() || rule.size() != 1) return false;
    const std::string name = rule.begin().key();
    const json& arguments = rule.begin().value();
    if (!arguments.is_array()) return false;
    if (name == "and") {
      for (const json& part : arguments) {
        if (!take(part)) return false;
      }
      return true;
    }
    const bool less = name == "<" || name == "<=";
    if (!less && name != ">" && name != ">=") return false;
    const bool included = name.size() == 2;
    if (arguments.size() == 3 && less) {
      return compare(arguments[0], arguments[1], included) &&
             compare(arguments[1], arguments[2], included);
    }
    if (arguments.size() != 2) return false;
    return less ? compare(arguments[0], arguments[1], included)
                : compare(arguments[1], arguments[0], included);
  }

  // small < large, or ≤.
  bool compare(const json& small, const json& large, bool included) {
    const auto above = variable_of(large);
    const auto below = variable_of(small);
    const auto literal = literal_of(above ? small : large);
    if (above.has_value() == below.has_value() || !literal) return false;
    const std::string& variable = above ? *above : *below;
    if (!bracket_.variable.empty() && bracket_.variable != variable) return false;
    std::optional<Limit>& limit = above ? bracket_.low : bracket_.high;
    if (limit) return false;
    bracket_.variable = variable;
    limit = Limit{literal->figure, included, literal->written};
    return true;
  }

  Bracket bracket_;
};

}  // namespace

std::vector<Literal> literals_in_rule(const model::Rule& rule) {
  std::vector<Literal> literals;
  visit_values(parsed(rule), [&literals](const json& value) {
    if (auto literal = literal_of(value)) literals.push_back(std::move(*literal));
  });
  return literals;
}

std::vector<Comparison> comparisons_in_rule(const model::Rule& rule) {
  return Comparisons().read(parsed(rule));
}

std::vector<std::string> words_in_rule(const model::Rule& rule) {
  std::vector<std::string> words;
  visit_values(parsed(rule), [&words](const json& value) {
    if (value.is_string() && !literal_of(value)) words.push_back(value.get<std::string>());
  });
  return words;
}

std::string normal_form(const model::Rule& rule) {
  return parsed(rule).dump();
}

std::optional<Bracket> bracket_of(const model::Rule& rule) {
  if (rule.empty()) return std::nullopt;
  return BracketReader().read(parsed(rule));
}

}  // namespace huice::check
