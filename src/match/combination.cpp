// SPDX-License-Identifier: Apache-2.0
#include "match/combination.h"

#include <algorithm>

namespace huice::match {
namespace {

using model::Effect;
using model::StackingRule;

/// nullopt where the sum does not fit.
std::optional<std::int64_t> joined(StackingRule rule, std::int64_t a, std::int64_t b) {
  if (rule == StackingRule::highest) return std::max(a, b);
  return (logic::Rational(a) + logic::Rational(b)).rounded(logic::Rounding::half_up);
}

/// What is sure: of those whose verdict is yes, as far as each is at least something.
std::optional<std::int64_t> least(const Combination& made) {
  std::optional<std::int64_t> total;
  for (const Result* result : made.results) {
    const auto& one = result->estimate->low;
    if (!one || result->verdict != Verdict::yes) continue;
    total = total ? joined(made.clause->rule, *total, *one) : one;
    if (!total) return std::nullopt;
  }
  return total;
}

/// What is possible: of all, as long as none is without an upper bound.
std::optional<std::int64_t> most(const Combination& made) {
  std::optional<std::int64_t> total = 0;
  for (const Result* result : made.results) {
    const auto& one = result->estimate->high;
    if (!one) return std::nullopt;
    total = joined(made.clause->rule, *total, *one);
    if (!total) return std::nullopt;
  }
  return total;
}

void add_up(Combination& made) {
  const auto& first = *made.results.front()->estimate;
  for (const Result* result : made.results) {
    const Estimate& one = *result->estimate;
    const bool alike = (one.per == model::Per::year) == (first.per == model::Per::year) &&
                       one.per.each() == first.per.each();
    if (!alike || one.not_added) made.not_added = true;
  }
  if (made.not_added || made.clause->rule == StackingRule::exclusive) return;
  made.low = least(made);
  made.high = most(made);
}

}  // namespace

std::vector<Combination> combinations(const Plan& plan, const std::vector<Result>& results) {
  std::vector<Combination> all;
  for (const model::Policy& policy : plan.library().policies()) {
    for (const model::Stacking& clause : policy.stacking) {
      Combination made;
      made.policy = &policy;
      made.clause = &clause;
      for (const Result& result : results) {
        const bool pays =
            result.estimate && result.measure->measure.measure->effect == Effect::payment;
        const auto& clauses = result.measure->clauses;
        const bool named = std::find(clauses.begin(), clauses.end(), &clause) != clauses.end();
        if (pays && named) made.results.push_back(&result);
      }
      if (made.results.size() < 2) continue;
      add_up(made);
      all.push_back(std::move(made));
    }
  }
  return all;
}

}  // namespace huice::match
