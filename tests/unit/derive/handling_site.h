// SPDX-License-Identifier: Apache-2.0
#pragma once

// tests/sites/handling: fourteen invented proposals, handled and not, with an invented calendar.

#include "load/project.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <string>

namespace huice::test {

inline const model::Library& handling_site() {
  static const model::Library library = [] {
    Diagnostics problems;
    const std::string project = source_path("/tests/sites/handling");
    auto loaded = load::load_project(RealFileSystem(), {.project = project}, problems);
    std::string said;
    for (const Diagnostic& found : problems.sorted()) {
      said += format_diagnostic(found, Language::en);
    }
    CHECK(said == "");
    REQUIRE(loaded.has_value());
    return std::move(*loaded);
  }();
  return library;
}

}  // namespace huice::test
