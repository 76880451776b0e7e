// SPDX-License-Identifier: Apache-2.0
#pragma once

// Changes what a record says, through the field tables, so that a new field is changed too.

#include "model/schema/records.h"

#include <string>
#include <vector>

namespace huice::test {

/// A record, or a part of one that has an id of its own, by the id that pages name it with. Parts
/// without such an id (a chapter, an ask) go by their record's.
struct Unit {
  std::string id;
  const model::Shape* shape = nullptr;
  void* object = nullptr;
};

namespace untyped {
/// REQUIRES: object is of the shape's type.
std::vector<Unit> units_of(const std::string& id, const model::Shape& shape, void* object);
}  // namespace untyped

/// The record and its parts, parts of parts included.
template <class Record>
std::vector<Unit> units_of(const std::string& id, Record& record) {
  return untyped::units_of(id, model::schema::shape_of<Record>(), &record);
}

/// How many fields the unit's table has.
std::size_t fields_of(const Unit& unit);

/// Gives every text, figure, date, choice and switch of one field another value. Ids, references,
/// names of files and what is null stay, and so do parts that are units themselves. Returns how
/// many values were changed.
std::size_t change(const Unit& unit, std::size_t field);

}  // namespace huice::test
