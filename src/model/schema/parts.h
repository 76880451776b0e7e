// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fields and shapes that several records share.

#include "model/policy.h"
#include "model/schema/shape.h"

namespace huice::model::schema {

const ShapeFor<std::optional<Source>>& source();
const ShapeFor<std::optional<Reviewed>>& reviewed();
const ShapeFor<std::vector<Share>>& shares();
const ShapeFor<std::vector<AmountComponent>>& amounts();
const ShapeFor<std::vector<Undertaking>>& undertakings();
const ShapeFor<std::vector<Target>>& targets();
const ShapeFor<Measure>& measure();
const ShapeFor<Target>& target();
const ShapeFor<std::vector<Measure>>& measures();
const ShapeFor<std::optional<Years>>& years();

}  // namespace huice::model::schema
