// SPDX-License-Identifier: Apache-2.0
//
// One figure against its indicator, its neighbours and what it is a part of: the unit, the size,
// and the time it is of.
#include "base/messages/check.h"
#include "check/figures.h"
#include "check/naming.h"
#include "check/rules.h"
#include "derive/backcheck.h"
#include "derive/comparison.h"
#include "derive/series.h"
#include "model/walk.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

namespace huice::check {
namespace {

using model::Observation;
using model::PeriodKind;

// 人次 counts what 人 does not, but both are counts; 亿元 and % are not one kind.
bool is_other_unit(const Observation& one, const model::Indicator& indicator) {
  return figure_of(one).unit != figure_of(model::Decimal(), indicator.unit).unit;
}

void check_unit(const Observation& one, const model::Indicator& indicator,
                const model::Library& library, Findings& findings) {
  if (indicator.unit.empty() || !is_other_unit(one, indicator)) return;
  findings.add(msg::observation_other_unit{.figure = figure_named(one, library),
                                           .indicator = indicator.name,
                                           .unit = indicator.unit},
               Spot::at(one.provenance.place),
               Other{msg::the_indicator{}, Spot::at(indicator.provenance.place)});
}

bool is_to_come(const Observation& one, const model::Date& as_of) {
  if (one.period.kind() == PeriodKind::unstated) return false;
  // Of a span that has begun, what is known so far may be told.
  const bool span = one.period.kind() == PeriodKind::span;
  return as_of < (span ? one.period.first() : one.period.last());
}

bool is_larger(const Observation& a, const Observation& b) {
  return figure_of(b).value < figure_of(a).value;
}

// A figure that is about ten or more times its neighbours, which agree with each other, or
// another source's figure of the same time.
class Outliers {
 public:
  Outliers(const model::Indicator& indicator, const model::Library& library, Findings& findings)
      : is_money_(model::parse_money_unit(indicator.unit).has_value()),
        library_(library),
        findings_(findings) {}

  void check(const model::Series& series) {
    std::vector<const Observation*> line;
    for (const Observation& one : series) {
      if (one.period.kind() == PeriodKind::unstated) continue;
      if (!line.empty() && line.back()->period == one.period) {
        if (apart(*line.back(), one) >= kFar) report(one, *line.back());
        continue;
      }
      line.push_back(&one);
    }
    for (std::size_t i = 0; i < line.size(); ++i) look(line, i);
  }

 private:
  static constexpr double kFar = 8;   ///< nearly ten: the figure itself grows too
  static constexpr double kNear = 3;  ///< so far apart may neighbours be that agree

  static double apart(const Observation& a, const Observation& b) {
    return times(figure_of(a), figure_of(b));
  }

  // The neighbours of the same stretch of time at most three years away. `line` is in order of
  // time.
  static std::vector<const Observation*> neighbours(const std::vector<const Observation*>& line,
                                                    std::size_t at) {
    const auto is_near = [&](std::size_t other) {
      constexpr int kYears = 3;
      const int years = line[other]->period.last().year() - line[at]->period.last().year();
      return std::abs(years) <= kYears;
    };
    std::size_t first = at;
    while (first > 0 && is_near(first - 1)) --first;
    std::vector<const Observation*> near;
    for (std::size_t other = first; other < line.size() && is_near(other); ++other) {
      const bool comparable = derive::comparable(line[at]->period, line[other]->period);
      if (other != at && comparable) near.push_back(line[other]);
    }
    return near;
  }

  void look(const std::vector<const Observation*>& line, std::size_t at) {
    const Observation& one = *line[at];
    const std::vector<const Observation*> near = neighbours(line, at);
    // Of two figures nobody can tell which is off, and a count may have been small; sums of money
    // of a whole city do not grow tenfold.
    if (near.empty() || (near.size() < 2 && !is_money_)) return;
    const bool above = is_larger(one, *near.front());
    for (const Observation* other : near) {
      if (apart(one, *other) < kFar || is_larger(one, *other) != above) return;
      if (apart(*near.front(), *other) > kNear) return;
    }
    // Of two that are apart the later one is reported, once.
    if (near.size() == 1 && at == 0) return;
    report(one, *near.front());
  }

