// SPDX-License-Identifier: Apache-2.0
#pragma once

// JavaScript counts texts in UTF-16 units, huice keeps them in UTF-8. Cutting a text may leave half
// a surrogate pair: it is kept as three bytes (ED A0..BF xx, as WTF-8 does), and two halves that
// meet become one character again.

#include <cstddef>
#include <string>
#include <string_view>

namespace huice::logic::utf16 {

/// Whether a unit is a byte.
bool is_ascii(std::string_view text);

/// The length in UTF-16 units.
std::size_t length(std::string_view text);

/// `count` units from unit `from` on. REQUIRES: from <= length(text).
std::string part(std::string_view text, std::size_t from, std::size_t count);

/// Appends, joining two halves that meet.
void append(std::string& out, std::string_view more);

/// Whether `text` holds `wanted`, unit by unit.
bool contains(std::string_view text, std::string_view wanted);

/// Negative, 0 or positive, comparing unit by unit: U+10000 is before U+E000.
int compare(std::string_view a, std::string_view b);

}  // namespace huice::logic::utf16
