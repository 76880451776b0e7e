// SPDX-License-Identifier: Apache-2.0
#include "model/given.h"

namespace huice::model {
namespace {

bool has_figure(const AmountComponent& amount) {
  return amount.value || amount.rate || amount.foreign || amount.limit || !amount.caps.empty() ||
         !amount.floors.empty() || !amount.rows.empty() || !amount.phases.empty();
}

// A sum that holds in every case.
bool is_plain(const Bound& bound) {
  return bound.value && bound.when.empty() && !bound.may_be_exceeded;
}

bool are_plain(const std::vector<Bound>& bounds) {
  return bounds.empty() || (bounds.size() == 1 && is_plain(bounds.front()));
}

bool is_one_sentence(const AmountComponent& amount) {
  if (!amount.rows.empty() || !amount.phases.empty()) return false;
  if (!are_plain(amount.caps) || !are_plain(amount.floors)) return false;
  const bool is_bounded = amount.caps.size() + amount.floors.size() == 1;
  switch (amount.basis) {
    case Basis::fixed:
      return amount.value.has_value();
    case Basis::rate:
    case Basis::match:
    case Basis::interest:
      return amount.rate && !amount.rate_to && !amount.of.empty() && amount.rate->percent();
    case Basis::schedule:
    case Basis::negotiated:
    case Basis::unstated:
      return is_bounded;
    case Basis::bands:
    case Basis::phases:
    case Basis::stages:
    case Basis::foreign:
    case Basis::reduced_to:
    case Basis::allowance:
    case Basis::readings:
      return false;
  }
  return false;
}

}  // namespace

const AmountComponent* given(const Measure& measure) {
  if (measure.effect != Effect::payment) return nullptr;
  const AmountComponent* found = nullptr;
  for (const AmountComponent& amount : measure.amounts) {
    if (!has_figure(amount)) continue;
    if (found != nullptr || !is_one_sentence(amount)) return nullptr;
    found = &amount;
  }
  return found;
}

}  // namespace huice::model
