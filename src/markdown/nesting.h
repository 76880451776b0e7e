// SPDX-License-Identifier: Apache-2.0
#pragma once

// Looks at a text before cmark does, for nesting that would cost cmark 0.30 quadratic time: rows of
// block markers followed by many lines, and unclosed brackets.

#include <cstddef>
#include <optional>
#include <string_view>

namespace huice::markdown {

/// The byte where a line's block markers (`>`, bullets, numbers) exceed `max_markers`, or where
/// more than ten times as many brackets of one paragraph are open; nothing for a text in order.
std::optional<std::size_t> find_excessive_nesting(std::string_view markdown, int max_markers);

}  // namespace huice::markdown
