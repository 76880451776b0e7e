// SPDX-License-Identifier: Apache-2.0
#pragma once

// A text of a catalogue with slots by name: 按{base}的{rate}. The order of the slots belongs to the
// text, so that each language can choose its own. {{ and }} are braces.

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace huice {

/// What goes into one slot.
struct SlotValue {
  std::string_view slot;
  std::string_view value;
};

class Phrase {
 public:
  /// Literal text, or the name of a slot.
  struct Piece {
    std::string text;
    bool is_slot = false;
    bool is_title = false;  ///< a slot between 《 and 》: marks within its value are 〈〉
  };

  /// A brace that belongs to no slot: a span of the text in bytes.
  struct Fault {
    std::size_t offset = 0;
    std::size_t length = 0;
  };

  /// Returns nullopt, and fills `fault`, where a slot is not closed, has no name or a name of other
  /// characters than a-z, 0-9 and _, or where a } closes nothing.
  static std::optional<Phrase> parse(std::string_view text, Fault& fault);

  const std::vector<Piece>& pieces() const { return pieces_; }
  /// Each name once, in the order of the text.
  const std::vector<std::string>& slots() const { return slots_; }
  bool has_slot(std::string_view name) const;

  /// The text with each slot replaced by its value; a slot without a value leaves nothing.
  std::string fill(std::span<const SlotValue> values) const;

 private:
  void add(std::string_view text, bool is_slot);
  void find_titles();

  std::vector<Piece> pieces_;
  std::vector<std::string> slots_;
};

}  // namespace huice
