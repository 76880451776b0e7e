// SPDX-License-Identifier: Apache-2.0
#include "model/refs.h"

namespace huice::model {

std::string fact_id(const Policy& policy, const Article& article) {
  return policy.id + "/" + article.id;
}

std::string fact_id(const ArticleRef& in, std::string_view name) {
  return fact_id(*in.policy, *in.article) + "/" + std::string(name);
}

const std::vector<std::string>& topics_of(const ArticleRef& in) {
  return in.article->topics.empty() ? in.policy->topics : in.article->topics;
}

const std::vector<std::string>& topics_of(const MeasureRef& ref) {
  return ref.measure->topics.empty() ? topics_of(ref.in) : ref.measure->topics;
}

const std::vector<std::string>& units_of(const ArticleRef& in) {
  return in.article->units.empty() ? in.policy->units : in.article->units;
}

const Territory* territory_of(const MeasureRef& ref) {
  for (const auto* one :
       {&ref.measure->territory, &ref.in.article->territory, &ref.in.policy->territory}) {
    if (*one) return &**one;
  }
  return nullptr;
}

}  // namespace huice::model
