// SPDX-License-Identifier: Apache-2.0
// A component is a base range, then what multiplies it, then its bounds. Where a text does not say
// what a multiplier acts on, all readings are computed and the widest range holds.
#include "match/estimate.h"

#include "model/schema/choice.h"

#include <algorithm>
#include <span>

namespace huice::match {
namespace {

using logic::Kind;
using logic::Rational;
using logic::Value;
using model::Basis;
using model::EstimateKind;
using model::Per;
using Texts = std::vector<std::string>;

/// One reading of the multipliers: what the award and the cap are multiplied by.
struct Reading {
  Rational award{1};
  Rational cap{1};
};

std::string sum_text(const Rational& fen) {
  const auto whole = fen.rounded(logic::Rounding::half_up);
  if (!whole || *whole < 0) return fen.text() + "分";
  const std::string text = model::Money::of_fen(*whole).text();
  return Rational(*whole) == fen ? text : std::string(kAbout) + text;
}

// 10万元至20万元, or one figure where the ends are alike.
std::string span_text(const std::string& low, const std::string& high) {
  return low == high ? low : low + "至" + high;
}

Range wider(const Range& a, const Range& b) {
  Range both;
  if (a.low && b.low) both.low = *a.low <= *b.low ? a.low : b.low;
  if (a.high && b.high) both.high = *a.high >= *b.high ? a.high : b.high;
  return both;
}

class Component {
 public:
  Component(const PlannedAmount& amount, Applicant& applicant, Detail detail, Estimate& whole)
      : amount_(amount),
        component_(*amount.component),
        answers_(applicant.row()),
        applicant_(applicant),
        detail_(detail),
        whole_(whole) {
    part_.amount = &amount;
    part_.per = component_.per;
    if (component_.basis == Basis::phases) part_.per = Per::year;
    if (part_.per == Per::unclear && component_.cap) part_.per = component_.cap->per;
    if (part_.per == Per::unclear && component_.floor) part_.per = component_.floor->per;
  }

  Part run() {
    const Range base = base_range();
    if (amount_.modifiers.empty()) {
      static const std::vector<Reading> kAsItStands(1);
      note_bounds(kAsItStands);
      part_.range = bounded(base, {});
      return std::move(part_);
    }
    const std::vector<Reading> readings = this->readings();
    note_bounds(readings);
    part_.range = bounded(base, readings.front());
    for (std::size_t i = 1; i < readings.size(); ++i) {
      part_.range = wider(part_.range, bounded(base, readings[i]));
    }
    return std::move(part_);
  }

 private:
  // `values` makes what the sentence speaks of; thousands of enterprises need none of it.
  template <class Values>
  void step(StepKind kind, Values values) {
    if (detail_ == Detail::steps) part_.steps.push_back({kind, values()});
  }
  void step(StepKind kind) {
    if (detail_ == Detail::steps) part_.steps.push_back({kind, {}});
  }

  void miss(std::size_t field) { whole_.missing.push_back(field); }

  Range base_range() {
    switch (component_.basis) {
      case Basis::fixed:
        if (!amount_.value) break;
        step(StepKind::fixed, [&] {
          return Texts{span_text(sum_text(*amount_.value), sum_text(*amount_.value_to))};
        });
        return {amount_.value, amount_.value_to};
      case Basis::rate:
      case Basis::match:
        if (!amount_.rate || !amount_.rate_to) break;
        return rate_range({amount_.rate, amount_.rate_to}, *component_.rate,
                          component_.rate_to ? *component_.rate_to : *component_.rate);
      case Basis::interest:
        if (!amount_.rate) break;
        return interest_range(*amount_.rate);
      case Basis::schedule:
        return schedule_range();
      case Basis::phases:
        return phases_range();
      case Basis::stages:
        return stages_range();
      case Basis::foreign:
        if (component_.foreign) {
          step(StepKind::foreign, [&] { return Texts{component_.foreign->text()}; });
        }
        break;
      case Basis::reduced_to:
        if (component_.rate) {
          step(StepKind::reduced, [&] { return Texts{component_.of, component_.rate->text()}; });
        }
        break;
      case Basis::negotiated:
        step(StepKind::negotiated);
        break;
      case Basis::unstated:
        step(StepKind::unstated);
        break;
    }
    return {};
  }

