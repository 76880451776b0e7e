// SPDX-License-Identifier: Apache-2.0
#pragma once

// Enough of C++ to measure functions: comments and literals blanked, braces counted. Not a parser;
// what clang-format has formatted, it reads.

#include <string>
#include <string_view>
#include <vector>

namespace huice::architecture {

/// The text with comments and the insides of literals blanked out; lines stay where they are.
std::string code_only(std::string_view text);

struct Function {
  std::string head;        ///< what is before its brace, on one line
  std::size_t first_line;  ///< of the head, counted from 1
  std::size_t last_line;   ///< of its closing brace
  std::size_t length() const { return last_line - first_line + 1; }
};

/// Every function body in `text`, member functions in their classes included; lambdas and local
/// classes count as part of the function around them.
std::vector<Function> functions_in(std::string_view text);

}  // namespace huice::architecture
