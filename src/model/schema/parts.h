// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fields and shapes that several records share.

#include "model/catalog.h"
#include "model/policy.h"
#include "model/proposal.h"
#include "model/publication.h"
#include "model/schema/shape.h"

namespace huice::model::schema {

const ShapeFor<std::optional<Source>>& source();
const ShapeFor<std::optional<Reviewed>>& reviewed();
const ShapeFor<std::vector<Share>>& shares();
const ShapeFor<std::vector<AmountComponent>>& amounts();
const ShapeFor<std::vector<Undertaking>>& undertakings();
const ShapeFor<std::vector<Target>>& targets();
const ShapeFor<std::vector<Measure>>& measures();
const ShapeFor<std::optional<Years>>& years();
const ShapeFor<std::optional<Territory>>& territory();

// A part that one record alone has is beside that record's table.
template <>
const ShapeFor<FormerName>& shape_of<FormerName>();
template <>
const ShapeFor<LadderStep>& shape_of<LadderStep>();
template <>
const ShapeFor<Section>& shape_of<Section>();
template <>
const ShapeFor<Article>& shape_of<Article>();
template <>
const ShapeFor<Measure>& shape_of<Measure>();
template <>
const ShapeFor<Target>& shape_of<Target>();
template <>
const ShapeFor<Undertaking>& shape_of<Undertaking>();
template <>
const ShapeFor<Reply>& shape_of<Reply>();
template <>
const ShapeFor<Chapter>& shape_of<Chapter>();
template <>
const ShapeFor<KpiGroup>& shape_of<KpiGroup>();

}  // namespace huice::model::schema
