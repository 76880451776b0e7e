// SPDX-License-Identifier: Apache-2.0
#pragma once

// A place in a text file, with the line it stands on, so that a message can be shown after the
// file's text is gone.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huice {

/// A span of one line. Columns and lengths count Unicode characters, not bytes.
struct Location {
  std::string file;           ///< as the user would name it; empty where no file is meant
  std::uint32_t line = 0;     ///< from 1; 0: the file as a whole
  std::uint32_t column = 0;   ///< from 1; 0: the line as a whole
  std::uint32_t length = 1;   ///< characters to underline
  std::string source_line{};  ///< the line's text without its line break; may be empty

  static Location of_file(std::string file) { return Location{std::move(file), 0, 0, 0, {}}; }
};

/// A text with its name, able to turn byte offsets into Locations.
///
/// REQUIRES: text outlives the SourceText.
class SourceText {
 public:
  SourceText(std::string file, std::string_view text);

  const std::string& file() const { return file_; }
  std::string_view text() const { return text_; }

  /// The place of byte `offset`, underlining `bytes` bytes but not past the end of the line.
  Location at(std::size_t offset, std::size_t bytes = 1) const;

 private:
  std::string file_;
  std::string_view text_;
};

}  // namespace huice
