// SPDX-License-Identifier: Apache-2.0
#pragma once

// Any JSON as templates see it, for `huice render`: objects know where they stand in the file, so
// that a template's error can name the place of the data too.

#include "base/diagnostic.h"
#include "template/values/value.h"

#include <optional>
#include <string>

namespace huice::view {

/// The file's one object. Whole numbers are exact; those beyond 64 bits are refused, as are keys
/// that stand twice, values nested more than 64 deep and text that is no UTF-8. Reports every
/// problem; nullopt where there was one. `name` is what messages call the file.
std::optional<tmpl::Value> read_json_data(const std::string& bytes, const std::string& name,
                                          Diagnostics& problems);

}  // namespace huice::view
