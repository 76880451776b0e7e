// SPDX-License-Identifier: Apache-2.0
#pragma once

// How single values are written, as ECMA-262 regular expressions for JSON Schema. Each accepts what
// the value's parser accepts, but for bounds that no expression can hold: money of more than
// 9.2e16元, and periods that run backwards. tests/scripts/schema.py compares the two.

#include <string_view>

namespace huice::model::schema {

/// The texts live as long as the program.
std::string_view text_pattern();   ///< one line that holds more than blanks
std::string_view prose_pattern();  ///< the same of several lines
std::string_view id_pattern();
std::string_view file_name_pattern();
std::string_view url_pattern();
std::string_view language_pattern();
std::string_view money_pattern();
std::string_view counted_pattern();
std::string_view rate_pattern();
std::string_view quantity_pattern();
std::string_view goal_pattern();
std::string_view qualifier_pattern();
std::string_view date_pattern();
std::string_view period_pattern();
std::string_view document_number_pattern();

}  // namespace huice::model::schema
