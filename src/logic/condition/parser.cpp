// SPDX-License-Identifier: Apache-2.0
#include "logic/condition/parser.h"

#include "base/messages/logic.h"

#include <utility>

namespace huice::logic {

ParsedCondition parse_condition(std::string_view line, const Vocabulary& vocabulary) {
  if (line.size() > kLongestCondition) {
    return LineFault{msg::condition_too_long{.limit = kLongestCondition}, {0, line.size()}, {}};
  }
  return ConditionParser(line, vocabulary).parse();
}

ParsedCondition ConditionParser::parse() {
  Operand whole = conditions();
  need_condition(whole);
  scanner_.skip_blanks();
  if (!failed_ && !scanner_.is_at_end()) {
    const json::Span rest = scanner_.word();
    if (scanner_.peek() == U')') {
      fail(msg::condition_surplus_bracket{}, rest);
    } else if (!fail_of_bracket(rest)) {
      fail(msg::condition_rest{.found = scanner_.text(rest)}, rest);
    }
  }
  if (failed_) return fault_;
  return std::move(whole.json);
}

ConditionParser::Operand ConditionParser::conditions() {
  Operand first = condition();
  std::vector<json::Value> all;
  std::optional<bool> joint;
  json::Span joint_at;
  json::Span last = first.at;
  while (!failed_) {
    scanner_.skip_blanks();
    const std::size_t before = scanner_.at();
    const std::optional<bool> next = scanner_.joint();
    if (!next) break;
    const json::Span at{before, scanner_.at() - before};
    if (joint && joint != next) return fail(msg::condition_mixed{}, at);
    if (!joint) {
      need_condition(first);
      joint_at = at;
      all.push_back(first.json);
    }
    joint = next;
    Operand other = condition();
    need_condition(other);
    last = other.at;
    all.push_back(std::move(other.json));
  }
  if (failed_ || !joint) return first;
  return made_condition(operation(*joint ? "and" : "or", joint_at, std::move(all)),
                        from_to(first.at, last));
}

ConditionParser::Operand ConditionParser::condition() {
  if (failed_) return {};
  scanner_.skip_blanks();
  const std::size_t start = scanner_.at();
  if (sees_name() || !scanner_.negation()) return comparison();
  const json::Span at{start, scanner_.at() - start};
  if (++depth_ > kDeepestCondition) return fail(msg::rule_too_deep{.limit = kDeepestCondition}, at);
  Operand denied = condition();
  --depth_;
  need_condition(denied);
  return made_condition(negation_of(std::move(denied.json), at), from_to(at, denied.at));
}

// a + b + c is one addition, as is a × b × c; a - b - c is (a - b) - c.
ConditionParser::Operand ConditionParser::run(char32_t many, std::string_view many_op, char32_t two,
                                              std::string_view two_op,
                                              Operand (ConditionParser::*next)()) {
  std::vector<Operand> operands{(this->*next)()};
  json::Span at;
  while (!failed_) {
    scanner_.skip_blanks();
    const std::size_t start = scanner_.at();
    const bool goes_on = scanner_.take(many) || (many == U'*' && scanner_.take(U'×'));
    if (!goes_on && !scanner_.take(two) && !(two == U'/' && scanner_.take(U'÷'))) break;
    const json::Span sign{start, scanner_.at() - start};
    if (!goes_on && operands.size() > 1) operands = {computed(many_op, at, std::move(operands))};
    if (operands.size() == 1) at = sign;
    operands.push_back((this->*next)());
    if (!goes_on) operands = {computed(two_op, at, std::move(operands))};
  }
  if (operands.size() == 1) return std::move(operands.front());
  return computed(many_op, at, std::move(operands));
}

ConditionParser::Operand ConditionParser::sum() {
  return run(U'+', "+", U'-', "-", &ConditionParser::product);
}

ConditionParser::Operand ConditionParser::product() {
  return run(U'*', "*", U'/', "/", &ConditionParser::atom);
}

ConditionParser::Operand ConditionParser::computed(std::string_view op, json::Span at,
                                                   std::vector<Operand> operands) {
  Operand made;
  for (const Operand& one : operands) {
    need_value(one);
    if (made.term == nullptr) made.term = one.term;
  }
  made.at = from_to(operands.front().at, operands.back().at);
  std::vector<json::Value> values;
  for (Operand& one : operands) {
    settle(one, made);
    values.push_back(std::move(one.json));
  }
  if (failed_) return {};
  made.json = operation(op, at, std::move(values));
  return made;
}

ConditionParser::Operand ConditionParser::atom() {
  if (failed_) return {};
  scanner_.skip_blanks();
  if (scanner_.is_at_end()) return expected(msg::a_condition{});
  if (scanner_.peek() == U'(') return bracket();
  if (const std::optional<Name> found = scanner_.sees_quote() ? quoted_name() : name()) {
    return named(*found);
  }
  if (failed_) return {};
  if (scanner_.sees_number()) return number(false);
  Scanner ahead = scanner_;
  if (ahead.take(U'-') && ahead.sees_number()) {
    scanner_ = ahead;
    return number(true);
  }
  const json::Span word = scanner_.short_word();
  const std::string_view any = vocabulary_.any_records();
  if (!any.empty() && records_ == nullptr && scanner_.take_word(any)) {
    const json::Span at{word.offset, any.size()};
    scanner_.skip_blanks();
    if (scanner_.peek() == U'(') return any_records(at);
    scanner_.go_to(word.offset);
  }
  unknown_name();
  return {};
}

ConditionParser::Operand ConditionParser::bracket() {
  const std::size_t start = scanner_.at();
  scanner_.take(U'(');
  if (++depth_ > kDeepestCondition) {
    return fail(msg::rule_too_deep{.limit = kDeepestCondition}, {start, scanner_.at() - start});
  }
  Operand inside = conditions();
  --depth_;
  scanner_.skip_blanks();
  if (!failed_ && !scanner_.take(U')')) return expected(msg::a_closing_bracket{});
  inside.at = {start, scanner_.at() - start};
  inside.is_field = false;
  return inside;
}

ConditionParser::Operand ConditionParser::number(bool negative) {
  const std::size_t start = scanner_.at();
  if (const std::optional<std::string> date = negative ? std::nullopt : scanner_.date()) {
    const json::Span at{start, scanner_.at() - start};
    json::Value json(*date);
    json.set_at(at);
    return {std::move(json), at, false, nullptr, false, {}};
  }
  WrittenNumber written = *scanner_.number();
  if (negative) {
    written.digits.insert(0, "-");
    --written.at.offset;
    ++written.at.length;
  }
  Operand made;
  made.at = written.at;
  const bool is_complete = written.unit == "%" || written.unit.ends_with("元") ||
                           written.unit.starts_with("个百分点") ||
                           written.unit.starts_with("个基点");
  made.json = is_complete ? json::Value(written.digits + written.unit)
                          : json::Value::number(written.digits);
  made.json.set_at(written.at);
  if (!is_complete && !written.unit.empty()) made.number = std::move(written);
  return made;
}

ConditionParser::Operand ConditionParser::named(const Name& name) {
  if (name.choice != nullptr) return part_value(name);
  if (name.term->kind == TermKind::records) return records(*name.term, name.at);
  return {variable(*name.term, name.at), name.at, false, name.term, true, {}};
}

ConditionParser::Operand ConditionParser::made_condition(json::Value json, json::Span at) {
  json.set_at(at);
  return {std::move(json), at, true, nullptr, false, {}};
}

json::Value ConditionParser::variable(const Term& term, json::Span at) {
  json::Value name(term.id);
  name.set_at(at);
  json::Value json = json::Value::object();
  json.add({"var", std::move(name), at});
  json.set_at(at);
  return json;
}

json::Value ConditionParser::operation(std::string_view op, json::Span at,
                                       std::vector<json::Value> operands) {
  json::Value list = json::Value::list();
  for (json::Value& one : operands) list.push(std::move(one));
  list.set_at(at);
  json::Value json = json::Value::object();
  json.add({std::string(op), std::move(list), at});
  json.set_at(at);
  return json;
}

json::Value ConditionParser::negation_of(json::Value json, json::Span at) {
  return operation("!", at, {std::move(json)});
}

json::Span ConditionParser::from_to(json::Span first, json::Span last) {
  return {first.offset, last.offset + last.length - first.offset};
}

ConditionParser::Operand ConditionParser::fail(Message message, json::Span at,
                                               std::string suggestion) {
  if (!failed_) fault_ = {std::move(message), at, std::move(suggestion)};
  failed_ = true;
  return {};
}

ConditionParser::Operand ConditionParser::expected(const Argument& wanted) {
  scanner_.skip_blanks();
  if (scanner_.is_at_end()) {
    return fail(msg::condition_ends{.wanted = wanted}, {scanner_.line().size(), 0});
  }
  const json::Span found = scanner_.word();
  return fail(msg::condition_expected{.wanted = wanted, .found = scanner_.text(found)}, found);
}

void ConditionParser::need_condition(const Operand& operand) {
  if (failed_ || operand.is_condition) return;
  const auto written = scanner_.comparison();
  if (written && !written->what) {
    fail(msg::condition_operator{.found = scanner_.text(written->at)}, written->at,
         written->suggestion);
    return;
  }
  fail(msg::condition_incomplete{.name = scanner_.text(operand.at)}, operand.at);
}

void ConditionParser::need_value(const Operand& operand) {
  if (!failed_ && operand.is_condition) fail(msg::condition_no_value{}, operand.at);
}

}  // namespace huice::logic
