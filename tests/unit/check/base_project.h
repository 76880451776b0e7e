// SPDX-License-Identifier: Apache-2.0
#pragma once

// The project without a finding, tests/sites_invalid/findings/base.case, and what huice reports of
// it once a test has changed it.

#include "base/memory_files.h"
#include "check/check.h"
#include "load/project.h"
#include "match/examples.h"
#include "paths.h"
#include "prose/check.h"
#include "support/project_case.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace huice::test {

inline const std::string kFindings = source_path("/tests/sites_invalid/findings");

inline Case base_case() {
  return read_cases(kFindings + "/base.case").front();
}

/// The base with one text, which must be in the file once, replaced by another.
inline Files base_with(const std::string& path, const std::string& old, const std::string& now) {
  Files files = project_of(base_case());
  std::string& text = files.at(path);
  const std::size_t at = text.find(old);
  REQUIRE_MESSAGE(at != std::string::npos, path, " does not hold ", old);
  REQUIRE_MESSAGE(text.find(old, at + 1) == std::string::npos, path, " holds more than once ", old);
  text.replace(at, old.size(), now);
  return files;
}

/// What huice reports of a project on 2026-03-01. The project must load.
inline std::vector<Diagnostic> reported(const Files& project) {
  MemoryFileSystem files;
  for (const auto& [path, bytes] : project) files.put("p/" + path, bytes);
  Diagnostics problems;
  const auto library = load::load_project(files, {.project = "p"}, problems);
  if (library) {
    model::Locator locator(files, "p", library->files());
    prose::check_all(*library, locator, problems);
    const derive::Indexes indexes(*library);
    const model::Date day = model::Date::parse("2026-03-01").value();
    const check::Subject subject{*library, indexes, day};
    Diagnostics of_rules;
    match::check_rules(*library, locator, of_rules);
    check::find_all(subject, locator, problems);
    if (!of_rules.has_errors()) check::find_in_examples(subject, locator, problems);
  }
  const std::vector<Diagnostic> found = problems.sorted();
  const std::string first =
      found.empty() ? std::string() : format_diagnostic(found.front(), Language::en);
  CHECK_MESSAGE(library.has_value(), first);
  return found;
}

}  // namespace huice::test
