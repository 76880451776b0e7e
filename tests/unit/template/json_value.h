// SPDX-License-Identifier: Apache-2.0
#pragma once

// What tests write as JSON, as templates see it.

#include "template/engine.h"
#include "template/values/value.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace huice::test {

/// Objects keep the order of their keys; a key "__place__" makes its object a record at
/// line 3, column 5 of the file it names.
tmpl::Value value_of(const nlohmann::ordered_json& json);

/// Options from words: trim_blocks lstrip_blocks keep_trailing_newline small_bounds.
tmpl::Options options_of(std::string_view words);

}  // namespace huice::test
