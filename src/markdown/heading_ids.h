// SPDX-License-Identifier: Apache-2.0
#pragma once

// Ids of headings, and the anchors (`#申报条件`) that lead to them.

#include "markdown/tree.h"

#include <map>
#include <string>
#include <string_view>

namespace huice::markdown {

using Slugs = std::map<std::string, NodeId, std::less<>>;

/// The headings of a text by their slugs, which are what its author writes after `#`. A slug is the
/// heading's own words as GitHub writes them: letters of all scripts and digits, small letters for
/// A–Z, `-` for each space, no marks. The second heading of the same words ends in `-1`, the third
/// in `-2`. What citations print is no part of it, so that a slug does not change with a figure.
Slugs heading_slugs(const Document& document);

/// Names of which no two are the same.
class UniqueNames {
 public:
  /// `wanted`, or where it is taken `wanted-1`, `wanted-2` and so on.
  std::string claim(const std::string& wanted);

 private:
  std::map<std::string, unsigned> next_;  ///< the names taken, with the number to try next
};

/// The ids that headings have on one page. The first heading of a slug has it as id, whatever text
/// it is in, further ones get a number. Ids of ASCII alone are records' and templates' (`_main`),
/// so that a slug of ASCII alone gets `h_` before it: no record's id has a `_`, and templates'
/// begin with one.
class HeadingIds {
 public:
  /// An id that no other call has got.
  std::string claim(std::string_view slug);

 private:
  UniqueNames names_;
};

}  // namespace huice::markdown
