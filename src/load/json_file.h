// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a JSON data file straight into a record, event by event: no document tree in between.

#include "load/file_context.h"

namespace huice::load {

namespace untyped {
/// REQUIRES: shape is an object's, and record points to its type.
void read_json_record(const model::Shape& shape, void* record, FileContext& context);
/// REQUIRES: shape is a list's, and list points to its type.
void read_json_list(std::string_view key, const model::Shape& shape, void* list,
                    FileContext& context);
}  // namespace untyped

/// Reads the file's one object into `record`. Every problem is reported, not just the first; only
/// broken JSON syntax ends the reading early. The key "$schema" is allowed and ignored. `shape` is
/// the record's table: schema::shape_of<Policy>().
template <class Record>
void read_json_record(const model::ShapeFor<Record>& shape, Record& record, FileContext& context) {
  untyped::read_json_record(shape, &record, context);
}

/// Reads {"<key>": [ … ]} and adds the records to `list`.
template <class Record>
void read_json_list(std::string_view key, const model::ShapeFor<std::vector<Record>>& shape,
                    std::vector<Record>& list, FileContext& context) {
  untyped::read_json_list(key, shape, &list, context);
}

}  // namespace huice::load
