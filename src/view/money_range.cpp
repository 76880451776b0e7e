// SPDX-License-Identifier: Apache-2.0
#include "view/money_range.h"

#include "view/amount_wording.h"
#include "view/wording.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace huice::view {
namespace {

enum class End { fixed, most, least };

/// One sum that a measure names.
struct Sum {
  model::Money low;
  model::Money high;
  model::Counted per;
  End end = End::fixed;
};

void add_bounds(const std::vector<model::Bound>& bounds, End end, std::vector<Sum>& sums) {
  for (const model::Bound& one : bounds) {
    if (one.value) sums.push_back({*one.value, *one.value, one.per, end});
  }
}

void add_fixed(const std::optional<model::Money>& low, const std::optional<model::Money>& high,
               const model::Counted& per, std::vector<Sum>& sums) {
  if (low) sums.push_back({*low, high ? *high : *low, per, End::fixed});
}

void add_sums(const model::AmountComponent& amount, std::vector<Sum>& sums) {
  add_bounds(amount.caps, End::most, sums);
  add_bounds(amount.floors, End::least, sums);
  if (amount.caps.empty() && amount.floors.empty())
    add_fixed(amount.value, amount.value_to, amount.per, sums);
  for (const model::ScheduleRow& row : amount.rows) {
    add_fixed(row.value, {}, amount.per, sums);
    add_bounds(row.caps, End::most, sums);
    add_bounds(row.floors, End::least, sums);
  }
  for (const model::Phase& phase : amount.phases)
    add_fixed(phase.value, {}, model::Per::year, sums);
}

bool is_less(const model::Money& a, const model::Money& b) {
  return a.fen() < b.fen();
}

// What is counted in no way of its own is a sum as such: 一次性 is said of one measure.
std::string counted(const model::Counted& per, const std::string& sum, const Words& words) {
  const bool plain = per != model::Per::year && per != model::Per::each;
  return plain ? sum : per_text(per, sum, words);
}

}  // namespace

std::string money_range(const std::vector<const model::Measure*>& measures, const Words& words) {
  std::vector<Sum> sums;
  for (const model::Measure* one : measures) {
    if (one->effect != model::Effect::payment) continue;
    for (const model::AmountComponent& amount : one->amounts) add_sums(amount, sums);
  }
  if (sums.empty()) return {};
  const auto least = std::min_element(
      sums.begin(), sums.end(), [](const Sum& a, const Sum& b) { return is_less(a.low, b.low); });
  const auto most = std::max_element(
      sums.begin(), sums.end(), [](const Sum& a, const Sum& b) { return is_less(a.high, b.high); });
  const bool open = std::any_of(sums.begin(), sums.end(), [&most](const Sum& one) {
    return one.end == End::least && !is_less(one.high, most->high);
  });
  if (open)
    return words.text("range.from", {{"sum", counted(least->per, least->low.text(), words)}});
  const bool fixed =
      std::all_of(sums.begin(), sums.end(), [](const Sum& one) { return one.end == End::fixed; });
  const std::string high = most->high.text();
  if (!fixed) return counted(most->per, words.text("amount.cap", {{"sum", high}}), words);
  if (least->low.fen() == most->high.fen()) return counted(most->per, high, words);
  return words.text("range.span",
                    {{"low", least->low.text()}, {"high", counted(most->per, high, words)}});
}

std::string terms_text(const model::Measure& measure, const Words& words) {
  if (measure.amounts.empty()) return {};
  const std::string all = amounts_text(measure, words);
  const auto large = headline(measure, words);
  if (!large) return all;
  const std::string_view join = words.text("amount.join");
  if (all == *large) return {};
  if (all.ends_with(*large)) {
    std::string rest = all.substr(0, all.size() - large->size());
    if (rest.ends_with(join)) rest.resize(rest.size() - join.size());
    return rest;
  }
  if (all.starts_with(*large)) {
    std::string_view rest = std::string_view(all).substr(large->size());
    if (rest.starts_with(join)) rest.remove_prefix(join.size());
    return std::string(rest);
  }
  return all;
}

}  // namespace huice::view
