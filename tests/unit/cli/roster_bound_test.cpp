// SPDX-License-Identifier: Apache-2.0
#include "base/messages/cli.h"
#include "cli/memory_world.h"
#include "project/verbs.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace huice;
using namespace huice::test;

TEST_CASE("what is written of a roster is bounded in sum, and over the bound nothing is written") {
  MemoryFileSystem files;
  put_folder(files, "tests/sites/small/data", "p/data");
  put_share(files);
  files.put("r.csv", "企业名称,上年度营业收入\n甲,3000万元\n乙,1元\n");
  const FixedClock clock("2026-03-05");
  const project::Setting setting{
      .files = files, .clock = clock, .share = "share", .version = "1", .language = Language::en};
  project::MatchOptions options;
  options.project = "p";
  options.roster = "r.csv";
  options.output = "o.csv";
  options.columns = {"企业名称", "measure", "verdict"};
  project::Answer answer = project::match(options, setting);
  REQUIRE(answer.outcome == project::Outcome::done);
  const std::string written = files.read("o.csv").value();
  std::uint64_t bytes = 0;  // of all cells, which need no quotes
  for (const char c : written.substr(written.find('\n') + 1)) {
    if (c != ',' && c != '\r' && c != '\n') ++bytes;
  }
  REQUIRE(files.remove("o.csv"));
  options.most_output = bytes;
  CHECK(project::match(options, setting).outcome == project::Outcome::done);
  CHECK(files.read("o.csv").value() == written);
  REQUIRE(files.remove("o.csv"));
  options.most_output = bytes - 1;
  answer = project::match(options, setting);
  CHECK(answer.outcome == project::Outcome::problems);
  CHECK(answer.said == "");
  CHECK_FALSE(files.info("o.csv").has_value());
  const std::vector<Diagnostic> problems = answer.problems->sorted();
  const auto found = std::find_if(problems.begin(), problems.end(), [](const Diagnostic& one) {
    return one.code == msg::roster_too_long::code;
  });
  REQUIRE(found != problems.end());
  CHECK(format_diagnostic(*found, Language::en) ==
        "r.csv: error[roster-too-long]: at row 3 of the roster, o.csv would have more than " +
            std::to_string(bytes - 1) +
            " B of text; it was not written\n"
            "  hint: each enterprise has a row for each measure: split the roster before that row, "
            "or "
            "write less with --only and --columns\n");
}
