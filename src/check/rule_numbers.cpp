// SPDX-License-Identifier: Apache-2.0
#include "check/rule_numbers.h"

#include "base/json/write.h"

#include <algorithm>

namespace huice::check {
namespace {

using json::Kind;
using json::Member;
using json::Value;

std::optional<Literal> literal_of(const Value& value) {
  const std::string& text = value.text();
  if (value.is(Kind::number)) {
    const auto number = model::Decimal::parse(text);
    if (!number) return std::nullopt;
    return Literal{{*number, {}}, text};
  }
  if (!value.is(Kind::text)) return std::nullopt;
  if (const auto money = model::Money::parse(text)) return Literal{figure_of(*money), text};
  if (const auto rate = model::Rate::parse(text)) return Literal{figure_of(*rate), text};
  return std::nullopt;
}

// Operators whose arguments are names of fields or counts of them, not what is compared.
bool names_fields(std::string_view name) {
  return name == "var" || name == "missing" || name == "missing_some";
}

template <class Visit>
void visit_values(const Value& value, const Visit& visit) {
  if (value.is(Kind::object)) {
    for (const Member& member : value.members()) {
      if (!names_fields(member.name)) visit_values(member.value, visit);
    }
  } else if (value.is(Kind::list)) {
    for (const Value& item : value.items()) visit_values(item, visit);
  } else {
    visit(value);
  }
}

std::optional<std::string> variable_of(const Value& value) {
  if (value.members().size() != 1 || value.members().front().name != "var") return std::nullopt;
  const Value& operand = value.members().front().value;
  const Value& name = operand.items().empty() ? operand : operand.items().front();
  return name.is(Kind::text) ? std::optional(name.text()) : std::nullopt;
}

class Comparisons {
 public:
  std::vector<Comparison> read(const Value& rule) {
    visit(rule);
    return negated_ ? std::vector<Comparison>{} : std::move(found_);
  }

 private:
  void visit(const Value& value) {
    for (const Value& item : value.items()) visit(item);
    for (const Member& member : value.members()) {
      if (member.name == "!" || member.name == "none") negated_ = true;
      if (member.value.is(Kind::list)) compare(member.name, member.value.items());
      if (!names_fields(member.name)) visit(member.value);
    }
  }

  void compare(const std::string& name, const std::vector<Value>& of) {
    const bool less = name == "<" || name == "<=";
    const std::string same = name.size() == 2 ? "≤" : "<";
    const std::string turned = name.size() == 2 ? "≥" : ">";
    const bool more = name == ">" || name == ">=";
    if (less || more) {
      if (of.size() >= 2) add(of[0], less ? turned : same);
      if (of.size() >= 2) add(of[1], less ? same : turned);
      if (of.size() == 3 && less) add(of[2], same);
    } else if (name == "==" || name == "===") {
      for (const Value& side : of) add(side, "=");
    }
  }

  void add(const Value& side, const std::string& sign) {
    if (auto literal = literal_of(side)) found_.push_back({std::move(*literal), sign});
  }

  std::vector<Comparison> found_;
  bool negated_ = false;
};

// The value with the members of all its objects in the order of their names.
Value by_name(const Value& value) {
  if (value.is(Kind::list)) {
    Value items = Value::list();
    for (const Value& item : value.items()) items.push(by_name(item));
    return items;
  }
  if (!value.is(Kind::object)) return value;
  std::vector<Member> members = value.members();
  std::sort(members.begin(), members.end(),
            [](const Member& a, const Member& b) { return a.name < b.name; });
  Value sorted = Value::object();
  for (Member& member : members) sorted.add({std::move(member.name), by_name(member.value)});
  return sorted;
}

class BracketReader {
 public:
  std::optional<Bracket> read(const Value& rule) {
    if (!take(rule) || bracket_.variable.empty()) return std::nullopt;
    return bracket_;
  }

 private:
  bool take(const Value& rule) {
    if (rule.members().size() != 1) return false;
    const auto& [name, operands, place] = rule.members().front();
    if (!operands.is(Kind::list)) return false;
    const std::vector<Value>& arguments = operands.items();
    if (name == "and") {
      for (const Value& part : arguments) {
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
  bool compare(const Value& small, const Value& large, bool included) {
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

std::vector<Literal> literals_in_rule(const Value& rule) {
  std::vector<Literal> literals;
  visit_values(rule, [&literals](const Value& value) {
    if (auto literal = literal_of(value)) literals.push_back(std::move(*literal));
  });
  return literals;
}

std::vector<Comparison> comparisons_in_rule(const Value& rule) {
  return Comparisons().read(rule);
}

bool reads(const Value& rule, std::string_view variable) {
  if (variable_of(rule) == variable) return true;
  const auto inside = [variable](const Value& value) { return reads(value, variable); };
  const auto member_reads = [variable](const Member& one) { return reads(one.value, variable); };
  return std::any_of(rule.items().begin(), rule.items().end(), inside) ||
         std::any_of(rule.members().begin(), rule.members().end(), member_reads);
}

bool reads_recognitions(const Value& rule, const match::RuleReader& rules) {
  const auto& terms = rules.vocabulary().terms();
  return std::any_of(terms.begin(), terms.end(), [&rule](const logic::Term& term) {
    return term.kind == logic::TermKind::records && reads(rule, term.id);
  });
}

std::vector<std::string> words_in_rule(const Value& rule) {
  std::vector<std::string> words;
  visit_values(rule, [&words](const Value& value) {
    if (value.is(Kind::text) && !literal_of(value)) words.push_back(value.text());
  });
  return words;
}

std::string normal_form(const Value& rule) {
  return json::text(by_name(rule));
}

std::optional<Bracket> bracket_of(const Value& rule) {
  return BracketReader().read(rule);
}

}  // namespace huice::check
