// SPDX-License-Identifier: Apache-2.0
#pragma once

// Breaking a paragraph into lines, as Python's textwrap does it for Jinja's `wordwrap`.

#include <cstddef>
#include <functional>
#include <string_view>

namespace huice::tmpl {

struct Wrapping {
  std::size_t width = 79;        ///< the most characters of a line, at least 1
  bool break_long_words = true;  ///< a word longer than a line is cut; else it is alone
  bool break_on_hyphens = true;  ///< a line may end after a hyphen between letters
};

/// Gives the lines of one paragraph, without white space at their ends, one after the other, until
/// `take` returns false. A paragraph of nothing but white space has none. REQUIRES: no line break
/// in `paragraph`, width > 0.
void wrap(std::string_view paragraph, const Wrapping& how,
          const std::function<bool(std::string_view line)>& take);

}  // namespace huice::tmpl
