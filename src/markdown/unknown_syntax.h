// SPDX-License-Identifier: Apache-2.0
#pragma once

// What other tools read as markup and huice does not: footnotes, ~~struck~~ text and the like. Read
// as CommonMark it would be printed sign by sign, or vanish, so it is found and refused. And signs
// of bold that have no partner, which are printed.

#include "markdown/line_index.h"

#include <cmark.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace huice::markdown {

enum class Syntax : std::uint8_t {
  footnote,      ///< [^1] and [^1]: …
  strike,        ///< ~~…~~
  highlight,     ///< ==…== around Chinese
  formula,       ///< $$…$$
  container,     ///< a line that begins with ::: or !!!
  task,          ///< - [ ] …, - [x] …
  alert,         ///< > [!NOTE]
  contents,      ///< [TOC]
  definition,    ///< a line `: …` after Chinese
  front_matter,  ///< --- at the beginning, settings, ---
  stray,         ///< ** or __ beside Chinese that makes nothing bold
};

struct UnknownSyntax {
  Syntax syntax = Syntax::footnote;
  std::size_t at = 0;  ///< byte of the text
  std::size_t bytes = 0;
};

/// Everything of the kind outside of code, addresses and escapes, in ascending order.
/// REQUIRES: root is what cmark has read of text, and lines are its lines.
std::vector<UnknownSyntax> unknown_syntax(cmark_node* root, std::string_view text,
                                          const LineIndex& lines);

}  // namespace huice::markdown
