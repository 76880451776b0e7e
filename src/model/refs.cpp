// SPDX-License-Identifier: Apache-2.0
#include "model/refs.h"

namespace huice::model {

std::string fact_id(const Policy& policy, const Article& article) {
  return policy.id + "/" + article.id;
}

std::string fact_id(const ArticleRef& in, std::string_view name) {
  return fact_id(*in.policy, *in.article) + "/" + std::string(name);
}

}  // namespace huice::model
