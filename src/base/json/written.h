// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the characters of a JSON string are written, escapes and all.

#include <cstddef>
#include <string_view>

namespace huice::json {

/// How many bytes stand for a string's next character, and how many bytes it has once read.
struct Step {
  std::size_t written = 1;
  std::size_t read = 1;
};

/// The step at `at`, inside of a string.
Step step(std::string_view json, std::size_t at);

/// The offset in `json` of byte `read` of the string's text, whose opening quote is at `quote`; the
/// closing quote where the text is shorter.
std::size_t written_at(std::string_view json, std::size_t quote, std::size_t read);

}  // namespace huice::json
