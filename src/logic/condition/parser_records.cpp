// SPDX-License-Identifier: Apache-2.0
// Records, such as what an enterprise has been recognised as, and what is asked of one of them.
#include "base/messages/logic.h"
#include "logic/condition/parser.h"

#include <utility>

namespace huice::logic {

ConditionParser::Operand ConditionParser::records(const Term& records, json::Span at) {
  if (const auto op = scanner_.quantifier()) return items(records, *op, at);
  const Operand field{variable(records, at), at, false, &records, true, {}};
  json::Span sign_at;
  const std::optional<Comparison> what = sign(sign_at);
  if (failed_) return {};
  if (!what) return expected(msg::an_opening_bracket{});
  if (refuses(field, *what, sign_at)) return {};
  return having(field, *what, sign_at);
}

// 已获认定 包含 高新技术企业
ConditionParser::Operand ConditionParser::having(const Operand& records, Comparison what,
                                                 json::Span at) {
  const Term* outer = std::exchange(records_, records.term);
  scanner_.skip_blanks();
  const std::optional<Name> found = scanner_.sees_quote() ? quoted_name() : name();
  if (!found || found->choice == nullptr) {
    if (!failed_ && !found && !scanner_.is_at_end()) unknown_name();
    if (!failed_) expected(msg::a_value{});
    return {};
  }
  Operand inside = part_value(*found);
  records_ = outer;
  if (failed_) return {};
  const json::Span whole = from_to(records.at, inside.at);
  json::Value json = operation("some", at, {records.json, std::move(inside.json)});
  if (what == Comparison::has_not) json = negation_of(std::move(json), at);
  return made_condition(std::move(json), whole);
}

// What is in the brackets is of one record; a comma means that the same one is all of it.
ConditionParser::Operand ConditionParser::items(const Term& records, std::string_view op,
                                                json::Span at) {
  const Term* outer = std::exchange(records_, &records);
  scanner_.take(U'(');
  std::vector<json::Value> all;
  json::Span inside = at;
  while (!failed_) {
    Operand one = conditions();
    need_condition(one);
    inside = one.at;
    all.push_back(std::move(one.json));
    scanner_.skip_blanks();
    if (!scanner_.take(U',')) break;
  }
  scanner_.skip_blanks();
  if (!failed_ && !scanner_.take(U')')) return expected(msg::a_closing_bracket{});
  records_ = outer;
  if (failed_) return {};
  const json::Span whole{at.offset, scanner_.at() - at.offset};
  json::Value asked =
      all.size() == 1 ? std::move(all.front()) : operation("and", inside, std::move(all));
  return made_condition(operation(op, at, {variable(records, at), std::move(asked)}), whole);
}

// A value by itself, or several of the same part with 、 between them.
ConditionParser::Operand ConditionParser::part_value(const Name& first) {
  const Term& part = *first.term;
  const auto text = [](const Name& name) {
    json::Value json(*name.choice);
    json.set_at(name.at);
    return json;
  };
  json::Value list = json::Value::list();
  list.set_at(first.at);
  list.push(text(first));
  json::Span last = first.at;
  for (;;) {
    scanner_.skip_blanks();
    if (!scanner_.take(U'、')) break;
    scanner_.skip_blanks();
    const std::optional<Name> next = scanner_.sees_quote() ? quoted_name() : name();
    if (failed_) return {};
    if (!next || next->choice == nullptr || next->term != first.term) {
      if (!next) unknown_name();
      if (!failed_) fail(msg::condition_rest{.found = scanner_.text(next->at)}, next->at);
      return {};
    }
    last = next->at;
    list.push(text(*next));
  }
  json::Value field = variable(part, first.at);
  const json::Span whole = from_to(first.at, last);
  if (list.items().size() == 1) {
    return made_condition(operation("==", first.at, {std::move(field), list.items().front()}),
                          whole);
  }
  return made_condition(operation("in", first.at, {std::move(field), std::move(list)}), whole);
}

// Reads the brackets as of these records, and forgets that it failed.
bool ConditionParser::try_items(const Term& records, std::size_t start, json::Span at,
                                Operand& read) {
  const std::size_t depth = depth_;
  scanner_.go_to(start);
  read = items(records, "some", at);
  records_ = nullptr;
  depth_ = depth;
  return !std::exchange(failed_, false);
}

// What is wrong with the brackets that no records know: the fault that is furthest.
std::optional<LineFault> ConditionParser::fault_of_all(std::size_t start, json::Span at) {
  std::optional<LineFault> furthest;
  for (const Term& term : vocabulary_.terms()) {
    Operand unread;
    if (term.kind != TermKind::records || try_items(term, start, at, unread)) continue;
    if (!furthest || fault_.at.offset > furthest->at.offset ||
        (fault_.at.offset == furthest->at.offset && furthest->suggestion.empty())) {
      furthest = fault_;
    }
  }
  return furthest;
}

// The records that know what is in the brackets: those that can be read with it.
ConditionParser::Operand ConditionParser::any_records(json::Span at) {
  const std::size_t start = scanner_.at();
  Operand found;
  std::size_t end = start;
  std::vector<std::string_view> meant;
  only_tries_ = true;
  for (const Term& term : vocabulary_.terms()) {
    Operand one;
    if (term.kind != TermKind::records || !try_items(term, start, at, one)) continue;
    meant.push_back(term.label);
    end = scanner_.at();
    found = std::move(one);
  }
  only_tries_ = false;
  if (meant.size() == 1) {
    scanner_.go_to(end);
    return found;
  }
  const auto fault = meant.empty() ? fault_of_all(start, at) : std::nullopt;
  scanner_.go_to(end);
  if (meant.size() > 1) {
    return fail(msg::condition_ambiguous{.name = scanner_.text(at), .meant = Argument::list(meant)},
                at);
  }
  if (fault) return fail(fault->message, fault->at, fault->suggestion);
  unknown_name();
  return {};
}

}  // namespace huice::logic
