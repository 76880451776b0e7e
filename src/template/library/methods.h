// SPDX-License-Identifier: Apache-2.0
#pragma once

// The methods of Python's str, dict and list that templates use: "a,b".split(','), d.items().
// Only those that change nothing.

#include "template/values/call.h"

#include <string_view>

namespace huice::tmpl {

struct MethodEntry {
  Signature signature;
  Value (*body)(const Value& object, Call& call);
};

/// Null where values of this kind have no such method.
const MethodEntry* find_method(const Value& object, std::string_view name);

/// Whether it is one of Python's that change a list or mapping, which no method does here.
bool would_change(const Value& object, std::string_view name);

}  // namespace huice::tmpl
