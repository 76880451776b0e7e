// SPDX-License-Identifier: Apache-2.0
// docs/template-language.md is a test: its examples run, and nothing the language has is left out.
#include "template/doc_examples.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace huice;

namespace {

/// Whether `word` stands in `text` behind one of `before`, perhaps with blanks between.
bool mentions(const std::string& text, const std::string& word, const std::string& before) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    if (end < text.size() && letter(text[end])) continue;
    if (at > 0 && letter(text[at - 1])) continue;
    std::size_t start = at;
    while (start > 0 && (text[start - 1] == ' ' || text[start - 1] == '-')) --start;
    if (start >= before.size() && text.compare(start - before.size(), before.size(), before) == 0) {
      return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("the examples of the language's document give what it says, and none is missing") {
  const std::string used = test::check_doc_examples("docs/template-language.md");
  const tmpl::Environment environment([](std::string_view) { return std::nullopt; });
  for (const std::string& name : environment.filter_names()) {
    CHECK_MESSAGE((mentions(used, name, "|") || mentions(used, name, "{% filter")),
                  "no example of the filter ", name);
  }
  for (const std::string& name : environment.test_names()) {
    CHECK_MESSAGE((mentions(used, name, " is") || mentions(used, name, " is not") ||
                   mentions(used, "'" + name + "'", ",") || mentions(used, "'" + name + "'", "(")),
                  "no example of the test ", name);
  }
  constexpr std::array<const char*, 20> kTags{"if",       "elif", "else",       "for",    "break",
                                              "continue", "set",  "macro",      "call",   "include",
                                              "import",   "from", "extends",    "block",  "filter",
                                              "raw",      "with", "autoescape", "endset", "endfor"};
  for (const char* tag : kTags) {
    CHECK_MESSAGE(mentions(used, tag, "{%"), "no example of the tag ", tag);
  }
}
