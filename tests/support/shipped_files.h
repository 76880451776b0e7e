// SPDX-License-Identifier: Apache-2.0
#pragma once

// Copies in memory of what the repository holds. Needs doctest and unit/paths.h, which every unit
// test has.

#include "base/memory_files.h"
#include "unit/paths.h"

#include <doctest/doctest.h>

#include <string>

namespace huice::test {

/// Copies a folder of the repository, with all that is in it, to the folder `to` in memory.
inline void put_folder(MemoryFileSystem& files, const std::string& folder, const std::string& to) {
  const RealFileSystem disk;
  const std::string from = join_path(source_path(), folder);
  const auto entries = disk.list(from);
  REQUIRE_MESSAGE(entries.ok(), from);
  for (const DirectoryEntry& entry : entries.value()) {
    const std::string name = join_path(folder, entry.name);
    const std::string target = join_path(to, entry.name);
    if (entry.kind == FileKind::directory) {
      put_folder(files, name, target);
    } else {
      files.put(target, disk.read(join_path(source_path(), name)).value());
    }
  }
}

/// Copies huice's own templates, words and assets to the folder "share", as if installed there.
inline void put_share(MemoryFileSystem& files) {
  for (const char* part : {"booklet", "dashboard", "i18n", "letter", "match", "site"}) {
    put_folder(files, std::string("templates/") + part, std::string("share/templates/") + part);
  }
  put_folder(files, "site/assets", "share/site/assets");
}

/// Copies the project that `huice init` makes to the folder "p", and huice's own files to "share".
inline void put_starter(MemoryFileSystem& files) {
  put_folder(files, "templates/project/data", "p/data");
  put_share(files);
}

}  // namespace huice::test
