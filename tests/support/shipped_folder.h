// SPDX-License-Identifier: Apache-2.0
#pragma once

// The files of the repository that a project in memory begins from, read once.

#include "base/files.h"

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace huice::test {

using FilesByPath = std::vector<std::pair<std::string, std::string>>;

/// Appends what is below a folder of the disk, as if it were in `to`. Aborts where it cannot be
/// read.
inline void read_folder(const std::string& folder, const std::string& to, FilesByPath& out) {
  const RealFileSystem disk;
  const auto entries = disk.list(folder);
  if (!entries.ok()) std::abort();
  for (const DirectoryEntry& entry : entries.value()) {
    const std::string from = join_path(folder, entry.name);
    if (entry.kind == FileKind::directory) {
      read_folder(from, join_path(to, entry.name), out);
    } else {
      out.emplace_back(join_path(to, entry.name), disk.read(from).value());
    }
  }
}

/// The project that `huice init` makes, in the folder "p", and huice's own files, in "share".
inline FilesByPath starter_files(const std::string& repository) {
  FilesByPath out;
  read_folder(repository + "/templates/project/data", "p/data", out);
  for (const char* part : {"booklet", "dashboard", "i18n", "letter", "match", "site"}) {
    read_folder(repository + "/templates/" + part, std::string("share/templates/") + part, out);
  }
  read_folder(repository + "/site/assets", "share/site/assets", out);
  return out;
}

}  // namespace huice::test
