// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the finder's page is made of: the measures as its table prints them, and the data that its
// scripts (site/assets/finder) match an enterprise with.

#include "base/json/value.h"
#include "match/plan.h"
#include "view/reader.h"
#include "view/words.h"

namespace huice::view {

/// Each measure of the plan, in its order: [{id, title, href, article, region, beneficiaries,
/// amount, conditions: [text]}]. `href` is from the tree's root.
json::Value finder_measures(const match::Plan& plan, const Reader& reader, const Words& words);

/// {plan: match::plan_value(), fields: [{id, label, question, type, unit, choices, tiers}],
/// measures: finder_measures()}.
json::Value finder_data(const match::Plan& plan, const Reader& reader, const Words& words);

}  // namespace huice::view
