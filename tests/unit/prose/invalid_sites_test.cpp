// SPDX-License-Identifier: Apache-2.0
// Each case of tests/sites_invalid/*.case is a small broken project and what the loader and the
// checkers of prose and of rules report of it, to the letter. That the program prints the same,
// exits with 1 and publishes nothing is tested by tests/scripts/broken_projects.py.
// HUICE_UPDATE_GOLDEN=1 writes the expected texts anew.
#include "base/memory_files.h"
#include "load/project.h"
#include "match/examples.h"
#include "paths.h"
#include "prose/check.h"
#include "support/project_case.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

using namespace huice;
using namespace huice::test;

namespace {

std::string reported(const Case& one) {
  const std::string project = "tests/sites_invalid/" + one.name;
  MemoryFileSystem files;
  for (const auto& [path, bytes] : project_of(one)) files.put(join_path(project, path), bytes);
  Diagnostics problems;
  const auto library = load::load_project(files, {.project = project}, problems);
  if (library) {
    model::Locator locator(files, project, library->files());
    prose::check_all(*library, locator, problems);
    match::check_rules(*library, locator, problems);
  }
  std::string text;
  for (const Diagnostic& found : problems.sorted()) text += format_diagnostic(found, Language::en);
  return text;
}

}  // namespace

TEST_CASE("of every broken project the loader and the checkers report what it expects") {
  std::size_t count = 0;
  for (const auto& path : case_files(source_path("/tests/sites_invalid"))) {
    std::vector<Case> cases = read_cases(path);
    // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread changes the environment
    if (std::getenv("HUICE_UPDATE_GOLDEN") != nullptr) {
      for (Case& one : cases) set_expected(one, reported(one));
      write_cases(path, cases);
    }
    for (const Case& one : cases) {
      INFO(one.file << ":" << one.line << ": " << one.name);
      const std::string text = reported(one);
      CHECK_MESSAGE(text.find(": error[") != std::string::npos, "the project has no error");
      CHECK(text == expected_of(one));
      ++count;
    }
  }
  CHECK(count >= 50);
}