  /// The answer that the rate is of, in 分; nullopt, and noted, where there is none.
  std::optional<Rational> base() {
    if (!amount_.base) {
      step(StepKind::base_unknowable, [&] { return Texts{component_.of}; });
      return std::nullopt;
    }
    const Value& answer = answers_[*amount_.base];
    if (answer.is(Kind::number)) return Rational(static_cast<std::int64_t>(answer.as_number()));
    miss(*amount_.base);
    step(StepKind::base_unanswered, [&] { return Texts{std::string(amount_.base_label)}; });
    return std::nullopt;
  }

  /// REQUIRES: both bounds of the shares; the rates are those bounds as the text has them.
  Range rate_range(const Range& shares, const model::Rate& low, const model::Rate& high) {
    const auto of = base();
    if (!of) return {};
    const Range result{*shares.low * *of, *shares.high * *of};
    step(StepKind::rate_of, [&] {
      return Texts{span_text(low.text(), high.text()), component_.of, sum_text(*of),
                   span_text(sum_text(*result.low), sum_text(*result.high))};
    });
    return result;
  }

  // How days are counted is rarely stated. 366 days on a year of 360 is the most that any of the
  // market's conventions gives for one year.
  Range interest_range(const Rational& share) {
    if (!amount_.base || !amount_.day) {
      step(StepKind::interest_unknowable);
      return {};
    }
    const auto loan = base();
    if (amount_.reference == nullptr) {
      step(StepKind::reference_unknown, [&] { return Texts{component_.of}; });
      return {};
    }
    const Value& day = answers_[*amount_.day];
    if (!day.is(Kind::text)) {
      miss(*amount_.day);
      step(StepKind::base_unanswered, [&] { return Texts{std::string(amount_.day_label)}; });
      return {};
    }
    const ReferenceRate* rate = reference_on(day.as_text());
    if (rate == nullptr) {
      step(StepKind::reference_unknown, [&] { return Texts{component_.of}; });
      return {};
    }
    if (!loan) return {};
    const Rational most = share * rate->rate * *loan * Rational::ratio(366, 360);
    step(StepKind::interest, [&] {
      return Texts{component_.rate->text(), rate->text, sum_text(*loan), sum_text(most)};
    });
    whole_.provisional = whole_.provisional || rate->provisional;
    return {std::nullopt, most};
  }

  const ReferenceRate* reference_on(const std::string& day) const {
    const auto date = model::Date::parse(day);
    const ReferenceRate* found = nullptr;
    for (const ReferenceRate& rate : *amount_.reference) {
      if (date && rate.from <= *date && *date < rate.until) found = &rate;
    }
    return found;
  }

  // Rows are tried in their order; after one that holds, no other counts.
  Range schedule_range() {
    if (amount_.rows.empty()) {
      step(StepKind::unpublished);
      return {};
    }
    std::optional<Range> possible;
    std::vector<std::string_view> open;
    for (const PlannedRow& row : amount_.rows) {
      const Verdict holds = decided(row.condition);
      if (holds == Verdict::no) continue;
      const Range range = row_range(row);
      possible = possible ? wider(*possible, range) : range;
      open.push_back(row.row->when);
      if (holds == Verdict::yes) {
        if (open.size() == 1) step(StepKind::row, [&] { return Texts{row.row->when}; });
        break;
      }
    }
    if (!possible) {
      step(StepKind::no_row);
      return {Rational(0), Rational(0)};
    }
    if (open.size() > 1) {
      step(StepKind::rows_open, [&] { return Texts{std::to_string(open.size())}; });
      whole_.only_where.insert(whole_.only_where.end(), open.begin(), open.end());
    }
    return *possible;
  }

  // One year brings what its phase gives, and no year more than one phase.
  Range phases_range() {
    std::optional<Range> possible;
    for (const PlannedPhase& phase : amount_.phases) {
      const Range range = phase_range(phase);
      possible = possible ? wider(*possible, range) : range;
    }
    return possible.value_or(Range{});
  }

