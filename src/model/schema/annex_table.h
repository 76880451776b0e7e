// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/annex.h"
#include "model/schema/shape.h"

#include <string>
#include <vector>

namespace huice::model::schema {

/// The path of an annex's file below data/annexes/.
const ShapeFor<std::string>& annex_file();

/// 附件, of a policy or a reply.
const ShapeFor<std::vector<Annex>>& annexes();

}  // namespace huice::model::schema
