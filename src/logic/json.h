// SPDX-License-Identifier: Apache-2.0
#pragma once

// JSON to Value, and Value to JSON text.

#include "base/json/value.h"
#include "logic/value.h"

#include <optional>
#include <string>

namespace huice::logic {

/// What was read from JSON as rules compute with it. Numbers become the nearest double, -0 stays
/// negative.
Value value_of(const json::Value& json);

/// What JSON.stringify makes of a value: NaN, Infinity and undefined become null (members of the
/// value undefined are left out), half a surrogate pair an escape. Unlike there, members stand in
/// their own order even where their names are numbers.
json::Value json_of(const Value& value);

/// The same as text, in one line; nullopt for undefined itself.
std::optional<std::string> to_json(const Value& value);

}  // namespace huice::logic
