// SPDX-License-Identifier: Apache-2.0
#include "render/reads.h"

#include "derive/indexes.h"
#include "model/schema/dependencies.h"
#include "model/schema/parts.h"
#include "prose/prose.h"

namespace huice::render {

void Reads::follow(const model::Shape& shape, const void* object) {
  model::DependencyVisitor visitor;
  visitor.reference = [this](model::RefKind kind, std::string_view id) {
    // A document that is no record of ours is only a title.
    const bool ours = kind != model::RefKind::document || scope_.library.policy(id) != nullptr ||
                      scope_.library.proposal(id) != nullptr;
    if (ours) add(id);
  };
  visitor.prose = [this](const model::Prose& prose) {
    Diagnostics ignored;  // rendering reports the same problems
    const auto locate = [](std::size_t, std::size_t) { return Location{}; };
    for (const prose::Citation& citation :
         prose::citations(prose.markdown, scope_.library, locate, ignored)) {
      add(citation.id);
    }
  };
  model::visit_dependencies(shape, object, visitor);
}

void Reads::add_measure(const model::MeasureRef& measure) {
  add(model::fact_id(measure.in, measure.measure->id));
  add(measure.in.policy->id);
  follow(*model::schema::measures().element, measure.measure);
}

void Reads::add_measures(const std::vector<model::MeasureRef>& measures) {
  for (const model::MeasureRef& measure : measures) add_measure(measure);
}

void Reads::add_observation(const model::Observation& observation) {
  add(observation.fact_id());
  follow(model::schema::observation(), &observation);
}

void Reads::add_targets(const model::Policy& policy) {
  add(policy.id);
  for (const model::Section& section : policy.sections) {
    for (const model::Article& article : section.articles) {
      for (const model::Target& target : article.targets) {
        follow(*model::schema::targets().element, &target);
        const model::TargetRef in{{&policy, &section, &article}, &target};
        const auto* found = derive::reported(in, scope_.library, scope_.as_of);
        if (found != nullptr) add_observation(*found);
      }
    }
  }
}

void Reads::add_duties(const model::Organization& organization) {
  for (const derive::Duty& duty : scope_.indexes.duties(organization.id)) {
    add(duty.in.policy->id);
  }
}

}  // namespace huice::render
