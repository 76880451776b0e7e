// SPDX-License-Identifier: Apache-2.0
#include "load/project.h"
#include "paths.h"
#include "prose/check.h"

#include <doctest/doctest.h>

using namespace huice;

TEST_CASE("every citation in the shipped records leads somewhere") {
  const RealFileSystem files;
  const std::string project = source_path();
  Diagnostics problems;
  const auto library = load::load_project(files, {.project = project}, problems);
  REQUIRE(library.has_value());
  model::Locator locator(files, project, library->files());
  prose::check_all(*library, locator, problems);
  std::string said;
  for (const Diagnostic& found : problems.sorted()) said += format_diagnostic(found, Language::en);
  CHECK(said == "");
}
