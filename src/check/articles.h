// SPDX-License-Identifier: Apache-2.0
#pragma once

// Walks over the parts of policies.

#include "model/library.h"

namespace huice::check {

/// Calls visit(ArticleRef) for every article of every policy, in order.
template <class Visit>
void for_each_article(const model::Library& library, const Visit& visit) {
  for (const model::Policy& policy : library.policies()) {
    for (const model::Section& section : policy.sections) {
      for (const model::Article& article : section.articles) {
        visit(model::ArticleRef{&policy, &section, &article});
      }
    }
  }
}

/// Calls visit(MeasureRef) for every measure.
template <class Visit>
void for_each_measure(const model::Library& library, const Visit& visit) {
  for_each_article(library, [&](const model::ArticleRef& in) {
    for (const model::Measure& measure : in.article->measures) {
      visit(model::MeasureRef{in, &measure});
    }
  });
}

}  // namespace huice::check
