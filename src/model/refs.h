// SPDX-License-Identifier: Apache-2.0
#pragma once

// A part of a policy with the way to it, and the id that pages and other records name it with.

#include "model/policy.h"

#include <string>
#include <string_view>

namespace huice::model {

// Pointers into records. All are null where a look-up found nothing.

struct ArticleRef {
  const Policy* policy = nullptr;
  const Section* section = nullptr;
  const Article* article = nullptr;
};

struct MeasureRef {
  ArticleRef in;
  const Measure* measure = nullptr;
};

struct TargetRef {
  ArticleRef in;
  const Target* target = nullptr;
};

/// policy/article and policy/article/name: how articles, measures and targets are cited.
std::string fact_id(const Policy& policy, const Article& article);
std::string fact_id(const ArticleRef& in, std::string_view name);

}  // namespace huice::model