  void report(const Observation& one, const Observation& other) {
    findings_.add(msg::figure_outlier{.one = figure_named(one, library_),
                                      .other = figure_named(other, library_)},
                  Spot::at(one.provenance.place),
                  Other{msg::the_neighbour{}, Spot::at(other.provenance.place)});
  }

  bool is_money_;
  const model::Library& library_;
  Findings& findings_;
};

// What a figure is a part of.
class Wholes {
 public:
  Wholes(const model::Library& library, Findings& findings)
      : library_(library), findings_(findings) {}

  // A district has no more than its city: what can be added up, and counts of what is there.
  void check_region(const Observation& one, const model::Indicator& indicator) {
    const bool adds_up =
        indicator.kind == model::MeasureKind::stock || indicator.kind == model::MeasureKind::flow;
    if (!adds_up || one.period.kind() == PeriodKind::unstated) return;
    std::string_view region = parent_of(one.region);
    // A circle of regions is reported elsewhere.
    for (std::size_t up = 0; !region.empty() && up < kMost; ++up, region = parent_of(region)) {
      if (const Observation* whole = below_all(one, one.indicator, region)) {
        report(one, *whole);
        return;
      }
    }
  }

  void check_part(const Observation& one, const std::string& whole) {
    if (one.period.kind() == PeriodKind::unstated) return;
    if (const Observation* found = below_all(one, whole, one.region)) report(one, *found);
  }

 private:
  static constexpr std::size_t kMost = 10;

  std::string_view parent_of(std::string_view id) const {
    const model::Region* region = library_.region(id);
    return region == nullptr ? std::string_view() : std::string_view(region->parent);
  }

  // The whole, where every source's figure of it is below the part.
  const Observation* below_all(const Observation& part, const std::string& indicator,
                               std::string_view region) const {
    const Observation* found = nullptr;
    for (const Observation& whole : library_.series(indicator, region)) {
      if (!(whole.period == part.period)) continue;
      const bool comparable = figure_of(whole).unit == figure_of(part).unit;
      if (!comparable || !is_larger(part, whole)) return nullptr;
      found = &whole;
    }
    return found;
  }

  void report(const Observation& part, const Observation& whole) {
    findings_.add(msg::part_above_whole{.part = figure_named(part, library_),
                                        .whole = figure_named(whole, library_)},
                  Spot::at(part.provenance.place),
                  Other{msg::the_whole{}, Spot::at(whole.provenance.place)});
  }