  // Each row is paid once its stage is reached: those surely reached are the least, all that may be
  // the most.
  Range stages_range() {
    Range sum{Rational(0), Rational(0)};
    for (const PlannedRow& row : amount_.rows) {
      const Verdict reached = decided(row.condition);
      if (reached == Verdict::no) continue;
      const Range range = row_range(row);
      if (reached == Verdict::yes && range.low) sum.low = *sum.low + *range.low;
      if (sum.high && range.high) {
        sum.high = *sum.high + *range.high;
      } else {
        sum.high.reset();
      }
    }
    step(StepKind::stages, [&] { return Texts{std::to_string(amount_.rows.size())}; });
    return sum;
  }

  Range phase_range(const PlannedPhase& planned) {
    const model::Phase& phase = *planned.phase;
    std::optional<Rational> sum;
    if (phase.value) sum = Rational(phase.value->fen());
    if (planned.rate) {
      const auto of = base();
      if (of) sum = *planned.rate * *of;
    }
    if (!sum) return {};
    step(StepKind::phase, [&] {
      return Texts{std::to_string(phase.first), std::to_string(phase.last), sum_text(*sum)};
    });
    return {sum, sum};
  }

  Range row_range(const PlannedRow& row) {
    if (row.row->value) {
      const Rational value(row.row->value->fen());
      return {value, value};
    }
    if (!row.rate) return {};
    return rate_range({row.rate, row.rate}, *row.row->rate, *row.row->rate);
  }

  Verdict decided(const Condition& condition) {
    for (const std::size_t field : applicant_.missing(condition)) miss(field);
    return applicant_.verdict(condition);
  }

  std::vector<Reading> readings() {
    std::vector<Reading> all{Reading{}};
    for (const PlannedModifier& modifier : amount_.modifiers) {
      const Verdict holds = decided(modifier.condition);
      if (holds == Verdict::no) continue;
      const model::AppliesTo acts_on = modifier.modifier->applies_to;
      const auto values = [&] {
        return Texts{modifier.modifier->times.text(), modifier.modifier->when};
      };
      if (holds == Verdict::unknown) {
        step(StepKind::multiplied_maybe, values);
        whole_.only_where.push_back(modifier.modifier->when);
      }
      if (holds == Verdict::yes) step(multiplied(acts_on), values);
      std::vector<Reading> next;
      for (const Reading& reading : all) {
        if (holds == Verdict::unknown) next.push_back(reading);
        if (acts_on != model::AppliesTo::cap) {
          next.push_back({reading.award * modifier.times, reading.cap});
        }
        if (acts_on != model::AppliesTo::award) {
          next.push_back({reading.award, reading.cap * modifier.times});
        }
      }
      all = std::move(next);
    }
    return all;
  }

  static StepKind multiplied(model::AppliesTo acts_on) {
    switch (acts_on) {
      case model::AppliesTo::award:
        return StepKind::multiplied_award;
      case model::AppliesTo::cap:
        return StepKind::multiplied_cap;
      case model::AppliesTo::unclear:
        break;
    }
    return StepKind::multiplied_unclear;
  }

  bool bounds(const std::optional<model::Bound>& bound) const {
    return bound && model::counted_alike(bound->per, part_.per);
  }

  void note_bounds(const std::vector<Reading>& readings) {
    const auto& cap = component_.cap;
    const auto& floor = component_.floor;
    if ((cap && !bounds(cap)) || (floor && !bounds(floor))) step(StepKind::bounds_differ);
    if (bounds(cap)) {
      const StepKind kind = cap->may_be_exceeded ? StepKind::cap_may_be_exceeded : StepKind::capped;
      const bool sure = readings.size() == 1;
      step(kind, [&] {
        return Texts{sum_text(sure ? *amount_.cap * readings.front().cap : *amount_.cap),
                     cap->per.text()};
      });
    }
    if (bounds(floor)) {
      step(StepKind::floored, [&] { return Texts{sum_text(*amount_.floor), floor->per.text()}; });
    }
    if (component_.limit) step(StepKind::limited, [&] { return Texts{component_.limit->text()}; });
    note_years();
  }

  void note_years() {
    const auto& years = component_.years;
    if (!years) return;
    const auto& count = years->exactly ? years->exactly : years->at_most;
    const StepKind kind = years->exactly ? StepKind::years_exactly : StepKind::years_at_most;
    if (count) step(kind, [&] { return Texts{std::to_string(*count)}; });
  }

