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

#include <string_view>
#include <vector>

namespace huice::markdown {

/// The marks to put into a Markdown text before cmark reads it. None are put into a paragraph whose
/// runs all find their partner by CommonMark's own rule, without bold in bold, nor where fewer
/// would find one with them: a `**` alone stays text and takes no other run along. REQUIRES:
/// markdown is valid UTF-8, and its own marks are doubled.
std::vector<Edit> emphasis_marks(std::string_view markdown);

}  // namespace huice::markdown
