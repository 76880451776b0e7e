// SPDX-License-Identifier: Apache-2.0
#pragma once

// Characters that a reader cannot see, and that formats or terminals take for orders.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace huice {

enum class Oddity {
  line_break,    ///< line feed, carriage return, U+2028, U+2029
  control,       ///< C0 (tabs too), delete and C1: no HTML, XML or EPUB may hold most of them
  noncharacter,  ///< U+FDD0 to U+FDEF, and the last two of each plane
  direction,     ///< turns the order in which the text around it is shown
  no_width,      ///< nothing is seen of it
};

struct OddCharacter {
  std::size_t offset = 0;
  std::size_t length = 0;  ///< bytes
  char32_t code_point = 0;
  Oddity what = Oddity::control;
};

/// The kind of oddity of one character, wherever it stands; nullopt of any other.
std::optional<Oddity> oddity(char32_t c);

/// The first character that a text may not hold, and the first that has to be told.
struct OddCharacters {
  std::optional<OddCharacter> refused;
  std::optional<OddCharacter> hidden;
};

/// Looks through valid UTF-8. Refused are controls and noncharacters; in a text of one line also
/// line breaks and tabs. Hidden are those that turn the direction or have no width, except what
/// scripts need: Mongolian variation selectors and vowel separators after Mongolian letters,
/// joiners between two of them, and variation selectors after Han.
OddCharacters odd_characters(std::string_view text, bool one_line);

/// "U+202E".
std::string code_point_name(char32_t c);

}  // namespace huice
