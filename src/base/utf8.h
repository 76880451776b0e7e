// SPDX-License-Identifier: Apache-2.0
#pragma once

// UTF-8 (RFC 3629): validation, counting, stepping, and how wide a text is on a terminal.

#include <cstddef>
#include <string>
#include <string_view>

namespace huice::utf8 {

constexpr std::size_t kValid = std::string_view::npos;

/// The byte offset of the first ill-formed sequence (overlong, surrogate, above U+10FFFF, cut
/// short), or kValid.
std::size_t first_invalid(std::string_view text);

/// How many characters valid UTF-8 has; a stray byte counts as one.
std::size_t count(std::string_view text);

/// The text's first `characters` characters, counted as above; all of it where it has no more.
std::string_view first(std::string_view text, std::size_t characters);

/// Reads the character at `offset` and moves `offset` after it. Ill-formed bytes give U+FFFD, one
/// byte at a time. REQUIRES: offset < text.size().
char32_t decode(std::string_view text, std::size_t& offset);

/// Appends one character. REQUIRES: code_point is a Unicode scalar value.
void append(std::string& out, char32_t code_point);

/// Columns a character takes in a terminal: 2 for Han and other wide or full-width characters
/// (Unicode UAX #11, East Asian Width W and F), 0 for combining marks, else 1.
int display_width(char32_t code_point);
std::size_t display_width(std::string_view text);

/// The text as it may be shown: control characters as signs (␛ for escape), tabs as blanks, what
/// turns the direction of a text, C1 and noncharacters as ⟨U+202E⟩, ill-formed bytes as U+FFFD.
/// Text of a data file or an argument must not drive the terminal it is shown on.
std::string printable(std::string_view text);

/// The same of each line.
std::string printable_lines(std::string_view text);

/// Without blanks, tabs and ends of lines around it.
std::string_view trimmed(std::string_view text);

/// U+FEFF, which is a mark and no text where it is the first character.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The text after a UTF-8 byte-order mark, if it has one.
std::string_view without_bom(std::string_view text);

}  // namespace huice::utf8
