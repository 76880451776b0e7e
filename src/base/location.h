// SPDX-License-Identifier: Apache-2.0
#pragma once

// A place in a text file, with the part of its line that a message shows, so that a message can be
// shown after the file's text is gone.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huice {

/// A span of one line. Columns and lengths count Unicode characters, not bytes.
struct Location {
  std::string file;                  ///< as the user would name it; empty where no file is meant
  std::uint32_t line = 0;            ///< from 1; 0: the file as a whole
  std::uint32_t column = 0;          ///< from 1; 0: the line as a whole
  std::uint32_t length = 1;          ///< characters to underline
  std::string excerpt{};             ///< of the line around the column, kExcerpt characters at most
  std::uint32_t excerpt_column = 1;  ///< of the excerpt's first character
  bool goes_on = false;              ///< whether the line has more after the excerpt

  static Location of_file(std::string file) { return Location{std::move(file), 0, 0, 0, {}}; }
};

/// How many characters of a line a Location keeps, and how many of them before its column: a
/// machine may write all of a file in one line, and each problem keeps an excerpt of its own.
constexpr std::size_t kExcerpt = 100;
constexpr std::size_t kExcerptBefore = 60;

/// From 1; columns count Unicode characters.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Where the lines of a text begin, and how many characters stand before every kStep-th byte: with
/// it, a byte's line and column are found without reading the text from its start, however long
/// its line is. Takes about a hundredth of the text's size. Does not keep the text: it is given
/// again with each question.
class LineTable {
 public:
  explicit LineTable(std::string_view text);

  /// REQUIRES: the text the table was made of, for each of these, and offset <= its size.
  LineColumn line_column(std::string_view text, std::size_t offset) const;
  /// The byte of that line and column; the text's end where there is none.
  std::size_t offset(std::string_view text, LineColumn place) const;
  /// The place of byte `offset`, underlining `bytes` bytes but not past the end of the line.
  Location locate(const std::string& file, std::string_view text, std::size_t offset,
                  std::size_t bytes) const;

 private:
  static constexpr std::size_t kStep = 512;

  std::size_t line_of(std::size_t offset) const;
  std::size_t characters(std::string_view text, std::size_t from, std::size_t to) const;

  std::vector<std::size_t> starts_;    ///< of the lines
  std::vector<std::uint32_t> counts_;  ///< characters before byte i * kStep
};

/// A text with its name, able to turn byte offsets into Locations. A byte order mark at its start
/// is no part of it.
///
/// REQUIRES: text outlives the SourceText.
class SourceText {
 public:
  SourceText(std::string file, std::string_view text);

  const std::string& file() const { return file_; }
  std::string_view text() const { return text_; }

  /// The place of byte `offset`, underlining `bytes` bytes but not past the end of the line. An
  /// offset past the text's end means its end.
  Location at(std::size_t offset, std::size_t bytes = 1) const;

  LineColumn line_column(std::size_t offset) const { return lines_.line_column(text_, offset); }
  std::size_t offset(LineColumn place) const { return lines_.offset(text_, place); }

 private:
  std::string file_;
  std::string_view text_;
  LineTable lines_;
};

}  // namespace huice
