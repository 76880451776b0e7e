// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tree of a page that huice wrote: every element is closed, so that no rules of browsers are
// needed.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace huice::test {

struct HtmlNode {
  std::string tag;   ///< empty: a text
  std::string text;  ///< of a text, with its entities read
  std::map<std::string, std::string> attributes;
  std::vector<HtmlNode> children;

  bool is(std::string_view name, std::string_view its_class = {}) const;
  bool has_class(std::string_view name) const;
  /// The first below it, itself left out; nullptr where there is none.
  const HtmlNode* first(std::string_view name, std::string_view its_class = {}) const;
  std::vector<const HtmlNode*> all(std::string_view name, std::string_view its_class = {}) const;
  /// Its words without blanks; items of lists and definitions joined by ；.
  std::string words() const;
};

/// From <main> to </main>. Throws std::runtime_error for what is not closed.
HtmlNode main_of(std::string_view html);

}  // namespace huice::test
