// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/annex.h"
#include "model/schema/shape.h"

#include <vector>

namespace huice::model::schema {

/// 附件, of a policy or a reply.
const ShapeFor<std::vector<Annex>>& annexes();

}  // namespace huice::model::schema
