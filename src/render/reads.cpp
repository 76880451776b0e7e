// SPDX-License-Identifier: Apache-2.0
#include "render/reads.h"

#include "model/schema/dependencies.h"
#include "prose/prose.h"

namespace huice::render {

void Reads::add_record(const model::Shape& shape, const void* record) {
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
  model::visit_dependencies(shape, record, visitor);
}

void Reads::add_measure(const model::MeasureRef& measure) {
  add(model::fact_id(measure.in, measure.measure->id));
  add(measure.in.policy->id);
}

}  // namespace huice::render
