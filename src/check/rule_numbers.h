// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is in a rule, as far as findings need it. Rules are given as JsonLogic, null where there is
// none (match::RuleReader). Evaluating them is not done here.

#include "base/json/value.h"
#include "check/figures.h"
#include "match/conditions.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::check {

/// A literal a rule compares with: 5000万元, 3%, or a plain number, which has an empty unit.
struct Literal {
  Figure figure;
  std::string written;
};

/// Every literal of a rule; names of variables and truth values are left out.
std::vector<Literal> literals_in_rule(const json::Value& rule);

/// A comparison with a literal, as seen from the variable's side: {"<": ["3%", x]} is x > 3%.
struct Comparison {
  Literal literal;
  std::string sign;  ///< ≥, >, ≤, < or =
};

/// Every comparison with a literal; none where the rule turns some into their opposite ("!").
std::vector<Comparison> comparisons_in_rule(const json::Value& rule);

/// Whether it reads that answer, of the enterprise or of a record.
bool reads(const json::Value& rule, std::string_view variable);

/// Whether it reads a recognition, of whichever field of the profile.
bool reads_recognitions(const json::Value& rule, const match::RuleReader& rules);

/// Its texts that are no amount and no rate.
std::vector<std::string> words_in_rule(const json::Value& rule);

/// The rule in one writing: the same for rules that differ in blanks and in the order of keys.
std::string normal_form(const json::Value& rule);

struct Limit {
  Figure figure;
  bool included = false;
  std::string written;
};

/// “5000万元以上不足1亿元”: what a rule says of one variable, where it says nothing else.
struct Bracket {
  std::string variable;
  std::optional<Limit> low;
  std::optional<Limit> high;
};

/// nullopt where the rule is no plain bracket.
std::optional<Bracket> bracket_of(const json::Value& rule);

}  // namespace huice::check
