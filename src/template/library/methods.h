// SPDX-License-Identifier: Apache-2.0
#pragma once

// The methods of Python's str, dict and list that templates use: "a,b".split(','), d.items().
// Only those that change nothing.

#include "template/values/call.h"

#include <optional>
#include <string_view>

namespace huice::tmpl {

/// The method's result; nullopt where values of this kind have no such method.
std::optional<Value> call_method(const Value& object, std::string_view name, Call& call);

}  // namespace huice::tmpl
