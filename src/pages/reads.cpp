// SPDX-License-Identifier: Apache-2.0
#include "pages/reads.h"

#include "derive/indexes.h"
#include "model/schema/parts.h"
#include "model/walk.h"
#include "prose/prose.h"

#include <algorithm>

namespace huice::pages {

using namespace view;

model::DependencyVisitor Reads::visitor() {
  model::DependencyVisitor visitor;
  visitor.reference = [this](model::RefKind kind, std::string_view id) {
    // A document that is no record of ours is only a title.
    const bool ours = kind != model::RefKind::document || scope_.library.policy(id) != nullptr ||
                      scope_.library.proposal(id) != nullptr;
    if (ours) add(id);
  };
  visitor.prose = [this](const model::Prose& prose) { add_prose(prose); };
  return visitor;
}

void Reads::add_prose(const model::Prose& prose) {
  Diagnostics ignored;  // rendering reports the same problems
  const auto locate = [](std::size_t, std::size_t) { return Location{}; };
  for (const prose::Citation& citation :
       prose::citations(prose.markdown, scope_.library, locate, ignored)) {
    add(citation.id);
    const model::ArticleRef in = scope_.library.article(citation.id);
    if (in.article != nullptr) add(in.policy->id);
  }
}

void Reads::add_policy(const model::Policy& policy) {
  add_record(policy);
  model::each_article(policy, [this](const model::ArticleRef& in) {
    add_article(in);
    for (const auto& measure : in.article->measures) add(model::fact_id(in, measure.id));
    for (const auto& target : in.article->targets) add(model::fact_id(in, target.id));
    for (const auto& promise : in.article->undertakings) add(model::fact_id(in, promise.id));
  });
}

void Reads::add_article(const model::ArticleRef& in) {
  add(in.policy->id);
  add(model::fact_id(*in.policy, *in.article));
}

void Reads::add_measure(const model::MeasureRef& measure) {
  add_article(measure.in);
  add(model::fact_id(measure.in, measure.measure->id));
  follow(model::schema::shape_of<model::Measure>(), *measure.measure);
  const auto& funding = measure.in.policy->funding;
  if (!funding) return;
  for (const model::Share& share : funding->shares) add(share.by);
}

void Reads::add_measures(const std::vector<model::MeasureRef>& measures) {
  for (const model::MeasureRef& measure : measures) add_measure(measure);
}

void Reads::add_observation(const model::Observation& observation) {
  add(observation.fact_id());
  follow(model::schema::shape_of<model::Observation>(), observation);
}

void Reads::add_dashboard(const model::Dashboard& dashboard) {
  const model::Library& library = scope_.library;
  add_record(dashboard);
  for (const model::KpiGroup& group : dashboard.groups) {
    for (const model::Kpi& kpi : group.kpis) {
      const model::Observation* fact = library.observation(kpi.fact);
      if (fact != nullptr) add_observation(*fact);
    }
  }
  for (const std::string& id : dashboard.policies) {
    const model::Policy* policy = library.policy(id);
    if (policy != nullptr) add_targets(*policy);
  }
  const auto regions = derive::regions_of(dashboard);
  for (const model::Observation& one : library.observations()) {
    const bool listed = std::find(regions.begin(), regions.end(), one.region) != regions.end();
    if (listed) add_observation(one);
  }
}

void Reads::add_targets(const model::Policy& policy) {
  add(policy.id);
  model::each_target(policy, [this](const model::TargetRef& ref) {
    follow(model::schema::shape_of<model::Target>(), *ref.target);
    add_article(ref.in);
    add(model::fact_id(ref.in, ref.target->id));
    const auto* found = derive::reported(ref, scope_.library, scope_.as_of);
    if (found != nullptr) add_observation(*found);
  });
}

void Reads::add_duties(const model::Organization& organization) {
  for (const derive::Duty& duty : scope_.indexes.duties(organization.id)) {
    add_article(duty.in);
  }
}

}  // namespace huice::pages
