// SPDX-License-Identifier: Apache-2.0
// The examples of the data guide, in both languages, read with the shipped profile.
#include "base/files.h"
#include "base/json/write.h"
#include "load/project.h"
#include "logic/condition/print.h"
#include "match/conditions.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace huice;

namespace {

std::vector<std::string> examples(const std::string& name) {
  RealFileSystem files;
  const auto guide = files.read(source_path(name));
  REQUIRE(guide.ok());
  std::vector<std::string> lines;
  bool inside = false;
  std::istringstream text(guide.value());
  for (std::string line; std::getline(text, line);) {
    const bool fence = line.starts_with("```");
    if (inside && !fence) lines.push_back(line);
    if (fence) inside = line == "```condition";
  }
  return lines;
}

}  // namespace

TEST_CASE(
    "every condition that the data guide shows is read, and printed as one that says the same") {
  RealFileSystem files;
  Diagnostics problems;
  const auto library = load::load_project(files, {.project = source_path("")}, problems);
  REQUIRE(library);
  const match::RuleReader reader(library->profile());
  const std::vector<std::string> lines = examples("/docs/data-guide.md");
  CHECK(lines == examples("/docs/data-guide.zh-CN.md"));
  REQUIRE(lines.size() > 20);
  for (const std::string& line : lines) {
    CAPTURE(line);
    const auto rule_of = [](const std::string& text) {
      return model::Rule{json::text(json::Value(text)), {}};
    };
    std::vector<match::ConditionFault> faults;
    CHECK(reader.compile(rule_of(line), faults).has_value());
    const json::Value logic = reader.json(rule_of(line));
    const auto printed = logic::print_condition(logic, reader.vocabulary());
    REQUIRE(printed.has_value());
    CHECK(json::text(reader.json(rule_of(*printed))) == json::text(logic));
  }
}
