// SPDX-License-Identifier: Apache-2.0
#pragma once

// A project in memory, loaded with one call.

#include "base/memory_files.h"
#include "load/project.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace huice::test {

struct Loaded {
  std::optional<model::Library> library;
  std::string said;  ///< every problem, formatted, in order
};

class MemoryProject {
 public:
  /// A project with a data/site.json that names nothing but the site.
  MemoryProject() { put("site.json", R"({"name": "x"})"); }

  /// Writes data/`name`.
  MemoryProject& put(std::string_view name, std::string_view text) {
    files_->put("p/data/" + std::string(name), text);
    return *this;
  }

  Loaded load(load::LoadOptions options = {}) const {
    options.project = "p";
    Diagnostics problems;
    Loaded result;
    result.library = load::load_project(*files_, options, problems);
    for (const Diagnostic& found : problems.sorted())
      result.said += format_diagnostic(found, Language::en);
    return result;
  }

  MemoryFileSystem& files() { return *files_; }

 private:
  std::unique_ptr<MemoryFileSystem> files_ = std::make_unique<MemoryFileSystem>();
};

/// A policy "p" whose one article "1" has `members` too, each ending in a comma.
inline std::string policy_with(std::string_view members) {
  return R"({"id": "p", "title": "T", "kind": "若干政策措施", "completeness": "whole",
  "source": {"document": "《公报》", "reliability": "official"},
  "sections": [{"id": "1", "articles": [{)" +
         std::string(members) + R"("id": "1", "label": "一、", "heading": "H"}]}]})";
}

}  // namespace huice::test
