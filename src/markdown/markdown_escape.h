// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text that stands for itself in Markdown.

#include <string>
#include <string_view>

namespace huice::markdown {

struct TextPosition {
  bool starts_line = true;   ///< list markers, `#`, `>` … would start a block here
  bool in_heading = false;   ///< `#` may close the heading
  bool in_cell = false;      ///< the caller escapes pipes, those in code spans too
  bool keeps_stars = false;  ///< `*` and `_` stay as they are
};

/// Appends plain text so that it reads back as the same text. Line breaks and other controls become
/// character references; blanks at the ends are the caller's to look after.
void escape_text(std::string_view text, TextPosition position, std::string& out);

/// escape_text() for any position, table cells included: pipes are escaped too.
void escape_markdown(std::string_view text, std::string& out);

/// Appends a URL or title so that it reads back the same inside `<…>`, `(…)` without parentheses,
/// or
/// `"…"`.
void escape_destination(std::string_view url, std::string& out);

/// Appends a character reference, `&#20225;`.
void append_reference(char32_t character, std::string& out);

}  // namespace huice::markdown
