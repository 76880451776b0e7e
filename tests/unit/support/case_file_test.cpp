// SPDX-License-Identifier: Apache-2.0
#include "support/case_file.h"

#include "paths.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace huice;
using namespace huice::test;

namespace {

std::string error_of(const std::string& document) {
  try {
    parse_cases(document, "x.case");
  } catch (const CaseError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a document holds cases with notes, sections, arguments and lines") {
  const auto cases = parse_cases(
      "A preface.\n\n=== first\nA note.\n--- in put here\na\n\n--- out\n\n=== second\n--- "
      "out\n---\n",
      "x.case");
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].name == "first");
  CHECK(cases[0].note == "A note.\n");
  CHECK(cases[0].line == 3);
  REQUIRE(cases[0].sections.size() == 2);
  CHECK(cases[0].sections[0].head == "in");
  CHECK(cases[0].sections[0].argument == "put here");
  CHECK(cases[0].sections[0].body == "a\n\n");
  CHECK(cases[0].sections[0].text() == "a\n");
  CHECK(cases[0].sections[0].line == 5);
  CHECK(cases[0].find("out")->body == "");
  CHECK(cases[0].find("nothing") == nullptr);
  CHECK(cases[1].find("out")->text() == "---");
}

TEST_CASE("the one empty line between two cases belongs to neither, further ones to the first") {
  const auto body = [](const std::string& end) {
    return parse_cases("=== a\n--- b\nc\n" + end, "x.case").front().sections.front().body;
  };
  CHECK(body("") == "c\n");
  CHECK(body("\n") == "c\n");
  CHECK(body("\n\n") == "c\n\n");
  CHECK(body("\n=== d\n--- e\n") == "c\n");
  CHECK(body("\n\n=== d\n--- e\n") == "c\n\n");
}

TEST_CASE("a malformed document is refused with its name and line") {
  CHECK(error_of("=== a\n--- b\n\n=== \n--- b\n") == "x.case:4: this case has no name");
  CHECK(error_of("=== a\n--- \n") == "x.case:2: this section has no name");
  CHECK(error_of("preface\n--- b\n") == "x.case:2: a section before the first case");
  CHECK(error_of("=== a\n\n=== b\n--- c\n") == "x.case:1: this case has no section");
  CHECK(error_of("=== a\n--- b\n\n=== c\n") == "x.case:4: this case has no section");
  CHECK(error_of("=== a\n--- b\n\n=== a\n--- b\n") ==
        "x.case:4: line 1 has a case of this name already");
  CHECK_THROWS_WITH_AS(read_cases("/no/such.case"), "/no/such.case:1: cannot be read", CaseError);
}

TEST_CASE("every document of the repository is written as it was read, its preface included") {
  std::size_t count = 0;
  for (const char* folder : {"/tests/cases/markdown", "/tests/cases/template",
                             "/tests/sites_invalid", "/tests/sites_invalid/findings"}) {
    for (const auto& path : case_files(source_path(folder))) {
      CAPTURE(path);
      std::ifstream in(path, std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      const auto copy = std::filesystem::temp_directory_path() / "huice_case_file_test.case";
      std::ofstream(copy, std::ios::binary) << text;
      write_cases(copy, read_cases(path));
      std::ifstream out(copy, std::ios::binary);
      CHECK(std::string{std::istreambuf_iterator<char>(out), {}} == text);
      std::filesystem::remove(copy);
      ++count;
    }
  }
  CHECK(count > 40);
}
