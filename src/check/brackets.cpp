// SPDX-License-Identifier: Apache-2.0
//
// The rows of a schedule must meet: no value between two rows, no value in both.
#include "base/messages/check.h"
#include "check/naming.h"
#include "check/rule_numbers.h"
#include "check/rules.h"
#include "model/walk.h"

#include <algorithm>

namespace huice::check {
namespace {

using model::ScheduleRow;

struct Row {
  const ScheduleRow* row = nullptr;
  Bracket bracket;
};

// Empty where a row's rule is no plain bracket of the one variable: then nothing can be said.
std::vector<Row> rows_of(const model::AmountComponent& amount, const match::RuleReader& rules) {
  std::vector<Row> rows;
  for (const ScheduleRow& row : amount.rows) {
    auto bracket = bracket_of(rules.json(row.rule));
    if (!bracket) return {};
    if (!rows.empty() && rows.front().bracket.variable != bracket->variable) return {};
    rows.push_back({&row, std::move(*bracket)});
  }
  return rows;
}

// “3%以上 … 5%以上 … 8%以上”: thresholds, of which the highest that is reached holds.
bool are_thresholds(const std::vector<Row>& rows) {
  const auto no_high = [](const Row& row) { return !row.bracket.high; };
  const auto no_low = [](const Row& row) { return !row.bracket.low; };
  return std::all_of(rows.begin(), rows.end(), no_high) ||
         std::all_of(rows.begin(), rows.end(), no_low);
}

bool before(const Row& a, const Row& b) {
  if (!a.bracket.low || !b.bracket.low) return !a.bracket.low && b.bracket.low;
  return a.bracket.low->figure.value < b.bracket.low->figure.value;
}

std::string span(const std::string& variable, const std::string& from, const std::string& to) {
  return from == to ? variable + " = " + from : variable + " " + from + "至" + to;
}

// Which of two rows reaches further up.
const Row& further(const Row& a, const Row& b) {
  const auto& high = a.bracket.high;
  const auto& other = b.bracket.high;
  if (!high || !other) return high ? b : a;
  return high->figure.value < other->figure.value ? b : a;
}

void compare(const Row& lower, const Row& upper, const model::Place& from, Findings& findings) {
  const auto report = [&](Message message) {
    findings.add(std::move(message), Spot::text(from, upper.row->when),
                 Other{msg::the_row_below{}, Spot::text(from, lower.row->when)});
  };
  const std::string& variable = lower.bracket.variable;
  const auto& end = lower.bracket.high;
  const auto& start = upper.bracket.low;
  if (!end || !start) {
    // Rows are sorted: where the upper one has no lower end, the other has none either.
    const Argument common =
        start ? Argument(msg::range_above{.variable = variable, .from = start->written})
              : msg::range_below{.variable = variable, .to = end->written};
    report(msg::bracket_overlap{.range = common});
    return;
  }
  if (end->figure.unit != start->figure.unit) return;
  const bool touch = end->figure.value == start->figure.value;
  const bool gap =
      end->figure.value < start->figure.value || (touch && !end->included && !start->included);
  const bool overlap =
      end->figure.value > start->figure.value || (touch && end->included && start->included);
  if (gap) {
    report(msg::bracket_gap{.gap = span(variable, end->written, start->written),
                            .next = start->written});
  } else if (overlap) {
    const auto& own_end = upper.bracket.high;
    const bool ends_first = own_end && own_end->figure.value < end->figure.value;
    const std::string& last = ends_first ? own_end->written : end->written;
    report(msg::bracket_overlap{.range = span(variable, start->written, last)});
  }
}

}  // namespace

void check_brackets(const Subject& subject, Findings& findings) {
  model::each_measure(subject.library.policies(), [&](const model::MeasureRef& ref) {
    for (const model::AmountComponent& amount : ref.measure->amounts) {
      std::vector<Row> rows = rows_of(amount, subject.rules);
      if (amount.rows.size() > 1) {
        findings.count_in_file(msg::bracket_uncompared::code, rows.empty(), amount.place,
                               name_of(ref));
      }
      if (rows.size() < 2 || are_thresholds(rows)) continue;
      std::stable_sort(rows.begin(), rows.end(), before);
      const Row* reached = &rows.front();
      for (std::size_t i = 1; i < rows.size(); ++i) {
        compare(*reached, rows[i], amount.place, findings);
        reached = &further(*reached, rows[i]);
      }
    }
  });
}

}  // namespace huice::check
