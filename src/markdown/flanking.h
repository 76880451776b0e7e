// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether runs of `*` and `_` read as emphasis: CommonMark 0.30, section 6.2. A run opens or closes
// depending on the characters at its sides, and Chinese text, which has no spaces, meets the bad
// cases all the time: `**“专精特新”**企业` is not bold, since a mark follows and no space does.

#include <string>
#include <string_view>
#include <vector>

namespace huice::markdown {

/// A run of one or two equal characters that opens or closes emphasis.
struct Delimiter {
  std::size_t at = 0;  ///< byte offset in the text
  std::size_t length = 1;
  bool opens = true;
  bool is_alone = true;  ///< no like emphasis around it: it cannot be taken for that one's end
};

/// Rewrites inline Markdown so that each delimiter does what it is for: where a neighbour is in
/// the way it becomes a character reference (企 -> `&#20225;`), which counts as punctuation.
/// `delimiters` are in ascending order.
std::string with_working_delimiters(std::string_view text,
                                    const std::vector<Delimiter>& delimiters);

}  // namespace huice::markdown
