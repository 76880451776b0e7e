// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a reader may see of a record's plain fields, by its table: texts, words of closed lists,
// figures, dates and lists of texts. References, prose, rules and parts are not plain: what they
// show is more than the field.

#include "model/schema/shape.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace huice::model {

/// monostate: not known, or an empty text. Views and pointers last as long as the record.
using PlainValue =
    std::variant<std::monostate, std::string_view, std::string, const std::vector<std::string>*>;

/// Whether readers see the field as its record has it. Never true of an internal field.
bool is_plain(const Field& field);

namespace untyped {
/// REQUIRES: shape is an object's, and record points to its type.
std::optional<PlainValue> plain_field(const Shape& shape, const void* record, std::string_view key);
}  // namespace untyped

/// The plain field with this key as readers see it, dates and periods in their official form;
/// nullopt where there is none. `shape` is the table of the record or part.
template <class T>
std::optional<PlainValue> plain_field(const ShapeFor<T>& shape, const T& record,
                                      std::string_view key) {
  return untyped::plain_field(shape, &record, key);
}

}  // namespace huice::model
