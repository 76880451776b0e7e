// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "template/values/operations.h"
#include "template/values/value.h"

#include <string>

namespace huice::tmpl {

/// Appends a value as JSON that may also be put into HTML and into scripts: < > & ' as \uXXXX, keys
/// in order. `record` is what has no JSON form (undefined, callable). A negative `indent` gives one
/// line.
Printing append_json(std::string& out, const Value& value, int indent = -1);

}  // namespace huice::tmpl
