// SPDX-License-Identifier: Apache-2.0
#include "match/limits.h"

#include <algorithm>

namespace huice::match {

using logic::Rational;
using model::Per;

namespace {

// What records leave without words is said in theirs.
constexpr std::string_view kOtherCases = "其他情形";

}  // namespace

Limits::Limits(const PlannedBounds& caps, const PlannedBounds& floors, const model::Counted& per,
               const Rational& times, Working& working)
    : per_(per), times_(times), working_(working) {
  for (const std::vector<PlannedBound>& cases : caps) add(cases, Side::cap);
  for (const std::vector<PlannedBound>& cases : floors) add(cases, Side::floor);
}

bool Limits::applies(const model::Counted& per, Side side) const {
  if (model::counted_alike(per, per_)) return true;
  return side == Side::cap && per_ == Per::each && !(per == Per::each);
}

void Limits::add(const std::vector<PlannedBound>& cases, Side side) {
  const model::Counted& per = cases.front().bound->per;
  if (!applies(per, side)) {
    for (const PlannedBound& one : cases) {
      if (!one.sum) continue;
      working_.step(StepKind::bounds_differ, [&] { return Texts{sum_text(*one.sum), per.text()}; });
    }
    return;
  }
  Limit limit;
  bool ends = false;
  std::vector<std::string_view> open;
  for (const PlannedBound& one : cases) {
    const Verdict holds = one.always ? Verdict::yes : working_.decided(one.condition);
    if (holds == Verdict::no) continue;
    take(one, holds, side, limit);
    if (holds == Verdict::unknown) open.push_back(one.when);
    ends = holds == Verdict::yes;
    if (ends) break;
  }
  limit.sure = limit.sure && ends && !limit.has_unknown;
  // A cap that may not hold leaves the upper bound alone; a floor that may hold lifts it.
  if (limit.sure || side == Side::floor) {
    for (const std::string_view one : open) working_.only_where(one);
  }
  (side == Side::cap ? caps_ : floors_).push_back(limit);
}

void Limits::take(const PlannedBound& bound, Verdict holds, Side side, Limit& limit) {
  const auto sum = sum_of(bound, side);
  if (!bound.sum && !bound.rate) {
    limit.sure = false;  // a rate as such bounds no sum
    return;
  }
  if (!sum) {
    limit.has_unknown = true;
    return;
  }
  const bool is_other = limit.most.has_value() && bound.when.empty();
  say(bound, is_other ? Verdict::unknown : holds, side, *sum);
  if (bound.bound->may_be_exceeded) {
    limit.sure = false;
    return;
  }
  if (!limit.least || *sum < *limit.least) limit.least = sum;
  if (!limit.most || *sum > *limit.most) limit.most = sum;
}

std::optional<Rational> Limits::sum_of(const PlannedBound& bound, Side side) {
  if (bound.sum) return bound.sum;
  const bool is_cap = side == Side::cap;
  if (!bound.rate) {
    if (bound.bound->rate) {
      working_.step(is_cap ? StepKind::rate_at_most : StepKind::rate_at_least,
                    [&] { return Texts{bound.bound->rate->text()}; });
    }
    return std::nullopt;
  }
  working_.step(is_cap ? StepKind::share_at_most : StepKind::share_at_least, [&] {
    return Texts{bound.bound->rate->text(), std::string(bound.of)};
  });
  const auto of = working_.base(bound.base, bound.base_label, bound.of);
  if (!of) return std::nullopt;
  return *bound.rate * *of;
}

void Limits::say(const PlannedBound& bound, Verdict holds, Side side, const Rational& sum) {
  const model::Counted& per = bound.bound->per;
  const bool is_cap = side == Side::cap;
  const Rational shown = is_cap ? sum * times_ : sum;
  const auto values = [&] {
    Texts all{sum_text(shown), per.text()};
    if (!bound.when.empty()) {
      all.emplace_back(bound.when);
    } else if (holds == Verdict::unknown) {
      all.emplace_back(kOtherCases);
    }
    return all;
  };
  if (bound.bound->may_be_exceeded) {
    working_.step(StepKind::cap_may_be_exceeded, [&] {
      return Texts{sum_text(shown), per.text()};
    });
  } else if (holds == Verdict::unknown) {
    working_.step(is_cap ? StepKind::capped_maybe : StepKind::floored_maybe, values);
  } else if (!bound.when.empty()) {
    working_.step(is_cap ? StepKind::capped_where : StepKind::floored_where, values);
  } else if (model::counted_alike(per, per_)) {
    working_.step(is_cap ? StepKind::capped : StepKind::floored, values);
  } else {
    working_.step(StepKind::capped_together, values);
  }
}

Range Limits::applied(Range range, const Rational& times) const {
  for (const Limit& cap : caps_) {
    if (cap.has_unknown) range.low.reset();
    if (range.low && cap.least) range.low = std::min(*range.low, *cap.least * times);
    if (!cap.sure) continue;
    const Rational most = *cap.most * times;
    if (!range.high || *range.high > most) range.high = most;
  }
  for (const Limit& floor : floors_) {
    if (floor.sure && (!range.low || *range.low < *floor.least)) range.low = floor.least;
    if (floor.has_unknown) range.high.reset();
    if (range.high && floor.most && *range.high < *floor.most) range.high = floor.most;
  }
  return range;
}

}  // namespace huice::match
