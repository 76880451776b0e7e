// SPDX-License-Identifier: Apache-2.0
#pragma once

// A part of a policy with the way to it, and the id that pages and other records name it with.

#include "model/policy.h"

#include <string>
#include <string_view>
#include <vector>

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

/// What a part is about and who is responsible for it, by its own word or that of the whole it is
/// in: a measure's topics else its article's else its policy's; an article's units else the
/// policy's.
const std::vector<std::string>& topics_of(const ArticleRef& in);
const std::vector<std::string>& topics_of(const MeasureRef& ref);
const std::vector<std::string>& units_of(const ArticleRef& in);
/// 适用范围, likewise; nullptr: the whole region of the policy.
const Territory* territory_of(const MeasureRef& ref);

}  // namespace huice::model
