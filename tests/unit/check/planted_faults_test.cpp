// SPDX-License-Identifier: Apache-2.0
// Each case of tests/sites_invalid/findings/ plants one fault into the project of base.case there
// (docs/testing.md, "Planted faults"). HUICE_UPDATE_GOLDEN=1 writes the expected texts anew.
#include "check/base_project.h"
#include "check/codes.h"

#include <cstdlib>
#include <regex>
#include <set>

using namespace huice;
using namespace huice::test;

namespace {

std::vector<std::filesystem::path> documents() {
  auto files = case_files(kFindings);
  std::erase(files, std::filesystem::path(kFindings) / "base.case");
  return files;
}

std::vector<Case> all_cases() {
  std::vector<Case> all;
  for (const auto& path : documents()) {
    for (Case& one : read_cases(path)) all.push_back(std::move(one));
  }
  return all;
}

std::string text_of(const std::vector<Diagnostic>& found) {
  std::string text;
  for (const Diagnostic& one : found) text += format_diagnostic(one, Language::en);
  return text;
}

std::set<std::string> codes_of(const std::vector<Diagnostic>& found) {
  std::set<std::string> codes;
  for (const Diagnostic& one : found) codes.emplace(one.code.slug());
  return codes;
}

void write_expected(const Files& base) {
  for (const auto& path : documents()) {
    std::vector<Case> cases = read_cases(path);
    for (Case& one : cases) set_expected(one, text_of(reported(fault_of(one, base).fault)));
    write_cases(path, cases);
  }
}

}  // namespace

TEST_CASE("the project that faults are planted into has none") {
  const Case base = base_case();
  CHECK(expected_of(base) == "");
  CHECK(text_of(reported(project_of(base))) == "");
}

TEST_CASE("each planted fault is found, with its place and its words") {
  const Files base = project_of(base_case());
  // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread changes the environment
  if (std::getenv("HUICE_UPDATE_GOLDEN") != nullptr) write_expected(base);
  const auto cases = all_cases();
  CHECK(cases.size() >= 90);
  for (const Case& one : cases) {
    INFO(one.file << ":" << one.line << ": " << one.name);
    const Fault fault = fault_of(one, base);
    const auto found = reported(fault.fault);
    CHECK(codes_of(found).contains(fault.code));
    CHECK(text_of(found) == expected_of(one));
  }
}

TEST_CASE("the clean twin of each planted fault gives no finding, or another one that it names") {
  const Files base = project_of(base_case());
  for (const Case& one : all_cases()) {
    INFO(one.file << ":" << one.line << ": " << one.name);
    const Fault fault = fault_of(one, base);
    CHECK_FALSE(fault.twin_has.contains(fault.code));
    const auto found = reported(fault.twin);
    INFO(text_of(found));
    CHECK(codes_of(found) == fault.twin_has);
  }
}

TEST_CASE("every finding has a planted fault") {
  const Files base = project_of(base_case());
  std::set<std::string> planted;
  for (const Case& one : all_cases()) planted.insert(fault_of(one, base).code);
  for (const Code code : check::finding_codes()) {
    CAPTURE(code.slug());
    CHECK(planted.contains(std::string(code.slug())));
  }
}

TEST_CASE("a finding's message calls records by what people read, and not by an id") {
  // a/1/star and firms@city/2024; of worked examples, whose file names measures by these, it may.
  const std::regex id(R"((^|[^a-z0-9/])([a-z0-9-]+/[0-9]+/[a-z]+|[a-z-]+@[a-z]+/[0-9@ut]))");
  const Files base = project_of(base_case());
  for (const Case& one : all_cases()) {
    for (const Diagnostic& found : reported(fault_of(one, base).fault)) {
      if (found.code.slug().starts_with("example-")) continue;
      for (const Language language : {Language::en, Language::zh}) {
        const std::string said = message_of(found, language);
        CHECK_MESSAGE(!std::regex_search(said, id), one.name << ": " << said);
      }
    }
  }
}
