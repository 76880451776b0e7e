// SPDX-License-Identifier: Apache-2.0
#include "check/naming.h"

namespace huice::check {

std::string name_of(const model::Policy& policy) {
  return policy.number ? policy.number->text() : "《" + policy.title + "》";
}

std::string name_of(const model::ArticleRef& article) {
  return name_of(*article.policy) + " " + article.article->id;
}

std::string name_of(const model::Reply& reply) {
  return reply.number ? reply.number->text() : reply.title;
}

std::string name_of(const model::Observation& figure) {
  return figure.fact_id() + " = " + figure.quantity().text();
}

}  // namespace huice::check
