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

namespace untyped {
/// REQUIRES: `record` points to the type that shape was made for.
void visit_dependencies(const Shape& shape, const void* record, const DependencyVisitor& visitor);
}  // namespace untyped

/// Visits every reference and every prose field of a record or a part of one, what is inside it
/// included. `shape` is its table: schema::shape_of<Policy>().
template <class T>
void visit_dependencies(const ShapeFor<T>& shape, const T& record,
                        const DependencyVisitor& visitor) {
  untyped::visit_dependencies(shape, &record, visitor);
}

}  // namespace huice::model
