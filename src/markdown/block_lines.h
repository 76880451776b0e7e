// SPDX-License-Identifier: Apache-2.0
#pragma once

// The lines of a paragraph in the source, without the markers of the blocks that it is in.

#include "markdown/line_index.h"

#include <cmark.h>

#include <string_view>
#include <vector>

namespace huice::markdown {

/// The blocks around a paragraph that put markers before its lines.
struct Surroundings {
  int quotes = 0;
  bool has_items = false;
};

Surroundings surroundings(cmark_node* node);

/// A later line of a paragraph without indentation and the `>` of quotes around it. Lazy lines have
/// fewer; four columns before a `>` make it text, unless a list item asks for them.
std::string_view without_markers(std::string_view line, const Surroundings& around);

/// A line of a paragraph.
struct ParagraphLine {
  std::string_view text;     ///< without indentation and markers
  std::string_view markers;  ///< what the blocks around it have before it, as far as they have it
  /// It goes on with the paragraph alone: it lacks a marker, or is indented as code is. Tabs, whose
  /// width depends on their place, are taken for what is wanted.
  bool is_loose = false;
};

std::vector<ParagraphLine> lines_of(cmark_node* paragraph, const LineIndex& lines);

}  // namespace huice::markdown
