// SPDX-License-Identifier: Apache-2.0
#pragma once

// A plan as the browser reads it (site/assets/finder/measures.js).

#include "match/plan.h"

#include <string>

namespace huice::match {

/// JSON in one line: {as_of, region_field, recognition_fields, measures: [{id, title, homes,
/// asks_region, limited, counts_since, standing, provisional, requirements: [{label, rule}],
/// amounts: […]}]}. Sums are whole numbers of 分 as text, rates are percent as text, so that
/// nothing is rounded on the way.
std::string plan_json(const Plan& plan);

}  // namespace huice::match
