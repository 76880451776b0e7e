// SPDX-License-Identifier: Apache-2.0
#pragma once

// The lines of a paragraph in the source, without the markers of the blocks that it is in.

#include <cmark.h>

#include <string_view>

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

}  // namespace huice::markdown
