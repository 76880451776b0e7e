// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "template/values/value.h"

#include <string>

namespace huice::tmpl {

/// Appends a value as JSON that may also be put into HTML and into scripts: < > & ' as \uXXXX, keys
/// in order. Returns false where the value has no JSON form (undefined, callable), or one longer
/// than kLargestPrinted or deeper than kDeepestPrinted. A negative `indent` gives one line.
bool append_json(std::string& out, const Value& value, int indent = -1);

}  // namespace huice::tmpl
