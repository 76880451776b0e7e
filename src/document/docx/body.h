// SPDX-License-Identifier: Apache-2.0
#pragma once

// Blocks as paragraphs and tables of 公文 (GB/T 9704-2012, 7.3.3): no bullets, list marks are text.

#include "document/docx/story.h"

namespace huice::document::docx {

/// A line that takes no room: 22 lines of the page leave 18 twips.
inline constexpr int kGap = 12;

/// An empty paragraph of that height, which stays with what follows it.
void write_gap(Story& story, int line);

/// `keeps_last`: the last paragraph stays on the page of what follows it. Ends with a paragraph,
/// of no height where the last block is a table.
void write_body(Story& story, const Blocks& blocks, bool keeps_last);

}  // namespace huice::document::docx
