// SPDX-License-Identifier: Apache-2.0
// docs/template-language.md is a test: its examples run, and nothing the language has is left out.
#include "paths.h"
#include "template/doc_examples.h"
#include "template/library/registry.h"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <set>
#include <string>

using namespace huice;

namespace {

/// Whether `word` is in `text` after one of `before`, perhaps with blanks between.
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

/// What the tables' first columns below a heading of the document name.
std::set<std::string> explained_below(const std::string& heading) {
  std::ifstream file(source_path("/docs/template-language.md"));
  std::set<std::string> names;
  bool below = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) below = line == "## " + heading;
    if (!below || !line.starts_with("| `")) continue;
    const std::string cell = line.substr(0, line.find(" | ", 1));
    for (std::size_t at = 0; (at = cell.find('`', at)) != std::string::npos; ++at) {
      const std::size_t end = cell.find_first_of("`(", at + 1);
      names.insert(cell.substr(at + 1, end - at - 1));
    }
  }
  return names;
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
  constexpr std::array<const char*, 28> kTags{
      "for",       "if",       "set",     "with",     "autoescape", "filter",  "break",
      "macro",     "continue", "call",    "block",    "extends",    "include", "import",
      "from",      "raw",      "endfor",  "endif",    "endset",     "endwith", "endautoescape",
      "endfilter", "endmacro", "endcall", "endblock", "elif",       "else",    "endraw"};
  for (const char* tag : kTags) {
    CHECK_MESSAGE(mentions(used, tag, "{%"), "no example of the tag ", tag);
  }
  tmpl::Registry functions;
  tmpl::add_functions(functions);
  for (const auto& function : functions.globals()) {
    CHECK_MESSAGE(used.find(function.first + "(") != std::string::npos,
                  "no example of the function ", function.first);
  }
}

TEST_CASE("the language's document explains each filter, test and function in a table") {
  const tmpl::Environment environment([](std::string_view) { return std::nullopt; });
  const std::set<std::string> filters = explained_below("Filters");
  for (const std::string& name : environment.filter_names()) {
    CHECK_MESSAGE(filters.count(name) == 1, "no row for the filter ", name);
  }
  const std::set<std::string> tests = explained_below("Tests");
  for (const std::string& name : environment.test_names()) {
    CHECK_MESSAGE(tests.count(name) == 1, "no row for the test ", name);
  }
  tmpl::Registry registry;
  tmpl::add_functions(registry);
  const std::set<std::string> functions = explained_below("Functions");
  for (const auto& function : registry.globals()) {
    CHECK_MESSAGE(functions.count(function.first) == 1, "no row for the function ", function.first);
  }
}
