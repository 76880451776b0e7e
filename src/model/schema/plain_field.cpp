// SPDX-License-Identifier: Apache-2.0
#include "model/schema/plain_field.h"

#include "model/schema/scalars.h"

#include <algorithm>

namespace huice::model {
namespace {

using Texts = std::vector<std::string>;

PlainValue value_of(const ScalarForm& scalar, const void* value) {
  if (scalar.peek != nullptr) {
    const std::string& text = *scalar.peek(value);
    return text.empty() ? PlainValue() : PlainValue(std::string_view(text));
  }
  std::string printed = (scalar.official != nullptr ? scalar.official : scalar.print)(value);
  const auto word = std::find(scalar.choices.begin(), scalar.choices.end(), printed);
  return word != scalar.choices.end() ? PlainValue(*word) : PlainValue(std::move(printed));
}

}  // namespace

bool is_plain(const Field& field) {
  if (field.visibility == Visibility::internal) return false;
  if (field.shape == &schema::texts()) return true;
  const auto* scalar = field.shape->scalar();
  if (scalar == nullptr || scalar->refers_to != RefKind::none) return false;
  const bool written =
      scalar->kind == ScalarForm::Kind::text || scalar->kind == ScalarForm::Kind::number;
  return written && scalar->peek_prose == nullptr;
}

std::optional<PlainValue> untyped::plain_field(const Shape& shape, const void* record,
                                               std::string_view key) {
  const Field* field = find_field(*shape.object(), key);
  if (field == nullptr || !is_plain(*field)) return std::nullopt;
  // The tables reach members through void*, for loading writes through them; this only reads.
  void* value = field->shape->value_in(field->member(const_cast<void*>(record)));
  if (value == nullptr) return PlainValue();
  if (field->shape->list() != nullptr) return static_cast<const Texts*>(value);
  return value_of(*field->shape->scalar(), value);
}

}  // namespace huice::model
