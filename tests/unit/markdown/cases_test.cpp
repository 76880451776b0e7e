// SPDX-License-Identifier: Apache-2.0
// Runs tests/cases/markdown/*.case; blocks.case says what a case looks like.
#include "paths.h"
#include "reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

struct Case {
  std::string name;
  std::map<std::string, std::string> sections;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Case> cases;
  std::string* section = nullptr;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("=== ", 0) == 0) {
      cases.push_back({line.substr(4), {}});
      section = nullptr;
    } else if (line.rfind("--- ", 0) == 0 && !cases.empty()) {
      section = &cases.back().sections[line.substr(4)];
    } else if (section != nullptr) {
      (*section += line) += '\n';
    }
  }
  // The blank lines before the next case are not part of the last section.
  for (Case& one : cases) {
    for (auto& [name, text] : one.sections) {
      while (text.size() > 1 && text.substr(text.size() - 2) == "\n\n") text.pop_back();
    }
  }
  return cases;
}

void check_case(const Case& one) {
  static const std::vector<std::string> kKnown{"input", "html", "markdown", "plain", "problems"};
  REQUIRE(one.sections.count("input") == 1);
  REQUIRE(one.sections.size() > 1);
  std::string problems;
  const auto document = reading::read(one.sections.at("input"), &problems);
  const std::map<std::string, std::string> actual{{"html", reading::html(document)},
                                                  {"markdown", reading::markdown(document)},
                                                  {"plain", reading::plain(document)}};
  for (const auto& section : one.sections) {
    const std::string& name = section.first;  // clang 14 captures no structured binding
    CAPTURE(name);
    REQUIRE(std::find(kKnown.begin(), kKnown.end(), name) != kKnown.end());
    if (actual.count(name) != 0) CHECK(actual.at(name) == section.second);
  }
  const bool expects_problems = one.sections.count("problems") != 0;
  CHECK(problems == (expects_problems ? one.sections.at("problems") : std::string()));
  if (!expects_problems) {
    CHECK(huice::markdown::same_tree(document, reading::read(actual.at("markdown"))));
  }
}

}  // namespace

TEST_CASE("the documents in tests/cases/markdown read and write as they say") {
  std::size_t cases = 0;
  const std::filesystem::path folder = source_path("/tests/cases/markdown");
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    INFO("file: " << entry.path().filename().string());
    const auto found = read_cases(entry.path());
    CHECK_FALSE(found.empty());
    for (const Case& one : found) {
      INFO("case: " << one.name);
      check_case(one);
      ++cases;
    }
  }
  CHECK(cases > 15);
}
