// SPDX-License-Identifier: Apache-2.0
#pragma once

// How an enumeration is written in files, JSON and keys: one constexpr array of words with their
// values, looked up in both directions.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace huice {

template <class E>
struct Choice {
  std::string_view word;
  E value;
};

template <class E, std::size_t N>
using Choices = std::array<Choice<E>, N>;

/// The array of these words: choices<Severity>({{"error", Severity::error}, …}).
template <class E, std::size_t N>
// NOLINTNEXTLINE(modernize-avoid-c-arrays): takes a braced list, as std::to_array does
constexpr Choices<E, N> choices(const Choice<E> (&all)[N]) {
  return std::to_array(all);
}

/// The word of a value; the first one where there are several. Empty where it has none.
template <class E, std::size_t N>
constexpr std::string_view word_of(const Choices<E, N>& all, E value) {
  for (const Choice<E>& one : all) {
    if (one.value == value) return one.word;
  }
  return {};
}

/// The value of a word, or nullopt.
template <class E, std::size_t N>
constexpr std::optional<E> value_of(const Choices<E, N>& all, std::string_view word) {
  for (const Choice<E>& one : all) {
    if (one.word == word) return one.value;
  }
  return std::nullopt;
}

/// Whether every value from 0 to `last` has a word; for a static_assert beside the array.
template <class E, std::size_t N>
constexpr bool covers(const Choices<E, N>& all, E last) {
  for (int value = 0; value <= static_cast<int>(last); ++value) {
    if (word_of(all, static_cast<E>(value)).empty()) return false;
  }
  return true;
}

}  // namespace huice
