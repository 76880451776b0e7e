// SPDX-License-Identifier: Apache-2.0
#pragma once

// What huice says, in Chinese and English. A table in base/messages holds each layer's messages;
// each row becomes a type whose members are the row's slots, so that a call names its arguments
// and the compiler refuses a missing or surplus one: msg::file_too_large{.limit = 64}.
// Nothing here prints: Argument::in() and format_diagnostic() (diagnostic.h) turn a message into
// words.

#include "base/language.h"

#include <compare>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huice {

enum class Severity : std::uint8_t { error, warning, note };

/// One row of a table in base/messages. In its wordings "{name}" is a slot; any other brace is part
/// of the text.
struct Entry {
  std::string_view slug;  ///< empty for a phrase, which is only ever part of a message
  Severity severity;
  Wording message;
  Wording hint;            ///< empty in both languages where there is nothing to add
  std::string_view slots;  ///< the names of the arguments in their order: "(field, text)"
};

/// Names one message. Equal codes point to the same row; they are ordered by slug.
struct Code {
  const Entry* entry = nullptr;

  /// REQUIRES of both: the code names a row.
  std::string_view slug() const { return entry->slug; }
  Severity severity() const { return entry->severity; }

  friend bool operator==(const Code&, const Code&) = default;
  friend std::strong_ordering operator<=>(const Code& a, const Code& b);
};

/// How much of people's own text a message repeats: characters of one text, and of the texts of a
/// list together.
constexpr std::size_t kLongestText = 200;
constexpr std::size_t kLongestList = 1000;

/// What fills a slot: people's own text (a key, an id, a name, a number), a list of such texts, or
/// a wording, which has both languages.
class Argument {
 public:
  Argument(std::string text) : text_(std::move(text)) {}
  Argument(std::string_view text) : text_(text) {}
  Argument(const char* text) : text_(text) {}
  template <std::integral Number>
  Argument(Number number) : text_(std::to_string(number)) {}

  /// A text of one character: with the constructor above it would be printed as a number.
  Argument(char character) : text_(1, character) {}
  Argument(bool) = delete;

  /// REQUIRES: the wording's texts are static, as those of the tables are.
  Argument(Wording wording, std::string_view slots = {}, std::vector<Argument> arguments = {})
      : wording_(wording), slots_(slots), parts_(std::move(arguments)) {}

  /// Texts joined by “、” in Chinese and by ", " in English.
  template <class Texts>
  static Argument list(const Texts& texts) {
    Argument made{std::string{}};
    for (const auto& text : texts) made.parts_.emplace_back(std::string_view(text));
    return made;
  }

  /// Cuts every text in it to kLongestText characters, and every list to as many texts as have
  /// kLongestList together; “…” stands for the rest.
  void shorten();

  /// Control characters of people's text are made visible.
  std::string in(Language language) const;

  friend bool operator==(const Argument& a, const Argument& b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(const Argument& a, const Argument& b);

 private:
  std::string text_;
  Wording wording_;
  std::string_view slots_;
  std::vector<Argument> parts_;  ///< what fills the slots; without a wording, a list
};

/// A code with its arguments, in the order of the row's slots.
struct Message {
  Code code;
  std::vector<Argument> arguments;

  using Named = std::initializer_list<std::pair<std::string_view, Argument>>;

  /// The message of a code that is only known at run time: takes from `named` what the code's slots
  /// ask for. REQUIRES: none of them is missing.
  static Message of(Code code, Named named = {});
};

/// `wording` with its slots filled. REQUIRES: as many arguments as `slots` names.
std::string filled(std::string_view wording, std::string_view slots,
                   const std::vector<Argument>& arguments, Language language);

/// Every row that has a code, in the order of the tables.
const std::vector<Code>& all_codes();

/// Every phrase.
const std::vector<const Entry*>& all_phrases();

}  // namespace huice
