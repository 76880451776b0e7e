// SPDX-License-Identifier: Apache-2.0
#pragma once

// How names are found in a line of the condition language. Quotation marks and the width of
// letters, digits and brackets may differ: “专精特新”（市级） is 专精特新(市级).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huice::logic {

/// Whether a line that says `a` can be read as saying `b`.
bool are_alike(std::string_view a, std::string_view b);

/// The longest name that is at a place.
struct FoundName {
  std::size_t name = 0;              ///< its number
  std::size_t length = 0;            ///< in bytes of the text, with the marks around it
  std::optional<std::size_t> other;  ///< another one that is there as well
};

/// Names as a tree of their characters, so that looking for one takes as long as the name is,
/// however many there are.
class NameIndex {
 public:
  /// Names have their places in the list as numbers; empty ones are nowhere. REQUIRES: the texts
  /// outlive the index.
  explicit NameIndex(std::vector<std::string_view> names);

  const std::vector<std::string_view>& names() const { return names_; }

  /// A name that is there to the letter goes before those of the same length that only look alike.
  std::optional<FoundName> longest_at(std::string_view text, std::size_t at) const;

  /// Whether a name of more bytes begins with this text, or with what looks like it.
  bool has_longer(std::string_view text) const;

 private:
  /// Names that cannot be told apart: the first and the last of them.
  struct Alike {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  struct Node {
    std::optional<Alike> names;  ///< those that end here
    std::size_t longest = 0;     ///< in bytes, of the names that go through here
  };

  void add(std::size_t number);
  /// The node behind this one with that character, or 0.
  std::uint32_t after(std::uint32_t node, char32_t c) const;

  std::vector<std::string_view> names_;
  std::vector<Node> nodes_{1};
  std::unordered_map<std::uint64_t, std::uint32_t> next_;  ///< by node and character
  std::unordered_map<std::string_view, Alike> to_the_letter_;
};

}  // namespace huice::logic
