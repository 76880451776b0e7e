// SPDX-License-Identifier: Apache-2.0
#pragma once

// How texts and numbers are written in each of the written formats.

#include <string>
#include <string_view>

namespace huice::formats {

/// Whether it has the form of a number in JSON (RFC 8259, section 6).
bool is_number(std::string_view text);

/// How many digits count: 3 for -0.0120, whose last 0 counts too.
std::size_t significant_digits(std::string_view number);

/// A text as a CSV cell: neutralised (see create_table) and, where RFC 4180 asks for it, quoted.
std::string csv_text(std::string_view text);

/// A text as a JSON string, quotes included; bytes that are not UTF-8 become U+FFFD.
std::string json_text(std::string_view text);

/// A text for a cell of XLSX, where _x000D_ means a carriage return (ST_Xstring, ECMA-376
/// part 1, 22.9.2.19): control characters become such, and so does what only looks like one.
std::string xlsx_text(std::string_view text);

/// The text that xlsx_text() or Excel wrote.
std::string from_xlsx_text(std::string_view text);

/// Characters as Excel counts them: units of UTF-16.
std::size_t utf16_length(std::string_view text);

}  // namespace huice::formats
