// SPDX-License-Identifier: Apache-2.0
// Rules applied and decided for tests/scripts/json_logic_random.py, and sums of fractions: one JSON
// list a line in, one line out, as tests/tools/logic_lines.mjs does it in JavaScript.
//   ["apply", rule, data]       JSON, "undefined" or "throws"
//   ["decide", rule, answers]   {"verdict":"unknown","missing":["a"]}
//   ["rational", "0.5", "+", "3", "/", "7", …, mode]   "23/14 2": exact from left to right, rounded

#include "base/json/read.h"
#include "logic/decisions.h"
#include "logic/json.h"
#include "logic/rational.h"

#include <algorithm>
#include <iostream>

namespace {

using namespace huice::logic;

Value read(const std::string& line) {
  huice::Diagnostics problems;
  const auto json = huice::json::parse(huice::SourceText("line", line), problems);
  return json ? value_of(*json) : Value();
}

std::string shown(const Rule& rule, const Decision& answer) {
  static constexpr std::string_view kVerdicts[] = {"no", "yes", "unknown"};
  std::vector<Value> missing;
  for (std::string& name : missing_answers(rule, answer)) {
    missing.push_back(Value::text(std::move(name)));
  }
  std::vector<Value::Member> members;
  members.emplace_back(
      "verdict", Value::text(std::string(kVerdicts[static_cast<std::size_t>(answer.verdict)])));
  members.emplace_back("missing", Value::list(std::move(missing)));
  return to_json(Value::object(std::move(members))).value_or("");
}

// Whether a set says the same of the row, which has decided the rule's operands before.
bool is_shared_alike(const Value& json, const Binding& binding, const std::vector<Value>& row) {
  RuleSet set(binding.columns());
  if (json.is(Kind::object) && json.members().size() == 1) {
    const Value& operands = json.members().front().second;
    for (const Value& one : operands.is(Kind::list) ? operands.items() : std::vector{operands}) {
      const CompiledRule part = compile(one);
      if (std::holds_alternative<Rule>(part)) set.add(std::get<Rule>(part));
    }
  }
  const std::size_t whole = set.add(binding.rule());
  Decisions decisions(set, row);
  for (std::size_t rule = 0; rule < whole; ++rule) decisions.missing(rule);
  const Decision answer = decide(binding, row);
  return decisions.verdict(whole) == answer.verdict &&
         decisions.missing(whole) == missing_columns(binding, answer);
}

// As an object, as a row of columns in another order and as one of several rules: all must give
// the same.
std::string decided(const Value& json, const Rule& rule, const Value& answers) {
  const std::string by_name = shown(rule, decide(rule, answers));
  if (!answers.is(Kind::object)) return by_name;
  std::vector<std::string> names{"no such answer"};
  std::vector<Value> row{Value()};
  for (auto member = answers.members().rbegin(); member != answers.members().rend(); ++member) {
    names.push_back(member->first);
    row.push_back(member->second);
  }
  const Columns columns(std::move(names));
  const Binding binding(rule, columns);
  const std::string by_place = shown(rule, decide(binding, row));
  if (!is_shared_alike(json, binding, row)) return "a set of rules gives something else";
  return by_place == by_name ? by_name : "a row gives " + by_place + ", an object " + by_name;
}

std::string applied(const Rule& rule, const Value& data) {
  const std::optional<Value> value = apply(rule, data);
  return value ? to_json(*value).value_or("undefined") : "throws";
}

std::string calculated(const std::vector<Value>& job) {
  Rational sum = Rational::parse(job.at(1).as_text()).value_or(Rational());
  for (std::size_t i = 2; i + 1 < job.size(); i += 2) {
    const Rational next = Rational::parse(job.at(i + 1).as_text()).value_or(Rational());
    switch (job.at(i).as_text().front()) {
      case '+':
        sum = sum + next;
        break;
      case '-':
        sum = sum - next;
        break;
      case '*':
        sum = sum * next;
        break;
      default:
        sum = sum / next;
        break;
    }
  }
  if (sum.fault() == Rational::Fault::overflow) return "overflow";
  if (sum.fault() == Rational::Fault::division_by_zero) return "division by zero";
  const std::string& mode = job.back().as_text();
  const Rounding rounding = mode == "half_up"     ? Rounding::half_up
                            : mode == "half_even" ? Rounding::half_even
                                                  : Rounding::down;
  const std::optional<std::int64_t> rounded = sum.rounded(rounding);
  return sum.text() + " " + (rounded ? std::to_string(*rounded) : "too large");
}

std::string answer(const std::string& line) {
  const Value job = read(line);
  if (!job.is(Kind::list)) return "no job";
  const std::vector<Value>& parts = job.items();
  const std::string& what = parts.at(0).as_text();
  if (what == "rational") return calculated(parts);
  const CompiledRule rule = compile(parts.at(1));
  if (const auto* const fault = std::get_if<RuleFault>(&rule)) {
    return "no rule: " + format_diagnostic(fault->at({}), huice::Language::en);
  }
  return what == "apply" ? applied(std::get<Rule>(rule), parts.at(2))
                         : decided(parts.at(1), std::get<Rule>(rule), parts.at(2));
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) std::cout << answer(line) << '\n';
}
