// SPDX-License-Identifier: Apache-2.0
#pragma once

// The project's own files, for the tests that read the repository itself.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace huice::architecture {

/// One file of the repository; `path` is relative to its root, with slashes.
struct File {
  std::string path;
  std::string text;

  std::string name() const;
  /// With the dot, ".cpp"; empty where there is none.
  std::string extension() const;
  std::vector<std::string_view> lines() const;
};

/// Every file under `folder` of the repository (the root for ""), sorted by path. What is built,
/// rendered or installed (build/, public/, node_modules/ …) is not the repository's.
std::vector<File> files_under(const std::string& folder);

/// A file or folder of the repository.
bool exists(const std::string& path);

/// The text of a file of the repository; empty where there is none.
std::string text_of(const std::string& path);

/// One finding a line, for a test's message: "\n  src/x.cpp:3: …" each.
std::string listed(const std::vector<std::string>& findings);

/// "path:line: what".
std::string at(const File& file, std::size_t line, std::string_view what);

}  // namespace huice::architecture
