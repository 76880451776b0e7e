// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers as people type them and spreadsheets save them.

#include <optional>
#include <string>
#include <string_view>

namespace huice::model {

/// Full-width forms (U+FF01 to U+FF5E) and the minus sign (U+2212) as the ASCII they mean.
std::string narrowed(std::string_view text);

/// Whether it is ASCII digits and nothing else, one at least.
bool all_digits(std::string_view text);

/// Without blanks around it, full-width and no-break ones, zero-width signs and byte-order marks
/// included.
std::string_view without_blanks(std::string_view text);

/// “1200.5” from “1,200.5”; nullopt where a comma is not where thousands end.
std::optional<std::string> without_thousands(std::string_view number);

/// “5849.86” from “５，８４９．８６ ”: all of the above; the text as it is where it is no such
/// number.
std::string plain_number(std::string_view text);

}  // namespace huice::model
