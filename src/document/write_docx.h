// SPDX-License-Identifier: Apache-2.0
#pragma once

// A letter as a Word file (ECMA-376, WordprocessingML), laid out as GB/T 9704-2012 says.
//
// The measures are those of Word's exact lines: 22 of 579 twips. Where a paragraph comes from is
// kept twice: as a bookmark around its words, and in a part of its own (customXml/item1.xml), which
// also names what each cited figure cites; see docx/origins.h.

#include "base/result.h"
#include "document/letter.h"
#include "document/office_look.h"

#include <string>

namespace huice::document {

using DocxLook = OfficeLook;
inline DocxLook usual_docx_look() {
  return usual_look();
}

/// The file's bytes: the same letter and look give the same. Errors: template_illegal_character
/// for a control character in the letter's words (Word could not open the file), file_unwritable
/// where there is not enough memory; both name the letter's record.
Result<std::string> write_docx(const Letter& letter, const DocxLook& look);

}  // namespace huice::document
