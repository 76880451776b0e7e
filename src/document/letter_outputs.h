// SPDX-License-Identifier: Apache-2.0
#pragma once

// The file formats of letters.

#include "document/letter.h"
#include "document/office_look.h"
#include "template/engine.h"
#include "view/words.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::document {

/// What a writer of letters has beside the letter. REQUIRES: all of it outlives the writing.
struct LetterLook {
  const tmpl::Environment& templates;
  const view::Words& words;
  const OfficeLook& office;
  /// Gives a letter's PDF; nullopt where there was an error, which is reported. REQUIRES: not
  /// empty, where a PDF is written.
  std::function<std::optional<std::string>(const Letter& letter, Diagnostics& problems)> pdf{};
};

struct LetterOutput {
  std::string_view name;                    ///< as --formats calls it, and a file's ending
  std::vector<std::string_view> templates;  ///< that the writer renders
  /// Another program makes it: where that or a font is missing, the other formats can be written.
  bool by_program = false;
  /// Appends the file's bytes; false where there was an error, which is reported.
  bool (*write)(const Letter& letter, const LetterLook& look, std::string& out,
                Diagnostics& problems);
};

/// All formats, in the order in which they are made.
const std::vector<LetterOutput>& letter_outputs();

/// Where the template of a format prints a part of letters: the problem that rendering it without
/// that part has. `part` is what templates call it. nullopt where the format has no template, or it
/// does not print the part.
std::optional<Diagnostic> printed_at(const LetterOutput& output, const Letter& letter,
                                     std::string_view part, const LetterLook& look);

/// nullptr where there is no such format.
const LetterOutput* letter_output(std::string_view name);

}  // namespace huice::document
