// SPDX-License-Identifier: Apache-2.0
#pragma once

// Projects that differ from tests/sites_invalid/findings/base by a few replacements.

#include "base/memory_files.h"
#include "check/check.h"
#include "load/project.h"
#include "paths.h"
#include "prose/check.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace huice::test {

inline const std::string kFindings = source_path("/tests/sites_invalid/findings");

/// Copies a folder of the disk to `to` in memory.
inline void copy_folder(MemoryFileSystem& files, const std::string& from, const std::string& to) {
  const RealFileSystem disk;
  const auto entries = disk.list(from);
  REQUIRE_MESSAGE(entries.ok(), from);
  for (const DirectoryEntry& entry : entries.value()) {
    const std::string source = join_path(from, entry.name);
    const std::string target = join_path(to, entry.name);
    if (entry.kind == FileKind::directory) {
      copy_folder(files, source, target);
    } else {
      files.put(target, disk.read(source).value());
    }
  }
}

/// One step of change.json: {"file", "replace", "by"}, the replaced text standing there exactly
/// once; {"file", "copy"} makes a file from another one.
inline void apply(const nlohmann::json& change, MemoryFileSystem& files) {
  const std::string path = "p/" + change.at("file").get<std::string>();
  if (change.contains("copy")) {
    files.put(path, files.read("p/" + change["copy"].get<std::string>()).value());
    return;
  }
  const auto old = change.at("replace").get<std::string>();
  auto read = files.read(path);
  REQUIRE_MESSAGE(read.ok(), path);
  std::string text = read.value();
  const std::size_t at = text.find(old);
  REQUIRE_MESSAGE(at != std::string::npos, path, " does not hold ", old);
  REQUIRE_MESSAGE(text.find(old, at + 1) == std::string::npos, path, " holds more than once ", old);
  files.put(path, text.replace(at, old.size(), change.at("by").get<std::string>()));
}

/// What huice says of the base with these changes; findings only where it loads.
inline std::vector<Diagnostic> said_of(const nlohmann::json& changes, const std::string& as_of) {
  MemoryFileSystem files;
  copy_folder(files, kFindings + "/base", "p");
  for (const nlohmann::json& change : changes) apply(change, files);
  Diagnostics problems;
  const auto library = load::load_project(files, {.project = "p"}, problems);
  if (library) {
    load::Locator locator(files, "p", library->files());
    prose::check_all(*library, locator, problems);
    const derive::Indexes indexes(*library);
    check::find_all({*library, indexes, model::Date::parse(as_of).value()}, locator, problems);
  }
  const std::vector<Diagnostic> said = problems.sorted();
  const std::string first = said.empty() ? std::string() : format_diagnostic(said.front());
  CHECK_MESSAGE(library.has_value(), first);
  return said;
}

}  // namespace huice::test
