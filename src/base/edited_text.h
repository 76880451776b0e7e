// SPDX-License-Identifier: Apache-2.0
#pragma once

// A text that is changed before it is read, with the way back: where each of its bytes was before.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace huice {

/// At `at`, `removed` bytes give way to `inserted`.
struct Edit {
  std::size_t at = 0;
  std::size_t removed = 0;
  std::string inserted{};
};

class EditedText {
 public:
  explicit EditedText(std::string_view original) : text_(original) {}

  /// Makes further edits, which speak of the text as it is now.
  /// REQUIRES: they are in ascending order and do not overlap.
  void apply(const std::vector<Edit>& edits);

  const std::string& text() const { return text_; }
  bool is_edited() const { return pieces_.size() > 1; }

  /// The byte of the original that byte `offset` of the text was; for what was inserted, the byte
  /// at which it was. Beyond the end it goes on.
  std::size_t original(std::size_t offset) const;

 private:
  /// From `from` up to the next piece: a part of the original, or what was inserted at one byte.
  struct Piece {
    std::size_t from = 0;
    std::size_t original = 0;
    bool is_inserted = false;
  };

  std::string text_;
  std::vector<Piece> pieces_{Piece{}};
};

}  // namespace huice
