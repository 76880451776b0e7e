// SPDX-License-Identifier: Apache-2.0
#pragma once

// "Did you mean": the known word nearest to a misspelt one.

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace huice {

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment) between
/// two UTF-8 texts, counted in characters.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, or empty where none is near: at most a third of the longer
/// word's characters may differ, and at least one may. Ties go to the first candidate.
std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// nearest() for many words among the same candidates. Each word is looked for once, and after
/// kMostSteps no further word is: a file in which all names are wrong would else cost the square of
/// its size, and nobody reads so many suggestions.
class Speller {
 public:
  static constexpr std::size_t kMostSteps = 10'000'000;

  /// `candidates` is asked only where a word has to be looked for. REQUIRES: the same each time for
  /// one word.
  std::string nearest(std::string_view word,
                      const std::function<std::vector<std::string_view>()>& candidates);

 private:
  std::map<std::string, std::string, std::less<>> found_;
  std::size_t steps_ = 0;
};

}  // namespace huice
