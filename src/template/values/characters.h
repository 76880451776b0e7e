// SPDX-License-Identifier: Apache-2.0
#pragma once

// Properties of characters that Python's str methods rely on.

#include <optional>
#include <string>
#include <string_view>

namespace huice::tmpl {

/// With all of Unicode's mappings, as str.upper() and str.lower(): ß gives SS, a last Σ gives ς.
std::string to_upper(std::string_view text);
std::string to_lower(std::string_view text);
/// The same; nullopt where the text is known to stay as it is, as most are.
std::optional<std::string> changed_to_upper(std::string_view text);
std::optional<std::string> changed_to_lower(std::string_view text);
/// Appends the letter as a word starts with it: ß gives Ss.
void append_capital(std::string& out, char32_t c);
/// Matches \w: letters, digits, the underscore.
bool is_word(char32_t c);
/// Matches \d: the decimal digits of every script.
bool is_digit(char32_t c);
/// Like str.isdigit(): these, and digits such as ² and ①.
bool is_digit_sign(char32_t c);
/// 0 to 9 for what is_digit() accepts; nullopt for the rest.
std::optional<int> digit_value(char32_t c);
/// The character Unicode calls by this name, or by this alias, in letters of either case.
std::optional<char32_t> named_character(std::string_view name);
/// Whether repr() shows the character unescaped: no control, format, private or unassigned
/// character, and no space but U+0020.
bool is_printable(char32_t c);
/// The properties Uppercase and Lowercase.
bool is_upper(char32_t c);
bool is_lower(char32_t c);

/// The text without leading and trailing characters of `set`, or of white space where it is empty.
std::string_view strip(std::string_view text, std::string_view set = {});
std::string_view strip_left(std::string_view text, std::string_view set = {});
std::string_view strip_right(std::string_view text, std::string_view set = {});

}  // namespace huice::tmpl
