// SPDX-License-Identifier: Apache-2.0
#pragma once

// Any JSON as templates see it. What `huice render` reads knows where its objects stand in the
// file, so that a template's error can name the place of the data too.

#include "base/diagnostic.h"
#include "base/json/value.h"
#include "template/values/value.h"

#include <optional>
#include <string>

namespace huice::view {

/// What the program made, without places. REQUIRES: whole numbers of 64 bits at most.
tmpl::Value template_value(const json::Value& json);

/// The file's one object. Whole numbers are exact; those beyond 64 bits are refused. Reports every
/// problem; nullopt where there was one. `name` is what messages call the file.
std::optional<tmpl::Value> read_json_data(const std::string& bytes, const std::string& name,
                                          Diagnostics& problems);

}  // namespace huice::view
