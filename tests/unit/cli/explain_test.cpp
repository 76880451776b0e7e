// SPDX-License-Identifier: Apache-2.0
#include "cli/memory_world.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace huice;
using namespace huice::test;

namespace {

Said explain(const std::vector<std::string>& arguments) {
  RealFileSystem disk;
  std::vector<std::string> all{"explain"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run(disk, all);
}

}  // namespace

TEST_CASE("explain prints message, hint and what the document says") {
  const Said said = explain({"years-both"});
  CHECK(said.code == 0);
  CHECK(said.err.empty());
  CHECK(said.out ==
        "error[years-both]: “years” takes “exactly” or “at_most”, one of the two\n"
        "\n"
        "`years` says either `exactly` (for three years) or `at_most` (for up to three years), not "
        "both and not\nneither. Where the text says nothing about years, leave the whole key "
        "out.\n");
}

TEST_CASE("explain takes a code as messages show it and leaves out what depends on the case") {
  const Said said = explain({"error[bad-money]:"});
  CHECK(said.code == 0);
  CHECK(said.out.starts_with("error[bad-money]: “…” is not an amount of money\n  hint: "));
  CHECK(explain({"bad-money"}).out == said.out);
}

TEST_CASE("explain names the code nearest to one that is not there") {
  const Said said = explain({"bad-mony"});
  CHECK(said.code == 2);
  CHECK(said.out.empty());
  CHECK(
      said.err ==
      "there is no diagnostic “bad-mony”; did you mean “bad-money”?\n`huice explain` lists them\n");
  CHECK(explain({"完全不同"}).err ==
        "there is no diagnostic “完全不同”\n`huice explain` lists them\n");
}

TEST_CASE("explain without a code lists all, one a line") {
  const Said said = explain({});
  CHECK(said.code == 0);
  const auto lines = std::count(said.out.begin(), said.out.end(), '\n');
  CHECK(static_cast<std::size_t>(lines) == all_codes().size());
  std::size_t longest = 0;
  for (const Code one : all_codes()) longest = std::max(longest, one.slug().size());
  const std::string gap(longest - std::string("file-not-found").size() + 2, ' ');
  CHECK(
      said.out.starts_with("file-not-found" + gap + "error    there is no such file or folder\n"));
  CHECK(said.out.find("error    “…” takes …, but this is …\n") != std::string::npos);
}

TEST_CASE("explain has a text for every code") {
  std::size_t explained = 0;
  for (const Code one : all_codes()) {
    const Said said = explain({std::string(one.slug())});
    const std::size_t blank = said.out.find("\n\n");
    REQUIRE(blank != std::string::npos);
    if (said.out.size() > blank + 42) ++explained;
  }
  CHECK(explained == all_codes().size());
}

TEST_CASE("explain without its document prints the short form and says what is missing") {
  MemoryFileSystem files;
  const Said said = run(files, {"explain", "bad-money"});
  CHECK(said.code == 3);
  CHECK(said.out.starts_with("error[bad-money]: "));
  CHECK(said.err ==
        "docs/diagnostics.md: error[file-not-found]: there is no such file or folder\n"
        "  hint: check the spelling of the path\n1 error\n");
}
