// SPDX-License-Identifier: Apache-2.0
#include "model/schema/dependencies.h"

namespace huice::model {
namespace {

void visit(const Shape& shape, void* target, const DependencyVisitor& visitor) {
  void* value = shape.value_in(target);
  if (value == nullptr) return;
  if (const auto* list = shape.list()) {
    for (std::size_t i = 0; i < list->size(value); ++i) {
      visit(*list->element, list->at(value, i), visitor);
    }
  } else if (const auto* object = shape.object()) {
    for (const Field& field : object->fields) visit(*field.shape, field.member(value), visitor);
  } else if (const auto* scalar = shape.scalar()) {
    if (scalar->peek_prose != nullptr && !scalar->peek_prose(value)->empty()) {
      visitor.prose(*scalar->peek_prose(value));
    }
    if (scalar->refers_to != RefKind::none && !scalar->peek(value)->empty()) {
      visitor.reference(scalar->refers_to, *scalar->peek(value));
    }
  }
}

}  // namespace

void untyped::visit_dependencies(const Shape& shape, const void* record,
                                 const DependencyVisitor& visitor) {
  // The tables reach members through void*, for loading writes through them; visiting only reads.
  visit(shape, const_cast<void*>(record), visitor);
}

}  // namespace huice::model
