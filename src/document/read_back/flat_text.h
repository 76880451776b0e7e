// SPDX-License-Identifier: Apache-2.0
#pragma once

// A Word file as a list of paragraphs with the marks in them: what is compared when a letter is
// read back. Open changes count as if they were refused.

#include "formats/docx/docx.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace huice::document::read_back {

/// A bookmark of huice's: o_…, c_… or f_….
struct Mark {
  std::string name{};
  std::size_t begin = 0;  ///< bytes of the paragraph's text
  std::size_t end = 0;
};

struct FlatParagraph {
  std::string text{};         ///< tabs are U+0009, line breaks U+000A
  std::vector<Mark> marks{};  ///< those that begin here; one that ends later ends with the text
  std::vector<std::string> comments{};  ///< the ids of those that begin here
  std::vector<int> changes{};           ///< open ones in it: Docx::changes
  int level = 0;                        ///< of a heading, from 1
  int table = -1;                       ///< which table of the file it is in
  int row = 0;                          ///< from 0
  int column = 0;

  /// The first mark that begins with `prefix`; nullptr where there is none.
  const Mark* mark(std::string_view prefix) const;
};

using FlatText = std::vector<FlatParagraph>;

/// Of the body. Paragraphs without words and marks are left out.
FlatText flat_text(const formats::docx::Docx& docx);

}  // namespace huice::document::read_back
