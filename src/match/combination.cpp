// SPDX-License-Identifier: Apache-2.0
#include "match/combination.h"

#include <algorithm>

namespace huice::match {
namespace {

using model::Effect;
using model::StackingRule;
using Bound = std::optional<std::int64_t> Estimate::*;

bool is_named(const model::Policy& policy, const model::Stacking& clause, const Result& result) {
  if (clause.measures.empty()) return result.measure->measure.in.policy == &policy;
  return std::find(clause.measures.begin(), clause.measures.end(), result.measure->id) !=
         clause.measures.end();
}

std::optional<std::int64_t> sum(const std::vector<const Result*>& results, Bound bound) {
  logic::Rational total(0);
  for (const Result* result : results) {
    const auto& one = (*result->estimate).*bound;
    if (!one) return std::nullopt;
    total = total + logic::Rational(*one);
  }
  return total.rounded(logic::Rounding::half_up);
}

/// The largest; for an upper bound every one has to be known, for a lower bound one is enough.
std::optional<std::int64_t> largest(const std::vector<const Result*>& results, Bound bound,
                                    bool all_known) {
  std::optional<std::int64_t> most;
  for (const Result* result : results) {
    const auto& one = (*result->estimate).*bound;
    if (!one && all_known) return std::nullopt;
    if (one) most = most ? std::max(*most, *one) : *one;
  }
  return most;
}

void add_up(Combination& made) {
  const auto& first = *made.results.front()->estimate;
  for (const Result* result : made.results) {
    const Estimate& one = *result->estimate;
    const bool alike = (one.per == model::Per::year) == (first.per == model::Per::year);
    if (!alike || one.not_added) made.not_added = true;
  }
  if (made.not_added) return;
  if (made.clause->rule == StackingRule::additive) {
    made.low = sum(made.results, &Estimate::low);
    made.high = sum(made.results, &Estimate::high);
  } else if (made.clause->rule == StackingRule::highest) {
    made.low = largest(made.results, &Estimate::low, false);
    made.high = largest(made.results, &Estimate::high, true);
  }
}

}  // namespace

std::vector<Combination> combinations(const Plan& plan, const std::vector<Result>& results) {
  std::vector<Combination> all;
  for (const model::Policy& policy : plan.library().policies) {
    for (const model::Stacking& clause : policy.stacking) {
      Combination made;
      made.policy = &policy;
      made.clause = &clause;
      for (const Result& result : results) {
        const bool pays =
            result.estimate && result.measure->measure.measure->effect == Effect::payment;
        if (pays && is_named(policy, clause, result)) made.results.push_back(&result);
      }
      if (made.results.size() < 2) continue;
      add_up(made);
      all.push_back(std::move(made));
    }
  }
  return all;
}

}  // namespace huice::match
