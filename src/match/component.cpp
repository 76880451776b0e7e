// SPDX-License-Identifier: Apache-2.0
#include "match/component.h"

#include <algorithm>

namespace huice::match {
namespace {

using logic::Rational;
using model::Basis;
using model::Per;

// What a component's sum is counted for: where it does not say, as its first bound that does. An
// applicant answers for one loan, so that interest is of that one alone, whatever bounds them all.
model::Counted per_of(const PlannedAmount& amount) {
  const model::AmountComponent& component = *amount.component;
  if (component.basis == Basis::phases) return Per::year;
  const bool of_a_loan = component.basis == Basis::interest || amount.day;
  if (of_a_loan && component.per == Per::unclear) return *model::Counted::parse("每笔贷款");
  model::Counted per = component.per;
  for (const auto* bounds : {&component.caps, &component.floors}) {
    for (const model::Bound& bound : *bounds) {
      if (per == Per::unclear) per = bound.per;
    }
  }
  return per;
}

StepKind multiplied(model::AppliesTo acts_on) {
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

}  // namespace

Component::Component(const PlannedAmount& amount, Applicant& applicant, Detail detail,
                     Estimate& whole)
    : amount_(amount), component_(*amount.component), working_(applicant, detail, whole) {
  part_.amount = &amount;
  part_.per = per_of(amount);
}

Part Component::run() {
  Range base = base_range();
  const std::vector<Reading> readings = this->readings();
  const bool sure = readings.size() == 1;
  const Rational said = sure ? readings.front().cap : Rational(1);
  const Limits limits(amount_.caps, amount_.floors, part_.per, said, working_);
  if (component_.limit && component_.basis != Basis::allowance) {
    working_.step(StepKind::limited, [&] { return Texts{component_.limit->text()}; });
  }
  say_years();
  working_.set_silent(true);
  const bool again = has_bounds_in_rows();
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const Reading& reading = readings[i];
    cap_times_ = reading.cap;
    if (again) base = base_range();
    Range range;
    if (base.low) range.low = *base.low * reading.award;
    if (base.high) range.high = *base.high * reading.award;
    range = limits.applied(range, reading.cap);
    part_.range = i == 0 ? range : wider(part_.range, range);
  }
  part_.steps = working_.take_steps();
  return std::move(part_);
}

Range Component::base_range() {
  switch (component_.basis) {
    case Basis::fixed:
      if (!amount_.value) break;
      working_.step(StepKind::fixed, [&] {
        return Texts{span_text(sum_text(*amount_.value), sum_text(*amount_.value_to))};
      });
      return {amount_.value, amount_.value_to};
    case Basis::rate:
    case Basis::match:
      if (!amount_.rate || !amount_.rate_to) break;
      return rate_range({amount_.rate, amount_.rate_to},
                        component_.rate_to
                            ? span_text(amount_.rate_text, component_.rate_to->text())
                            : amount_.rate_text);
    case Basis::interest:
      if (!amount_.rate) break;
      return interest_range(*amount_.rate, amount_.rate_text);
    case Basis::schedule:
      return schedule_range();
    case Basis::bands:
      return bands_range();
    case Basis::phases:
      return phases_range();
    case Basis::stages:
      return stages_range();
    case Basis::foreign:
      if (!component_.foreign) break;
      working_.step(StepKind::foreign, [&] { return Texts{component_.foreign->text()}; });
      break;
    case Basis::reduced_to:
      if (!component_.rate) break;
      working_.step(StepKind::reduced, [&] {
        return Texts{component_.of, component_.rate->text()};
      });
      break;
    case Basis::allowance:
      say_allowance();
      break;
    case Basis::readings:
      say_readings();
      break;
    case Basis::negotiated:
      working_.step(StepKind::negotiated);
      break;
    case Basis::unstated:
      working_.step(StepKind::unstated);
      break;
  }
  return {};
}

// REQUIRES: both bounds of the shares, which the text has as `text`.
Range Component::rate_range(const Range& shares, const std::string& text) {
  const auto of = working_.base(amount_.base, amount_.base_label, component_.of);
  if (!of) return {};
  const Range result{*shares.low * *of, *shares.high * *of};
  working_.step(StepKind::rate_of, [&] {
    return Texts{text, component_.of, sum_text(*of),
                 span_text(sum_text(*result.low), sum_text(*result.high))};
  });
  return result;
}

// How days are counted is rarely stated. 366 days on a year of 360 is the most that any of the
// market's conventions gives for one year.
Range Component::interest_range(const Rational& share, const std::string& text) {
  if (!amount_.base || !amount_.day) {
    working_.step(StepKind::interest_unknowable);
    return {};
  }
  const auto loan = working_.base(amount_.base, amount_.base_label, component_.of);
  const auto unknown = [&] {
    working_.step(StepKind::reference_unknown, [&] { return Texts{component_.of}; });
    return Range{};
  };
  if (amount_.reference == nullptr) return unknown();
  const std::string* day = working_.day(*amount_.day, amount_.day_label);
  if (day == nullptr) return {};
  const ReferenceRate* rate = reference_on(*day);
  if (rate == nullptr) return unknown();
  if (!loan) return {};
  const Rational most = share * rate->rate * *loan * Rational::ratio(366, 360);
  working_.step(StepKind::interest, [&] {
    return Texts{text, rate->text, sum_text(*loan), sum_text(most)};
  });
  if (rate->provisional) working_.is_provisional();
  return {std::nullopt, most};
}

const ReferenceRate* Component::reference_on(const std::string& day) const {
  const auto date = model::Date::parse(day);
  const ReferenceRate* found = nullptr;
  for (const ReferenceRate& rate : *amount_.reference) {
    if (date && rate.from <= *date && *date < rate.until) found = &rate;
  }
  return found;
}

// Rows are tried in their order; after one that holds, no other counts.
Range Component::schedule_range() {
  if (amount_.rows.empty()) {
    working_.step(StepKind::unpublished);
    return {};
  }
  std::optional<Range> possible;
  std::vector<std::string_view> open;
  for (const PlannedRow& row : amount_.rows) {
    const Verdict holds = working_.decided(row.condition);
    if (holds == Verdict::no) continue;
    const Range range = row_range(row);
    possible = possible ? wider(*possible, range) : range;
    open.push_back(row.row->when);
    if (holds == Verdict::yes) {
      if (open.size() == 1) working_.step(StepKind::row, [&] { return Texts{row.row->when}; });
      break;
    }
  }
  if (!possible) {
    working_.step(StepKind::no_row);
    return {Rational(0), Rational(0)};
  }
  if (open.size() > 1) {
    working_.step(StepKind::rows_open, [&] { return Texts{std::to_string(open.size())}; });
    for (const std::string_view one : open) working_.only_where(one);
  }
  return *possible;
}

// Each rate is of the part that lies in its band alone: 5000元以内全额，超过部分50%.
Range Component::bands_range() {
  const auto of = working_.base(amount_.base, amount_.base_label, component_.of);
  if (!of) return {};
  Rational sum(0);
  Rational from(0);
  for (const PlannedRow& row : amount_.rows) {
    if (!row.rate || *of <= from) break;
    Rational to = *of;
    if (row.row->up_to) to = std::min(to, Rational(row.row->up_to->fen()));
    const Rational part = *row.rate * (to - from);
    working_.step(StepKind::band, [&] {
      return Texts{row.row->when, sum_text(to - from), row.row->rate->text(), sum_text(part)};
    });
    sum = sum + part;
    from = to;
  }
  return {sum, sum};
}

// One year brings what its phase gives, and no year more than one phase.
Range Component::phases_range() {
  std::optional<Range> possible;
  for (const PlannedPhase& phase : amount_.phases) {
    const Range range = phase_range(phase);
    possible = possible ? wider(*possible, range) : range;
  }
  return possible.value_or(Range{});
}

Range Component::phase_range(const PlannedPhase& planned) {
  const model::Phase& phase = *planned.phase;
  std::optional<Rational> sum;
  if (phase.value) sum = Rational(phase.value->fen());
  if (planned.rate) {
    const auto of = working_.base(amount_.base, amount_.base_label, component_.of);
    if (of) sum = *planned.rate * *of;
  }
  if (!sum) return {};
  const std::string first = std::to_string(phase.first);
  if (phase.first == phase.last) {
    working_.step(StepKind::phase_year, [&] { return Texts{first, sum_text(*sum)}; });
  } else {
    working_.step(StepKind::phase, [&] {
      return Texts{first, std::to_string(phase.last), sum_text(*sum)};
    });
  }
  return {sum, sum};
}

// Each row is paid once its stage is reached: those surely reached are the least, all that may be
// the most.
Range Component::stages_range() {
  Range sum{Rational(0), Rational(0)};
  for (const PlannedRow& row : amount_.rows) {
    const Verdict reached = working_.decided(row.condition);
    if (reached == Verdict::no) continue;
    const Range range = row_range(row);
    if (reached == Verdict::yes && range.low) sum.low = *sum.low + *range.low;
    if (sum.high && range.high) {
      sum.high = *sum.high + *range.high;
    } else {
      sum.high.reset();
    }
  }
  working_.step(StepKind::stages, [&] { return Texts{std::to_string(amount_.rows.size())}; });
  return sum;
}

// A row of a loan whose interest is paid is a share of that interest.
Range Component::row_range(const PlannedRow& row) {
  Range range;
  if (row.row->value) {
    const Rational value(row.row->value->fen());
    range = {value, value};
  } else if (row.rate && amount_.day) {
    range = interest_range(*row.rate, row.row->rate->text());
  } else if (row.rate) {
    range = rate_range({row.rate, row.rate}, row.row->rate->text());
  }
  if (row.caps.empty() && row.floors.empty()) return range;
  return Limits(row.caps, row.floors, part_.per, cap_times_, working_).applied(range, cap_times_);
}

bool Component::has_bounds_in_rows() const {
  return std::any_of(amount_.rows.begin(), amount_.rows.end(), [](const PlannedRow& row) {
    return !row.caps.empty() || !row.floors.empty();
  });
}

// So many of something that is no money.
void Component::say_allowance() {
  const auto say = [this](const model::Quantity& limit) {
    working_.step(StepKind::allowance, [&] { return Texts{component_.of, limit.text()}; });
  };
  if (component_.limit) say(*component_.limit);
  bool any = component_.limit.has_value();
  for (const PlannedRow& row : amount_.rows) {
    const Verdict holds = working_.decided(row.condition);
    if (holds == Verdict::no || !row.row->limit) continue;
    any = true;
    if (holds == Verdict::yes) {
      say(*row.row->limit);
      return;
    }
    working_.step(StepKind::allowance_maybe, [&] {
      return Texts{row.row->when, component_.of, row.row->limit->text()};
    });
  }
  if (!any) working_.step(StepKind::no_row);
}

void Component::say_readings() {
  working_.step(StepKind::readings_open,
                [&] { return Texts{std::to_string(amount_.rows.size())}; });
  for (const PlannedRow& row : amount_.rows) {
    working_.step(StepKind::reading, [&] { return Texts{row.row->when}; });
  }
}

std::vector<Component::Reading> Component::readings() {
  std::vector<Reading> all{Reading{}};
  for (const PlannedModifier& modifier : amount_.modifiers) {
    const Verdict holds = working_.decided(modifier.condition);
    if (holds == Verdict::no) continue;
    const model::AppliesTo acts_on = modifier.modifier->applies_to;
    const auto values = [&] {
      return Texts{modifier.modifier->times.text(), modifier.modifier->when};
    };
    if (holds == Verdict::unknown) {
      working_.step(StepKind::multiplied_maybe, values);
      working_.only_where(modifier.modifier->when);
    }
    if (holds == Verdict::yes) working_.step(multiplied(acts_on), values);
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

void Component::say_years() {
  const auto& years = component_.years;
  if (!years) return;
  const auto& count = years->exactly ? years->exactly : years->at_most;
  const StepKind kind = years->exactly ? StepKind::years_exactly : StepKind::years_at_most;
  if (count) working_.step(kind, [&] { return Texts{std::to_string(*count)}; });
}

}  // namespace huice::match
