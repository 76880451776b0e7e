// SPDX-License-Identifier: Apache-2.0
//
// Figures without a source, and figures that do not fit each other.
#include "base/messages/check.h"
#include "check/naming.h"
#include "check/rules.h"
#include "derive/backcheck.h"
#include "derive/series.h"

#include <algorithm>
#include <map>

namespace huice::check {
namespace {

using model::Observation;

class BackChecks {
 public:
  BackChecks(const Subject& subject, Findings& findings)
      : library_(subject.library), findings_(findings) {}

  void check(const Observation& one, const derive::Formula& formula) {
    const Observation* part = partner(one, formula.part);
    const bool is_share = formula.kind == derive::FormulaKind::share;
    const bool compared = part != nullptr && (is_share ? check_share(one, *part, formula.whole)
                                                       : check_growth(one, *part));
    findings_.count_in_file(msg::backcheck_uncompared::code, !compared, one.provenance.place,
                            name_of(one, library_));
  }

 private:
  // The part a share or growth is stated of: same region and period, of the same variant where one
  // source gives both.
  const Observation* partner(const Observation& one, const std::string& indicator) const {
    const Observation* found = nullptr;
    for (const Observation& other : library_.series(indicator, one.region)) {
      if (!(other.period == one.period)) continue;
      if (found == nullptr || other.variant == one.variant) found = &other;
    }
    return found;
  }

  // Whether anything is on record to compare with; the same below.
  bool check_share(const Observation& share, const Observation& part, const std::string& whole) {
    const auto implied = derive::implied_whole(part, share);
    if (!implied || !has_whole(whole, share)) return false;
    const Observation* misfit = share.period.kind() == model::PeriodKind::unstated
                                    ? outside_of_all(*implied, whole, share.region)
                                    : outside_of_period(*implied, whole, share);
    if (misfit == nullptr) return true;
    findings_.add(msg::share_misfit{.part = figure_named(part, library_),
                                    .share = share.quantity().text(),
                                    .implied = implied->text(),
                                    .whole = library_.indicator(whole)->name,
                                    .known = figure_named(*misfit, library_)},
                  Spot::at(share.provenance.place),
                  Other{msg::the_whole{}, Spot::at(misfit->provenance.place)});
    return true;
  }

  bool has_whole(const std::string& whole, const Observation& share) const {
    const model::Series known = library_.series(whole, share.region);
    return std::any_of(known.begin(), known.end(), [&share](const Observation& one) {
      return share.period.kind() == model::PeriodKind::unstated || one.period == share.period;
    });
  }

  // Of several sources of the whole one may fit.
  const Observation* outside_of_period(const derive::Range& implied, const std::string& whole,
                                       const Observation& share) const {
    const Observation* misfit = nullptr;
    for (const Observation& one : library_.series(whole, share.region)) {
      if (!(one.period == share.period)) continue;
      const auto fits = derive::lies_in(one, implied);
      if (!fits || *fits) return nullptr;
      misfit = &one;
    }
    return misfit;
  }

  // A share without a period may be of any year: it is wrong only where it lies outside of all.
  const Observation* outside_of_all(const derive::Range& implied, const std::string& whole,
                                    const std::string& region) const {
    bool below = false;
    bool above = false;
    const Observation* misfit = nullptr;
    for (const Observation& one : library_.series(whole, region)) {
      const auto fits = derive::lies_in(one, implied);
      if (!fits || *fits) return nullptr;
      derive::Range up_to = implied;
      up_to.low = model::Decimal(0, 0);
      const bool is_below = derive::lies_in(one, up_to).value_or(true);
      below = below || is_below;
      above = above || !is_below;
      misfit = &one;
    }
    return below && above ? nullptr : misfit;
  }

  bool check_growth(const Observation& growth, const Observation& now) {
    const auto implied = derive::implied_before(now, growth);
    if (!implied) return false;
    if (implied->empty()) {
      findings_.add(
          msg::growth_impossible{.growth = growth.quantity().text(), .now = now.quantity().text()},
          Spot::at(growth.provenance.place),
          Other{msg::the_figure{}, Spot::at(now.provenance.place)});
      return true;
    }
    for (const Observation& before : library_.series(now.indicator, now.region)) {
      if (!derive::is_year_before(before.period, now.period)) continue;
      const auto fits = derive::lies_in(before, *implied);
      if (!fits || *fits) return fits.has_value();
      findings_.add(msg::growth_misfit{.growth = growth.quantity().text(),
                                       .now = figure_named(now, library_),
                                       .implied = implied->text(),
                                       .known = figure_named(before, library_)},
                    Spot::at(growth.provenance.place),
                    Other{msg::the_year_before{}, Spot::at(before.provenance.place)});
      return true;
    }
    return false;
  }

  const model::Library& library_;
  Findings& findings_;
};

// Interest rates and prices move little from one day to the next; growth may do anything.
void check_jumps(const model::Series& series, const model::Indicator& indicator,
                 const model::Library& library, Findings& findings) {
  constexpr double kFactor = 5;
  const auto growth = derive::parse_formula(indicator.formula);
  const bool grows = indicator.name.find("增") != std::string::npos ||
                     (growth && growth->kind != derive::FormulaKind::share);
  const bool moves_little =
      indicator.kind == model::MeasureKind::price || indicator.kind == model::MeasureKind::rate;
  if (!moves_little || grows) return;
  const Observation* before = nullptr;
  for (const Observation& one : series) {
    if (one.period.kind() == model::PeriodKind::unstated) continue;
    const double now = one.value.approximate();
    if (before == nullptr || one.unit != before->unit || one.variant != before->variant) {
      before = &one;
      continue;
    }
    const double then = before->value.approximate();
    if (now > 0 && then > 0 && std::max(now, then) >= kFactor * std::min(now, then)) {
      findings.add(msg::rate_jump{.one = figure_named(one, library),
                                  .other = figure_named(*before, library)},
                   Spot::at(one.provenance.place),
                   Other{msg::the_neighbour{}, Spot::at(before->provenance.place)});
      continue;  // the next one is compared with what stood before the jump
    }
    before = &one;
  }
}

}  // namespace

void check_observations(const Subject& subject, Findings& findings) {
  for (const Observation& one : subject.library.observations()) {
    findings.count_in_file(msg::observation_unsourced::code, !one.provenance.source,
                           one.provenance.place, name_of(one, subject.library));
  }
  derive::each_series(subject.library, [&](const model::Series& one) {
    const model::Indicator* indicator = subject.library.indicator(one.begin()->indicator);
    if (indicator != nullptr) check_jumps(one, *indicator, subject.library, findings);
  });
}

void check_backchecks(const Subject& subject, Findings& findings) {
  const model::Library& library = subject.library;
  std::map<std::string_view, derive::Formula> formulas;
  for (const model::Indicator& indicator : library.indicators()) {
    auto formula = derive::parse_formula(indicator.formula);
    if (!formula || library.indicator(formula->part) == nullptr) continue;
    const bool share = formula->kind == derive::FormulaKind::share;
    if (share && library.indicator(formula->whole) == nullptr) continue;
    formulas.emplace(indicator.id, std::move(*formula));
  }
  BackChecks checks(subject, findings);
  for (const Observation& one : library.observations()) {
    const auto formula = formulas.find(one.indicator);
    if (formula != formulas.end()) checks.check(one, formula->second);
  }
}

}  // namespace huice::check
