// SPDX-License-Identifier: Apache-2.0
//
// Figures that a newer one of the same indicator has overtaken.
#include "base/messages/check.h"
#include "check/naming.h"
#include "check/prose_fields.h"
#include "check/rules.h"
#include "derive/series.h"

#include <algorithm>
#include <set>

namespace huice::check {
namespace {

class FiguresShown {
 public:
  FiguresShown(const Subject& subject, Findings& findings)
      : subject_(subject), findings_(findings) {}

  void prose(const ProseField& field) {
    if (field.is_official || (field.proposal != nullptr && !field.is_reply)) return;
    const std::vector<prose::Citation> citations = citations_of(field, subject_.library);
    std::set<std::string_view> beside;
    for (const prose::Citation& one : citations) {
      for (const std::string_view id : one.ids()) beside.insert(id);
    }
    for (const prose::Citation& one : citations) {
      if (one.kind != prose::CitedKind::fact) continue;
      for (const std::string_view id : one.ids()) {
        shown(id, field.spoken_on(subject_.as_of), beside,
              Spot::prose(*field.prose, one.offset, one.length));
      }
    }
  }

  void cards(const model::Dashboard& dashboard, const model::KpiGroup& group) {
    std::set<std::string_view> beside;
    for (const model::Kpi& kpi : group.kpis) beside.insert(kpi.fact);
    // A dashboard about a past period shows what was known then.
    const auto& period = dashboard.period;
    const bool past =
        period && period->kind() != model::PeriodKind::unstated && period->last() < subject_.as_of;
    const model::Date on = past ? period->last() : subject_.as_of;
    for (const model::Kpi& kpi : group.kpis) {
      shown(kpi.fact, on, beside, Spot::text(group.place, kpi.fact));
    }
  }

 private:
  bool is_shown(const std::set<std::string_view>& beside, const model::Observation& newest) const {
    return std::any_of(beside.begin(), beside.end(), [&](std::string_view id) {
      const model::Observation* one = subject_.library.observation(id);
      return one != nullptr && one->indicator == newest.indicator && one->region == newest.region &&
             one->period == newest.period;
    });
  }

  // Beside the newest one, an older figure says how it was before.
  void shown(std::string_view id, const model::Date& on, const std::set<std::string_view>& beside,
             const Spot& where) {
    const model::Observation* figure = subject_.library.observation(id);
    if (figure == nullptr) return;
    const model::Observation* newest = derive::newer(*figure, subject_.library, on);
    if (newest == nullptr || is_shown(beside, *newest)) return;
    findings_.add(msg::figure_outdated{.shown = figure_named(*figure, subject_.library),
                                       .newest = figure_named(*newest, subject_.library)},
                  where, Other{msg::the_newer_figure{}, Spot::at(newest->provenance.place)});
  }

  const Subject& subject_;
  Findings& findings_;
};

}  // namespace

void check_figures_shown(const Subject& subject, Findings& findings) {
  FiguresShown figures(subject, findings);
  model::each_prose(subject.library.records(),
                    [&figures](const ProseField& field) { figures.prose(field); });
  for (const model::Dashboard& dashboard : subject.library.dashboards()) {
    for (const model::KpiGroup& group : dashboard.groups) figures.cards(dashboard, group);
  }
}

}  // namespace huice::check
