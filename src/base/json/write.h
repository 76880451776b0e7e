// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one way in which huice writes JSON.

#include "base/json/value.h"

#include <string>
#include <string_view>

namespace huice::json {

/// Appends a text in quotes. Only what JSON demands is escaped. A half of a surrogate pair (as
/// three bytes) becomes its escape, any other byte that is not UTF-8 U+FFFD.
void append_text(std::string& out, std::string_view text);

/// Appends a character of ASCII as the inside of a text: with an escape only where JSON demands one
/// (RFC 8259, section 7).
void append_ascii(std::string& out, char c);

/// In one line, without blanks.
std::string text(const Value& value);

/// Each member and item on a line of its own, indented by two blanks; ends with a line break.
std::string indented(const Value& value);

}  // namespace huice::json
