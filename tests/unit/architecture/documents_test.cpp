// SPDX-License-Identifier: Apache-2.0
// What is written about the code stays true: paths named in the guides exist, each diagnostic has
// its section and a test on its exact text, each disabled lint its reason.
#include "architecture/repository.h"
#include "base/diagnostic.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>

using namespace huice::architecture;

namespace {

using Strings = std::vector<std::string>;

Strings matches(const std::string& text, const std::regex& pattern, std::size_t group = 1) {
  Strings out;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
    out.push_back(it->str(group));
  }
  return out;
}

// A span names the repository where it starts with one of its folders or is a file of its root.
// `data/policies/<id>.json` and `tests/unit/*` are checked up to the last plain folder.
std::string path_in(std::string span) {
  static const std::regex ours(
      R"(^(\./)?((src|templates|site|data|tests|docs|cmake|tools|\.ci)/\S*|dev|CMakeLists\.txt|CMakePresets\.json|\.clang-(tidy|format)|README\.md|CONTRIBUTING\.md|LICENSE)$)");
  span = std::regex_replace(span, std::regex(R"((#|:\d).*$)"), "");
  if (!std::regex_match(span, ours)) return {};
  if (span.starts_with("./")) span.erase(0, 2);
  const std::size_t open = span.find_first_of("<*{");
  const std::size_t dots = span.find("…");
  const std::size_t plain = std::min(open, dots);
  if (plain != std::string::npos) span = span.substr(0, span.rfind('/', plain) + 1);
  return span;
}

Strings named_paths(const std::string& markdown) {
  static const std::regex code(R"(`([^`\n]+)`)");
  static const std::regex link(R"(\]\(([^)\s]+)\))");
  Strings out;
  for (const std::string& span : matches(markdown, code)) out.push_back(path_in(span));
  for (std::string target : matches(markdown, link)) {
    // Links are relative to docs/.
    if (target.starts_with("../")) {
      target.erase(0, 3);
    } else if (target.find(':') == std::string::npos && !target.starts_with("#")) {
      target = "docs/" + target;
    }
    out.push_back(path_in(target));
  }
  std::erase(out, "");
  return out;
}

Strings dead_paths(const std::string& name, const std::string& markdown) {
  // Private records are git-ignored, so that a clone has none.
  static const std::set<std::string> absent_on_purpose{"data/private/"};
  Strings out;
  for (const std::string& path : named_paths(markdown)) {
    if (!exists(path) && !absent_on_purpose.contains(path))
      out.push_back(name + " names " + path + ", which does not exist");
  }
  return out;
}

Strings undocumented_codes(const std::string& document) {
  static const std::regex heading("(?:^|\n)## ([a-z0-9-]+)[ \t]*(?=\n|$)");
  const Strings sections = matches(document, heading);
  std::set<std::string> known;
  Strings out;
  for (const huice::Code code : huice::all_codes()) {
    known.emplace(code.slug());
    if (std::count(sections.begin(), sections.end(), code.slug()) != 1) {
      out.push_back("“## " + std::string(code.slug()) +
                    "” is not there exactly once in docs/diagnostics.md");
    }
  }
  for (const std::string& section : sections) {
    if (!known.contains(section))
      out.push_back("docs/diagnostics.md describes " + section + ", which is no code");
  }
  return out;
}

Strings untested_codes(const std::vector<File>& tests) {
  Strings out;
  for (const huice::Code code : huice::all_codes()) {
    const std::string formatted = "[" + std::string(code.slug()) + "]:";
    const bool tested = std::any_of(tests.begin(), tests.end(), [&](const File& file) {
      return !file.path.starts_with("tests/unit/architecture/") &&
             !file.path.starts_with("tests/cases/messages/") &&
             file.text.find(formatted) != std::string::npos;
    });
    if (!tested) out.push_back("no file under tests/ holds “" + formatted + "”");
  }
  return out;
}

// The names after a minus in the Checks of .clang-tidy.
Strings disabled_lints(const std::string& configuration) {
  return matches(configuration, std::regex(R"(\n\s+-([a-z0-9.-]+),?(?=\n))"));
}

Strings lints_without_reason(const std::string& configuration, const std::string& document) {
  Strings out;
  for (const std::string& lint : disabled_lints(configuration)) {
    if (configuration.find("\n# " + lint + ": ") == std::string::npos)
      out.push_back(lint + ": no reason in .clang-tidy");
    if (document.find("`" + lint + "`") == std::string::npos)
      out.push_back(lint + ": not in docs/lint.md");
  }
  return out;
}

}  // namespace

TEST_CASE("every path named in the guides exists") {
  for (const std::string guide :
       {"docs/architecture.md", "docs/testing.md", "docs/setup.md", "docs/lint.md"}) {
    CAPTURE(guide);
    const std::string text = text_of(guide);
    CHECK_MESSAGE(!text.empty(), guide, " is missing");
    const Strings found = dead_paths(guide, text);
    INFO(listed(found));
    CHECK(found.empty());
  }
}

TEST_CASE("a dead path in a guide is found in code spans and in links") {
  CHECK(named_paths(
            "`src/base/`, `./dev test`, `./dev`, `policies/x.html`, `data/policies/<id>.json`, "
            "[a](../tests/unit/main.cpp), [b](lint.md#x), [c](https://a.b/src/x), "
            "`src/base/files.h:12`") == Strings{"src/base/", "dev", "data/policies/",
                                                "src/base/files.h", "tests/unit/main.cpp",
                                                "docs/lint.md"});
  CHECK(dead_paths("x.md", "`src/base/` and `src/nowhere/a.h`") ==
        Strings{"x.md names src/nowhere/a.h, which does not exist"});
  CHECK(dead_paths("x.md", "`data/private/`").empty());
}

TEST_CASE(
    "every diagnostic code has its section in docs/diagnostics.md, and every section a code") {
  REQUIRE_MESSAGE(exists("docs/diagnostics.md"), "docs/diagnostics.md is missing");
  const Strings found = undocumented_codes(text_of("docs/diagnostics.md"));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("every diagnostic code has a test on its formatted text") {
  const Strings found = untested_codes(files_under("tests"));
  INFO(listed(found));
  CHECK(found.empty());
}

TEST_CASE("a code without section or test, and a section without code, are found") {
  const std::string slug(huice::all_codes().front().slug());
  const std::size_t all = huice::all_codes().size();
  CHECK(undocumented_codes("").size() == all);
  CHECK(undocumented_codes("# x\n\n## " + slug + "\n").size() == all - 1);
  CHECK(undocumented_codes("## " + slug + "\n\n## " + slug + "\n").size() == all);
  CHECK(undocumented_codes("## no-such-code\n").size() == all + 1);
  CHECK(untested_codes({}).size() == all);
  CHECK(untested_codes({{"tests/cases/a.case", "a:1:2: error[" + slug + "]: x"}}).size() ==
        all - 1);
  CHECK(untested_codes({{"tests/cases/a.case", slug}}).size() == all);
}

TEST_CASE("every disabled clang-tidy check has its reason in .clang-tidy and in docs/lint.md") {
  const std::string configuration = text_of(".clang-tidy");
  CHECK(!disabled_lints(configuration).empty());
  const Strings found = lints_without_reason(configuration, text_of("docs/lint.md"));
  INFO(listed(found));
  CHECK(found.empty());
  CHECK(lints_without_reason("Checks: >\n  a-*,\n  -a-b\n", "").size() == 2);
  CHECK(lints_without_reason("\n# a-b: why\nChecks: >\n  -a-b\n", "`a-b`").empty());
}
