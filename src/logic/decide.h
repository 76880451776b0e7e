// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rules over answers that may be missing: yes, no, or unknown, and which answers would decide.
// site/assets/finder/rules.js is the same function for the browser; tests/scripts compare the two.
//
// and, or, !, !!, if, some, all and none follow Kleene's strong logic: an "and" with one known no
// is no whatever else is missing, an "if" whose branches agree needs no condition. Every other
// operation is a leaf: where a variable that it reads is absent or null, it is unknown, even if its
// var has a default or it asks with missing; otherwise apply() gives its value. A leaf reads what
// applying it would read: of an if inside it, the branch taken; of a list that it walks, each item.
// A missing part of an item counts as a missing answer of the variables that the list came from.
// Where json-logic-js throws, the leaf is unknown, and no answer would change it.

#include "base/verdict.h"
#include "logic/columns.h"
#include "logic/rule.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace huice::logic {

/// A set of places in Rule::paths(). Up to 64 paths take no memory of their own.
class PathSet {
 public:
  void add(std::size_t place);
  void add_all(const PathSet& other);
  bool has(std::size_t place) const;

 private:
  std::uint64_t first_ = 0;
  std::vector<std::uint64_t> rest_;
};

/// What a rule comes to for one set of answers.
struct Decision {
  Verdict verdict = Verdict::unknown;
  PathSet missing;                    ///< answers that would matter; empty but for unknown
  std::vector<std::string> computed;  ///< likewise, those whose names the rule computes
};

/// The names of the missing answers: those of Rule::paths() in its order, then computed ones.
std::vector<std::string> missing_answers(const Rule& rule, const Decision& decision);

/// The columns of the missing answers, each once, in the same order; without those that are no
/// column.
std::vector<std::size_t> missing_columns(const Binding& binding, const Decision& decision);

/// Decides a row of the columns that the rule was bound to. Undefined and null are missing answers;
/// a row may be shorter than the columns. Threads may share the binding.
Decision decide(const Binding& binding, std::span<const Value> row);

/// Decides one object of answers.
Decision decide(const Rule& rule, const Value& data);

}  // namespace huice::logic
