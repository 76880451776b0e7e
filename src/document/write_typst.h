// SPDX-License-Identifier: Apache-2.0
#pragma once

// Blocks as Typst's markup, in which every text is escaped, and a whole letter as the source of a
// document whose form is in templates/letter/letter.typ.

#include "document/document.h"
#include "document/gbt9704.h"
#include "document/letter.h"
#include "document/office_look.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace huice::document {

/// What a face is called in templates/letter/faces.typ.
std::string_view typst_name(gbt9704::Face face);

/// What is said beside the source, for who has to bring fonts and pictures.
struct TypstNeeds {
  /// The characters that are set in a face, each once, in their order.
  std::map<gbt9704::Face, std::u32string> characters{};
  /// Pictures, as the blocks name them; the source asks for each as typst_figure().
  std::vector<std::string> figures{};

  /// Adds the characters of `text`.
  void use(gbt9704::Face face, std::string_view text);
};

/// The name under which the source asks for a picture of the project.
std::string typst_figure(std::string_view file);

/// Appends the blocks, with an empty line between two. They call `head(shown, level, words)` for a
/// heading: `shown` is its own level, `level` that of the outline, which begins with 1 and leaves
/// none out; and `inset(rows)` for the room in the cells of a table. With `marks_end`, `end` stands
/// where their last words do.
void write_typst(const Blocks& blocks, std::string& out, TypstNeeds& needs, bool marks_end = false);

struct TypstLetter {
  std::string source{};
  TypstNeeds needs{};
};

/// The letter as a source that imports letter.typ from beside it.
TypstLetter typst_of(const Letter& letter, const OfficeLook& look = usual_look());

}  // namespace huice::document
