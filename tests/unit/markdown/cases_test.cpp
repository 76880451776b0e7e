// SPDX-License-Identifier: Apache-2.0
// Runs tests/cases/markdown/*.case; blocks.case says what a case looks like.
#include "paths.h"
#include "reading.h"
#include "support/case_file.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

namespace {

using huice::test::Case;
using huice::test::Section;

void check_case(const Case& one) {
  const Section* input = one.find("input");
  const Section* expected_problems = one.find("problems");
  REQUIRE(input != nullptr);
  REQUIRE(one.sections.size() > 1);
  std::string problems;
  const auto document = reading::read(input->body, &problems);
  const std::map<std::string, std::string> actual{{"input", input->body},
                                                  {"html", reading::html(document)},
                                                  {"markdown", reading::markdown(document)},
                                                  {"plain", reading::plain(document)},
                                                  {"problems", problems}};
  for (const Section& section : one.sections) {
    CAPTURE(section.head);
    REQUIRE(actual.count(section.head) == 1);
    CHECK(actual.at(section.head) == section.body);
  }
  if (expected_problems == nullptr) {
    CHECK(problems == "");
    CHECK(huice::markdown::same_tree(document, reading::read(actual.at("markdown"))));
  }
}

}  // namespace

TEST_CASE("the documents in tests/cases/markdown read and write as they say") {
  std::size_t cases = 0;
  for (const auto& path : huice::test::case_files(source_path("/tests/cases/markdown"))) {
    for (const Case& one : huice::test::read_cases(path)) {
      INFO(one.file << ":" << one.line << ": " << one.name);
      check_case(one);
      ++cases;
    }
  }
  CHECK(cases > 15);
}
