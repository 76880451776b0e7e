// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a finished page says, read back from its HTML or Markdown: of whom (a title), under which
// label, and what. Blanks, links and emphasis are left out, and items of lists joined by ；.

#include <functional>
#include <string>
#include <vector>

namespace huice::test {

struct Statement {
  std::string of;  ///< the title of the text, measure, target …; the page's own where it is one's
  std::string
      label;  ///< as printed; or what it is: "headline", "standing", "status", "offer", "record" …
  std::string text;
};

struct PageText {
  std::vector<Statement> said;
  /// Whatever says 未载明 outside of what was said.
  std::vector<std::string> unstated;
};

using IsTitle = std::function<bool(const std::string& title)>;

/// REQUIRES: the page is one of huice's, with one <main>. Throws std::runtime_error otherwise.
PageText read_html(const std::string& html);

/// `is_measure` says whether a heading is a measure's title.
PageText read_markdown(const std::string& markdown, const IsTitle& is_measure);

/// Without blanks.
std::string without_blanks(const std::string& text);

inline constexpr const char* kUnstated = "未载明";

}  // namespace huice::test
