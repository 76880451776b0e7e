// SPDX-License-Identifier: Apache-2.0
#pragma once

// Python's "%s of %05.1f" patterns, for the format filter and the % operator on texts.

#include "template/values/call.h"

#include <string>
#include <string_view>

namespace huice::tmpl {

/// Fills the call's arguments into the pattern; safe patterns escape what is filled in.
Value print_formatted(const Value& subject, std::string_view pattern, Call& call);

/// A number with exactly `digits` digits after the point, ties to even of the exact value.
void append_fixed(std::string& out, double value, int digits);

}  // namespace huice::tmpl
