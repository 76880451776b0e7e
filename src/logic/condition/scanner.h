// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a line of the condition language from left to right. What a word is depends on where it is,
// so the parser asks for what could be next.

#include "base/json/value.h"
#include "logic/condition/words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::logic {

/// A figure as written: 5,000万元 has the digits 5000 and the unit 万元.
struct WrittenNumber {
  std::string digits;  ///< as JSON writes a number
  std::string unit;    ///< with ％ as %; empty where there is none
  json::Span at;
};

/// A comparison, or what was written in its place.
struct WrittenComparison {
  std::optional<Comparison> what;
  json::Span at;
  std::string suggestion;  ///< what a wrong sign means, where that is known
};

class Scanner {
 public:
  explicit Scanner(std::string_view line) : line_(line) {}

  std::string_view line() const { return line_; }
  std::size_t at() const { return at_; }
  void go_to(std::size_t at) { at_ = at; }
  bool is_at_end() const { return at_ >= line_.size(); }
  std::string_view text(json::Span span) const { return line_.substr(span.offset, span.length); }

  void skip_blanks();
  /// The character there in its usual width, 0 at the end.
  char32_t peek() const;
  /// Takes that character, in either width; false where another one is there.
  bool take(char32_t c);
  bool take_word(std::string_view word);
  /// Whether that word is there, after blanks; takes nothing.
  bool sees_word(std::string_view word) const;

  std::optional<WrittenComparison> comparison();
  /// 且 is true, 或 is false.
  std::optional<bool> joint();
  bool negation();
  /// The operator of JsonLogic that a word like 全部 before a bracket is.
  std::optional<std::string_view> quantifier();
  /// The text between 「 and 」, with its place; both taken. nullopt where no 「 is there, or no
  /// 」.
  std::optional<json::Span> quoted();
  bool sees_quote() const;
  bool sees_number() const;
  std::optional<WrittenNumber> number();
  /// 2022-01-15 or 2022年1月15日, as the former.
  std::optional<std::string> date();

  /// Whether a name may end at that byte: no letter or Han character goes on there, or a word of
  /// the language begins.
  bool is_boundary(std::size_t at) const;
  /// Whether a blank, bracket or sign is there.
  bool is_delimiter_there() const;
  /// What is there up to the next blank, bracket or sign: at least one character, unless at the
  /// end.
  json::Span word() const;
  /// The same, but ending before a word of the language too.
  json::Span short_word() const;

 private:
  char32_t narrow_at(std::size_t& at) const;
  bool word_begins(std::size_t at) const;
  std::string unit();
  std::string whole_number();
  std::string digits(std::size_t& at, std::size_t most) const;

  std::string_view line_;
  std::size_t at_ = 0;
};

}  // namespace huice::logic
