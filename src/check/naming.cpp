// SPDX-License-Identifier: Apache-2.0
#include "check/naming.h"

#include "base/title_marks.h"
#include "model/provision.h"

namespace huice::check {

std::string name_of(const model::Policy& policy) {
  return policy.number ? policy.number->text() : in_title_marks(policy.title);
}

std::string name_of(const model::ArticleRef& article) {
  std::string label = model::bare_label(article.article->label);
  // （三） is in every chapter, so the chapter belongs to the name.
  if (article.policy->numbering == model::Numbering::restart) {
    label = model::bare_label(article.section->label) + label;
  }
  const bool set_off = !label.starts_with("（") && !label.starts_with("第");
  return name_of(*article.policy) + (set_off ? " " : "") + label;
}

std::string name_of(const model::Reply& reply) {
  return reply.number ? reply.number->text() : reply.title;
}

std::string name_of(const model::Measure& measure) {
  return "“" + measure.title + "”";
}

std::string name_of(const model::Observation& figure) {
  return figure.fact_id() + " = " + figure.quantity().text();
}

}  // namespace huice::check
