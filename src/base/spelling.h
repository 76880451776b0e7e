// SPDX-License-Identifier: Apache-2.0
#pragma once

// "Did you mean": the known word nearest to a misspelt one.

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

}  // namespace huice