  Range bounded(const Range& base, const Reading& reading) const {
    Range range;
    if (base.low) range.low = *base.low * reading.award;
    if (base.high) range.high = *base.high * reading.award;
    if (bounds(component_.cap) && !component_.cap->may_be_exceeded) {
      const Rational cap = *amount_.cap * reading.cap;
      if (range.low && *range.low > cap) range.low = cap;
      if (!range.high || *range.high > cap) range.high = cap;
    }
    if (bounds(component_.floor)) {
      const Rational& floor = *amount_.floor;
      if (!range.low || *range.low < floor) range.low = floor;
      if (range.high && *range.high < floor) range.high = floor;
    }
    return range;
  }

  const PlannedAmount& amount_;
  const model::AmountComponent& component_;
  std::span<const Value> answers_;
  Applicant& applicant_;
  Detail detail_;
  Estimate& whole_;
  Part part_;
};

bool for_some_years(const Part& part) {
  return part.per == Per::year && part.amount->for_some_years;
}

// Parts that are paid for some years each may follow one another: then a year brings one of them.
bool may_follow(const std::vector<Part>& parts) {
  return std::count_if(parts.begin(), parts.end(), for_some_years) > 1;
}

// A part without an upper bound leaves the sum without one; each part is at least nothing.
Range added(const std::vector<Part>& parts) {
  Range sum{std::nullopt, Rational(0)};
  std::optional<Rational> least;  // of those that may follow one another
  bool least_known = true;
  const bool one_of_them = may_follow(parts);
  for (const Part& part : parts) {
    if (sum.high && part.range.high) {
      sum.high = *sum.high + *part.range.high;
    } else {
      sum.high.reset();
    }
    if (one_of_them && for_some_years(part)) {
      least_known = least_known && part.range.low.has_value();
      if (part.range.low && (!least || *part.range.low < *least)) least = part.range.low;
    } else if (part.range.low) {
      sum.low = sum.low ? *sum.low + *part.range.low : *part.range.low;
    }
  }
  if (least && least_known) sum.low = sum.low ? *sum.low + *least : *least;
  return sum;
}

EstimateKind kind_of(const Range& range) {
  if (range.low && range.high) {
    return *range.low == *range.high ? EstimateKind::exact : EstimateKind::between;
  }
  if (range.high) return EstimateKind::at_most;
  return range.low ? EstimateKind::at_least : EstimateKind::unknown;
}

std::optional<std::int64_t> to_fen(const std::optional<Rational>& sum, bool& rounded) {
  if (!sum) return std::nullopt;
  const auto whole = sum->rounded(logic::Rounding::half_up);
  if (whole && !(Rational(*whole) == *sum)) rounded = true;
  return whole;
}

}  // namespace

Estimate estimate(const PlannedMeasure& measure, Applicant& applicant, Detail detail) {
  Estimate result;
  result.provisional = measure.provisional;
  result.parts.reserve(measure.amounts.size());
  for (const PlannedAmount& amount : measure.amounts) {
    result.parts.push_back(Component(amount, applicant, detail, result).run());
  }
  std::sort(result.missing.begin(), result.missing.end());
  result.missing.erase(std::unique(result.missing.begin(), result.missing.end()),
                       result.missing.end());
  if (result.parts.empty()) return result;
  result.per = result.parts.front().per;
  for (const Part& part : result.parts) {
    if (!model::counted_alike(part.per, result.per)) result.not_added = true;
    if (result.per == Per::unclear) result.per = part.per;
  }
  if (result.not_added) return result;
  if (detail == Detail::steps && may_follow(result.parts)) {
    result.parts.back().steps.push_back({StepKind::order_unstated, {}});
  }
  const Range sum = added(result.parts);
  result.low = to_fen(sum.low, result.rounded);
  result.high = to_fen(sum.high, result.rounded);
  // A sum that does not fit is left out rather than stated wrong.
  const bool fits = (!sum.low || result.low) && (!sum.high || result.high);
  if (fits) result.kind = kind_of(sum);
  return result;
}

}  // namespace huice::match
