// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter as a Word file (ECMA-376, WordprocessingML), laid out as GB/T 9704-2012 says.
//
// The measures are those of Word's exact lines: 22 of 579 twips. Where a paragraph comes from is
// kept twice: as a bookmark around its words, and in a part of its own (customXml/item1.xml), which
// also names what each cited figure cites; see docx/origins.h.

#include "base/result.h"
#include "document/gbt9704.h"
#include "document/letter.h"

#include <array>
#include <string>
#include <vector>

namespace huice::document {

/// A font by its name in Word, and those that may take its place where it is not installed.
struct DocxFont {
  std::string name{};
  std::vector<std::string> instead{};
};

/// What an office may set as it is used to.
struct DocxLook {
  /// By gbt9704::Face.
  std::array<DocxFont, 5> fonts;
  /// Of 发文机关标志, in points; a name that is too long for its line is made smaller.
  double letterhead_size = gbt9704::kLetterheadSize.value;
  /// Of 版头, six hexadecimal digits.
  std::string red = "E32416";

  const DocxFont& font(gbt9704::Face face) const {
    return fonts.at(static_cast<std::size_t>(face));
  }
};

/// The fonts that offices have: 仿宋_GB2312, 楷体_GB2312, 黑体, 方正小标宋简体, 宋体.
DocxLook usual_docx_look();

/// The file's bytes: the same letter and look give the same. Errors: template_illegal_character
/// for a control character in the letter's words (Word could not open the file), file_unwritable
/// where there is not enough memory; both name the letter's record.
Result<std::string> write_docx(const Letter& letter, const DocxLook& look);

}  // namespace huice::document
