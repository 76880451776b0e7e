// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which characters of one text are those of another: by the longest sequence that both have.

#include <string>
#include <string_view>
#include <vector>

namespace huice::document::read_back {

/// For each character of `a` the index of the same one in `b`, or -1; growing. Where the parts that
/// differ are very long, none of their characters is the same.
std::vector<int> align(std::u32string_view a, std::u32string_view b);

/// How much two texts have in common: 1 where they are equal, 0 where they share nothing.
double likeness(std::u32string_view a, std::u32string_view b);

/// The numbers of the longest growing sequence among `numbers`, by their places in it.
std::vector<std::size_t> longest_growing(const std::vector<int>& numbers);

std::u32string characters_of(std::string_view text);
std::string bytes_of(std::u32string_view characters);

}  // namespace huice::document::read_back
