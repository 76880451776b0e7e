// SPDX-License-Identifier: Apache-2.0
#pragma once

// What kind of character is beside a run of `*` or `_`, which decides whether it can open or close
// emphasis (CommonMark 0.30, section 6.2), and which text is Chinese.

#include <cstddef>
#include <string_view>

namespace huice::markdown {

/// CommonMark calls Unicode's P categories (and all ASCII marks) punctuation. Which characters
/// those are differs between Unicode versions, so classes are only claimed where they are sure.
enum class CharacterClass { space, mark, letter, unsure };

CharacterClass class_of(char32_t c);

/// Han of all planes, kana, bopomofo, and the punctuation and full-width forms of Chinese and
/// Japanese. Not the quotes and dashes that other languages share (“ ” ‘ ’ … — ·).
bool is_chinese(char32_t c);

/// Whether any character of the text is_chinese().
bool has_chinese(std::string_view text);

/// Whether the first character before (or after) byte `at` that no other language shares is
/// Chinese: the 企 of 企“ is.
bool is_chinese_before(std::string_view text, std::size_t at);
bool is_chinese_after(std::string_view text, std::size_t at);

/// Whether a backslash takes the sign at `at` for text.
bool is_escaped(std::string_view text, std::size_t at);

/// The character that ends before byte `at`, whose first byte is then `at`.
/// REQUIRES: at > 0; text is valid UTF-8.
char32_t decode_before(std::string_view text, std::size_t& at);

}  // namespace huice::markdown
