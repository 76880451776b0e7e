// SPDX-License-Identifier: Apache-2.0
#include "derive/precedence.h"

#include <algorithm>

namespace huice::derive {
namespace {

using model::Policy;
using model::Precedence;
using model::PrecedenceRule;
using model::TextsSigned;

bool is_about(const Precedence& clause, const Policy& own, const Policy& other) {
  const auto& regions = clause.regions;
  if (std::find(regions.begin(), regions.end(), other.region) == regions.end()) return false;
  if (clause.texts == TextsSigned::whenever) return true;
  const auto& ours = own.dates.signed_on;
  const auto& theirs = other.dates.signed_on;
  if (!ours || !theirs) return false;
  return clause.texts == TextsSigned::later ? *ours < *theirs : *theirs < *ours;
}

const Precedence* clause_of(const Policy& own, PrecedenceRule rule, const Policy& other) {
  for (const Precedence& clause : own.precedence) {
    if (clause.rule == rule && is_about(clause, own, other)) return &clause;
  }
  return nullptr;
}

// By what it says itself, or by what its rival says.
const Precedence* clause_between(const Policy& text, const Policy& rival) {
  const Precedence* own = clause_of(text, PrecedenceRule::yields, rival);
  return own != nullptr ? own : clause_of(rival, PrecedenceRule::prevails, text);
}

}  // namespace

const Precedence* gives_way(const Policy& first, const Policy& second) {
  const Precedence* clause = clause_between(first, second);
  return clause != nullptr && clause_between(second, first) == nullptr ? clause : nullptr;
}

}  // namespace huice::derive
