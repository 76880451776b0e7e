// SPDX-License-Identifier: Apache-2.0
#include "model/schema/dependencies.h"

namespace huice::model {
namespace {

void visit(const Shape& shape, void* target, const DependencyVisitor& visitor) {
  void* value = shape.nullable ? shape.held(target) : target;
  if (value == nullptr) return;
  switch (shape.kind) {
    case Shape::Kind::list:
      for (std::size_t i = 0; i < shape.size(value); ++i) {
        visit(*shape.element, shape.at(value, i), visitor);
      }
      return;
    case Shape::Kind::object:
      for (const Field& field : shape.fields) visit(*field.shape, field.member(value), visitor);
      return;
    case Shape::Kind::text:
      if (shape.peek_prose != nullptr && !shape.peek_prose(value)->empty()) {
        visitor.prose(*shape.peek_prose(value));
      }
      if (shape.refers_to != RefKind::none && shape.peek != nullptr &&
          !shape.peek(value)->empty()) {
        visitor.reference(shape.refers_to, *shape.peek(value));
      }
      return;
    case Shape::Kind::number:
    case Shape::Kind::boolean:
    case Shape::Kind::json:
      return;
  }
}

}  // namespace

void untyped::visit_dependencies(const Shape& shape, const void* record,
                                 const DependencyVisitor& visitor) {
  // The tables reach members through void*, for loading writes through them; visiting only reads.
  visit(shape, const_cast<void*>(record), visitor);
}

}  // namespace huice::model
