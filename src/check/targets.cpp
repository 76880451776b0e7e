// SPDX-License-Identifier: Apache-2.0
#include "check/articles.h"
#include "check/figures.h"
#include "check/rules.h"
#include "derive/series.h"

namespace huice::check {
namespace {

std::string unit_class(const std::string& unit) {
  return figure_of(model::Decimal(), unit).unit;
}

// Whether it is reached, nobody can tell without a figure of the same region.
void count_observed(const model::ArticleRef& in, const model::Target& target,
                    const Subject& subject, Findings& findings) {
  const std::string& region = target.region.empty() ? in.policy->region : target.region;
  const derive::Series known = derive::series(subject.library, target.indicator, region);
  findings.count_in_file(Code::target_unobserved, known.begin() == known.end(), target.place,
                         fact_id(in, target.id));
}

void check_target(const model::ArticleRef& in, const model::Target& target, const Subject& subject,
                  Findings& findings) {
  const model::Indicator* indicator = subject.library.indicator(target.indicator);
  if (indicator == nullptr) {
    findings.add(Code::target_unmeasured, Spot::at(target.place), {target.label});
    return;
  }
  count_observed(in, target, subject, findings);
  if (unit_class(target.value.unit()) == unit_class(indicator->unit)) return;
  findings.add(Code::target_other_unit, Spot::text(target.place, target.value.text()),
               {target.value.unit(), indicator->name, indicator->unit},
               Other{"the indicator:", Spot::at(indicator->provenance.place)});
}

}  // namespace

void check_targets(const Subject& subject, Findings& findings) {
  for_each_article(subject.library, [&](const model::ArticleRef& in) {
    for (const model::Target& target : in.article->targets) {
      check_target(in, target, subject, findings);
    }
  });
}

}  // namespace huice::check
