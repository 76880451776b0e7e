// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bold beside Chinese. CommonMark lets a run of `*` open or close by the spaces and marks at its
// sides, and Chinese has no spaces: in `**一次性奖励，**每年` the second run could only open. Here
// a run beside Chinese text that has a mark on one side and none on the other can do both, which
// the run before it then decides.
//
// cmark parses, and cannot be told so. It gets a mark of ours (own_mark.h) beside such a run, on
// the side without one. They are never beside a backslash, a bracket or another sign of Markdown,
// so they change nothing but what the run can do; in code, addresses and escapes nothing at all.

#include "base/edited_text.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace huice::markdown {

/// The marks to put into a Markdown text before cmark reads it. None are put into a paragraph whose
/// runs all find their partner by CommonMark's own rule, without bold in bold, nor where fewer
/// would find one with them: a `**` alone stays text. Where as many would, a run beside a blank
/// goes before others, since the blank says whether it begins or ends. REQUIRES: markdown is valid
/// UTF-8, and its own marks are doubled.
std::vector<Edit> emphasis_marks(std::string_view markdown);

/// Some bytes of a text.
struct Stretch {
  std::size_t at = 0;
  std::size_t bytes = 0;
};

/// Where runs of two stars or more beside Chinese find no partner and are text. `text` is the text
/// of one block with its marks; `blanked` is the same with another sign in place of each of code,
/// addresses and escapes.
std::vector<Stretch> stars_alone(std::string_view text, std::string_view blanked);

}  // namespace huice::markdown
