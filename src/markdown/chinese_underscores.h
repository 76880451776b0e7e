// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bold in `__` beside Chinese. CommonMark takes `__` between letters for a part of a name, as in
// `a__b`, and Chinese has no spaces: in `按__重点__办` it makes nothing bold. Here two runs of two
// beside Chinese do, around two Chinese characters or more, marks included. The blanks of a form,
// `第__条第__款`, stay as they are: what is counted follows each of them.

#include "base/edited_text.h"
#include "markdown/chinese_emphasis.h"

#include <string_view>
#include <vector>

namespace huice::markdown {

/// The marks (own_mark.h) to put outside of such runs before cmark reads the text. REQUIRES:
/// markdown is valid UTF-8, and its own marks are doubled.
std::vector<Edit> underscore_marks(std::string_view markdown);

/// Where runs of two underscores between Chinese are text. `text` and `blanked` as for
/// stars_alone().
std::vector<Stretch> underscores_alone(std::string_view text, std::string_view blanked);

}  // namespace huice::markdown
