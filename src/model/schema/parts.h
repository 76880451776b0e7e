// SPDX-License-Identifier: Apache-2.0
#pragma once

// Fields and shapes that several records share.

#include "model/schema/shape.h"

namespace huice::model::schema {

const Shape& source();        ///< std::optional<Source>
const Shape& reviewed();      ///< std::optional<Reviewed>
const Shape& shares();        ///< std::vector<Share>
const Shape& amounts();       ///< std::vector<AmountComponent>
const Shape& undertakings();  ///< std::vector<Undertaking>
const Shape& targets();       ///< std::vector<Target>
const Shape& measures();      ///< std::vector<Measure>
const Shape& years();         ///< std::optional<Years>

}  // namespace huice::model::schema
