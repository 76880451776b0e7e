// SPDX-License-Identifier: Apache-2.0
//
// A requirement is written twice, for people and for the machine. The numbers of both must be the
// same, or an enterprise is told one thing and judged by another.
#include "check/articles.h"
#include "check/rule_numbers.h"
#include "check/rules.h"

#include <algorithm>

namespace huice::check {
namespace {

bool equals(const Literal& literal, const Figure& figure) {
  // A plain number counts in the unit of the profile field it is compared with.
  if (literal.figure.unit.empty()) {
    return figure.unit != "元" && literal.figure.value == figure.value;
  }
  return literal.figure == figure;
}

// 0 and 1 are ways to say “any at all”, which words say without a number.
bool is_idiom(const Literal& literal) {
  return literal.figure.unit.empty() && literal.figure.value <= model::Decimal(1, 0);
}

void check_pair(const std::string& label, const model::Rule& rule, const model::Place& from,
                Findings& findings) {
  if (rule.empty()) return;
  const std::vector<Literal> literals = literals_in_rule(rule);
  std::vector<Figure> figures = chinese_numbers_in(label);
  for (const Number& number : numbers_in(label)) {
    figures.push_back(number.figure);
    const bool known = std::any_of(literals.begin(), literals.end(), [&](const Literal& literal) {
      return equals(literal, number.figure);
    });
    if (known) continue;
    findings.add(Code::label_number, Spot::text(from, label),
                 {label.substr(number.offset, number.bytes)},
                 Other{"its rule:", Spot::at(rule.place)});
    return;
  }
  for (const Literal& literal : literals) {
    const bool said = std::any_of(figures.begin(), figures.end(),
                                  [&](const Figure& figure) { return equals(literal, figure); });
    if (said || is_idiom(literal)) continue;
    findings.add(Code::rule_number, Spot::at(rule.place), {literal.written},
                 Other{"its label:", Spot::text(from, label)});
    return;
  }
}

}  // namespace

void check_labels(const Subject& subject, Findings& findings) {
  for_each_measure(subject.library, [&](const model::MeasureRef& ref) {
    const model::Measure& measure = *ref.measure;
    for (const model::Requirement& one : measure.requirements) {
      check_pair(one.label, one.rule, measure.place, findings);
    }
    for (const model::AmountComponent& amount : measure.amounts) {
      for (const model::ScheduleRow& row : amount.rows) {
        check_pair(row.when, row.rule, amount.place, findings);
      }
      for (const model::Modifier& modifier : amount.modifiers) {
        check_pair(modifier.when, modifier.rule, amount.place, findings);
      }
    }
  });
}

}  // namespace huice::check
