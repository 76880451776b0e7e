// SPDX-License-Identifier: Apache-2.0
// Each folder of tests/sites_invalid/ is a small broken project; its expected.txt holds what huice
// says of it, to the letter. HUICE_UPDATE_GOLDEN=1 writes the files anew.
#include "load/project.h"
#include "paths.h"
#include "prose/check.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

using namespace huice;

namespace {

const std::string kRepository = source_path("/");
const std::string kSites = kRepository + "tests/sites_invalid";

// Expected texts name no machine's folders.
std::string without_repository(std::string text) {
  for (std::size_t at = text.find(kRepository); at != std::string::npos;
       at = text.find(kRepository, at)) {
    text.erase(at, kRepository.size());
  }
  return text;
}

std::string said_of(const std::string& project) {
  const RealFileSystem files;
  Diagnostics problems;
  const auto library = load::load_project(files, {.project = project}, problems);
  if (library) {
    load::Locator locator(files, project, library->files());
    prose::check_all(*library, locator, problems);
  }
  std::string text;
  for (const Diagnostic& found : problems.sorted()) text += format_diagnostic(found);
  return without_repository(text);
}

std::vector<std::string> site_names() {
  std::vector<std::string> names;
  auto entries = RealFileSystem().list(kSites);
  REQUIRE(entries.ok());
  for (const DirectoryEntry& entry : entries.value()) {
    // tests/unit/check reads these: their projects load, and huice check finds what does not fit.
    if (entry.name != "findings") names.push_back(entry.name);
  }
  return names;
}

bool update_asked() {
  const char* asked = std::getenv("HUICE_UPDATE_GOLDEN");
  return asked != nullptr && *asked != '\0';
}

}  // namespace

TEST_CASE("of every broken project huice says what its expected.txt says") {
  const auto names = site_names();
  CHECK(names.size() >= 30);
  for (const std::string& name : names) {
    CAPTURE(name);
    const std::string project = kSites + "/" + name;
    const std::string said = said_of(project);
    CHECK_MESSAGE(said.find(": error[") != std::string::npos, "the project has no error");
    if (update_asked()) std::ofstream(project + "/expected.txt", std::ios::binary) << said;
    const auto expected = RealFileSystem().read(project + "/expected.txt");
    REQUIRE_MESSAGE(expected.ok(), "expected.txt is missing");
    CHECK(said == expected.value());
  }
}
