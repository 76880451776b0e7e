// SPDX-License-Identifier: Apache-2.0
//
// Figures that a newer one of the same indicator has overtaken.
#include "check/naming.h"
#include "check/prose_fields.h"
#include "check/rules.h"
#include "derive/series.h"

namespace huice::check {
namespace {

class FiguresShown {
 public:
  FiguresShown(const Subject& subject, Findings& findings)
      : subject_(subject), findings_(findings) {}

  void prose(const ProseField& field) {
    if (field.is_official || (field.proposal != nullptr && !field.is_reply)) return;
    for (const prose::Citation& one : citations_of(field, subject_.library)) {
      if (one.kind != prose::CitedKind::fact) continue;
      shown(one.id, field.spoken_on(subject_.as_of),
            Spot::prose(*field.prose, one.offset, one.length));
    }
  }

  void card(const model::Kpi& kpi, const model::Dashboard& dashboard,
            const model::KpiGroup& group) {
    // A dashboard about a past period shows what was known then.
    const auto& period = dashboard.period;
    const bool past =
        period && period->kind() != model::PeriodKind::unstated && period->last() < subject_.as_of;
    shown(kpi.fact, past ? period->last() : subject_.as_of, Spot::text(group.place, kpi.fact));
  }

 private:
  void shown(std::string_view id, const model::Date& on, const Spot& where) {
    const model::Observation* figure = subject_.library.observation(id);
    if (figure == nullptr) return;
    const model::Observation* newest = derive::newer(*figure, subject_.library, on);
    if (newest == nullptr) return;
    findings_.add(Code::figure_outdated, where, {name_of(*figure), name_of(*newest)},
                  Other{"the newer figure:", Spot::at(newest->provenance.place)});
  }

  const Subject& subject_;
  Findings& findings_;
};

}  // namespace

void check_figures_shown(const Subject& subject, Findings& findings) {
  FiguresShown figures(subject, findings);
  visit_prose(subject.library, [&figures](const ProseField& field) { figures.prose(field); });
  for (const model::Dashboard& dashboard : subject.library.dashboards) {
    for (const model::KpiGroup& group : dashboard.groups) {
      for (const model::Kpi& kpi : group.kpis) figures.card(kpi, dashboard, group);
    }
  }
}

}  // namespace huice::check
