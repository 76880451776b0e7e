// SPDX-License-Identifier: Apache-2.0
#include "check/articles.h"
#include "check/figures.h"
#include "check/rules.h"

namespace huice::check {
namespace {

std::string unit_class(const std::string& unit) {
  return figure_of(model::Decimal(), unit).unit;
}

void check_target(const model::Target& target, const Subject& subject, Findings& findings) {
  const model::Indicator* indicator = subject.library.indicator(target.indicator);
  if (indicator == nullptr) {
    findings.add(Code::target_unmeasured, Spot::at(target.place), {target.label});
    return;
  }
  if (unit_class(target.value.unit()) == unit_class(indicator->unit)) return;
  findings.add(Code::target_other_unit, Spot::text(target.place, target.value.text()),
               {target.value.unit(), indicator->name, indicator->unit},
               Other{"the indicator:", Spot::at(indicator->provenance.place)});
}

}  // namespace

void check_targets(const Subject& subject, Findings& findings) {
  for_each_article(subject.library, [&](const model::ArticleRef& in) {
    for (const model::Target& target : in.article->targets) {
      check_target(target, subject, findings);
    }
  });
}

}  // namespace huice::check