  const model::Library& library_;
  Findings& findings_;
};

// 占营业收入比重, 占比, and what is computed as a part of a whole.
bool is_share(const model::Indicator& indicator) {
  const auto formula = derive::parse_formula(indicator.formula);
  return (formula && formula->kind == derive::FormulaKind::share) ||
         indicator.name.find("占") != std::string::npos;
}

void check_share(const Observation& share, const model::Indicator& indicator,
                 const model::Library& library, Findings& findings) {
  constexpr std::int64_t kAll = 100;
  const Figure figure = figure_of(share);
  if (figure.unit != "%" || figure.value <= model::Decimal(kAll, 0)) return;
  findings.add(
      msg::share_above_all{.figure = figure_named(share, library), .indicator = indicator.name},
      Spot::at(share.provenance.place),
      Other{msg::the_indicator{}, Spot::at(indicator.provenance.place)});
}

void check_shares(const std::vector<model::Share>& shares, const model::Place& place,
                  Findings& findings) {
  std::int64_t millionths = 0;
  constexpr int kMillionths = 4;  // of a percent: 10^4 make one
  constexpr std::int64_t kAll = 1'000'000;
  for (const model::Share& one : shares) {
    if (!one.share || one.share->unit() != model::RateUnit::percent) continue;
    millionths += one.share->value().scaled(kMillionths).value_or(0);
  }
  if (millionths <= kAll) return;
  std::vector<std::string> parts;
  for (const model::Share& one : shares) {
    if (one.share) parts.push_back(one.share->text());
  }
  findings.add(msg::shares_above_all{.shares = Argument::list(parts)},
               Spot::text(place, parts.back()));
}

// 年递增 15%, worked out with another rate.
void check_growth(const model::Target& target, const model::Library& library, Findings& findings) {
  if (!target.growth || !target.growth->rate) return;
  const model::Indicator* indicator = library.indicator(target.indicator);
  const auto grows = [](const std::string& text) { return text.find("增") != std::string::npos; };
  if (!grows(target.label) && (indicator == nullptr || !grows(indicator->name))) return;
  const Figure rate = figure_of(*target.growth->rate);
  const auto& said_of_it = target.value.quantities();
  if (said_of_it.size() != 1) return;
  const Figure value = figure_of(said_of_it.front());
  if (rate.unit != value.unit || rate.value == value.value) return;
  const std::string said = target.growth->rate->text();
  findings.add(msg::growth_rate_misfit{.value = target.value.text(), .rate = said},
               Spot::text(target.place, said, "growth"),
               Other{msg::the_figure{}, Spot::text(target.place, target.value.text(), "value")});
}

}  // namespace

void check_observation_values(const Subject& subject, Findings& findings) {
  const model::Library& library = subject.library;
  Wholes wholes(library, findings);
  std::set<std::string_view> shares;
  for (const model::Indicator& one : library.indicators()) {
    if (is_share(one)) shares.insert(one.id);
  }
  for (const Observation& one : library.observed()) {
    findings.count_in_file(msg::observation_to_come::code, is_to_come(one, subject.as_of),
                           one.provenance.place, name_of(one, library));
    const model::Indicator* indicator = library.indicator(one.indicator);
    if (indicator == nullptr) continue;
    check_unit(one, *indicator, library, findings);
    if (one.value.absence()) continue;
    wholes.check_region(one, *indicator);
    if (shares.contains(indicator->id)) check_share(one, *indicator, library, findings);
  }
}

void check_parts(const Subject& subject, Findings& findings) {
  std::multimap<std::string, std::string> wholes_of;  // the part's indicator -> the whole's
  for (const model::Indicator& indicator : subject.library.indicators()) {
    auto formula = derive::parse_formula(indicator.formula);
    if (!formula || formula->kind != derive::FormulaKind::share) continue;
    wholes_of.emplace(std::move(formula->part), std::move(formula->whole));
  }
  Wholes wholes(subject.library, findings);
  for (const Observation& one : subject.library.observations()) {
    const auto [first, last] = wholes_of.equal_range(one.indicator);
    for (auto at = first; at != last; ++at) wholes.check_part(one, at->second);
  }
}

void check_outliers(const Subject& subject, Findings& findings) {
  derive::each_series(subject.library, [&](const model::Series& one) {
    const model::Indicator* indicator = subject.library.indicator(one.begin()->indicator);
    const bool counts = indicator != nullptr && (indicator->kind == model::MeasureKind::stock ||
                                                 indicator->kind == model::MeasureKind::flow);
    if (counts) Outliers(*indicator, subject.library, findings).check(one);
  });
}

void check_sums_of_shares(const Subject& subject, Findings& findings) {
  for (const model::Policy& policy : subject.library.policies()) {
    if (policy.funding) check_shares(policy.funding->shares, policy.provenance.place, findings);
  }
  model::each_measure(subject.library.policies(), [&](const model::MeasureRef& ref) {
    for (const model::AmountComponent& amount : ref.measure->amounts) {
      check_shares(amount.shared_by, amount.place, findings);
    }
  });
}

void check_growth_rates(const Subject& subject, Findings& findings) {
  model::each_target(subject.library.policies(), [&](const model::TargetRef& ref) {
    check_growth(*ref.target, subject.library, findings);
  });
}

}  // namespace huice::check
