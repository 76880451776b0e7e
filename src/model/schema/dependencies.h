// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a record points to, by its table.

#include "model/schema/shape.h"

#include <functional>
#include <string_view>

namespace huice::model {

struct DependencyVisitor {
  std::function<void(RefKind kind, std::string_view id)> reference;
  std::function<void(const Prose& prose)> prose;  ///< may cite further records
};

/// Visits every reference and every prose field of a record, parts included.
/// REQUIRES: shape is the record's table.
void visit_dependencies(const Shape& shape, const void* record, const DependencyVisitor& visitor);

}  // namespace huice::model
