// SPDX-License-Identifier: Apache-2.0
#pragma once

// A plan as the browser reads it (site/assets/finder/measures.js).

#include "base/json/value.h"
#include "match/plan.h"

#include <string>

namespace huice::match {

/// {as_of, region_field, recognition_fields, measures: [{id, title, homes,
/// asks_region, limited, counts_since, standing, provisional, requirements: [{label, rule}],
/// amounts: […]}]}. Sums are whole numbers of 分 as text, rates are percent as text, so that
/// nothing is rounded on the way.
json::Value plan_value(const Plan& plan);

/// The same in one line.
std::string plan_json(const Plan& plan);

}  // namespace huice::match
