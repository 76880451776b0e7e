// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plain fields (texts, words of closed lists, figures, dates, lists of texts) as templates see
// them, by the field tables: a view needs no entry for what it would only hand on.

#include "model/schema/parts.h"
#include "model/schema/plain_field.h"
#include "model/schema/records.h"
#include "template/values/builders.h"

#include <string>
#include <string_view>
#include <vector>

namespace huice::view {

/// A view that has none.
struct NoFields {};

/// Whose plain fields a view of Record has: those of a record itself, or of the part that a small
/// record points to (specialisations in tables/records.h).
template <class Record>
struct FieldsOf {
  static NoFields get(const Record& /*record*/) { return {}; }
};

template <class Record>
requires requires(const Record& record) {
  record.provenance;
}
struct FieldsOf<Record> {
  static const Record& get(const Record& record) { return record; }
};

/// A value of the library as templates see it, none where it is not known.
tmpl::Value plain_value(const model::PlainValue& value);

/// The keys of an object's plain fields.
std::vector<std::string> plain_keys(const model::Shape& object);

/// The plain field with this key, undefined where there is none.
template <class T>
tmpl::Value plain_field(const T& record, std::string_view key) {
  const auto found = model::plain_field(model::schema::shape_of<T>(), record, key);
  return found ? plain_value(*found) : tmpl::Value();
}
inline tmpl::Value plain_field(const NoFields& /*none*/, std::string_view /*key*/) {
  return {};
}

/// The keys that plain_field() answers for a T.
template <class T>
std::vector<std::string> plain_keys(const T* /*record*/) {
  return plain_keys(model::schema::shape_of<T>());
}
inline std::vector<std::string> plain_keys(const NoFields* /*none*/) {
  return {};
}

}  // namespace huice::view
