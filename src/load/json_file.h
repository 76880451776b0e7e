// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a JSON data file straight into a record, event by event: no document tree in between.

#include "load/file_context.h"

namespace huice::load {

/// Reads the file's one object into `record`. Every problem is reported, not just the first; only
/// broken JSON syntax ends the reading early. The key "$schema" is allowed and ignored.
/// REQUIRES: shape is an object and record points to its type.
void read_json_record(const model::Shape& shape, void* record, FileContext& context);

/// Reads {"<key>": [ … ]} into `list`. REQUIRES: list_shape is a list.
void read_json_list(std::string_view key, const model::Shape& list_shape, void* list,
                    FileContext& context);

}  // namespace huice::load
