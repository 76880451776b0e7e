// SPDX-License-Identifier: Apache-2.0
#pragma once

// The command line over files in memory.

#include "base/memory_files.h"
#include "cli/command_line.h"
#include "cli/world.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace huice::test {

struct Said {
  int code = 0;
  std::string out;
  std::string err;
};

inline Said run(FileSystem& files, const std::vector<std::string>& arguments,
                const std::string& today = "2026-03-05", const std::string& piped = "",
                const std::string& wanted_language = "en") {
  const FixedClock clock(today);
  std::ostringstream out;
  std::ostringstream err;
  std::istringstream in(piped);
  // Installed beside the project, where a test put it there.
  if (files.info("share/templates"))
    setenv("HUICE_SHARE", "share", 1);
  else
    unsetenv("HUICE_SHARE");
  cli::World world{files, clock, out, err, false, &in, wanted_language};
  Said said;
  said.code = cli::run(arguments, world);
  said.out = out.str();
  said.err = err.str();
  return said;
}

/// In the language that the arguments, the project or the locale ask for.
inline Said run_as_asked(FileSystem& files, const std::vector<std::string>& arguments,
                         const std::string& locale = "") {
  const FixedClock clock("2026-03-05");
  std::ostringstream out;
  std::ostringstream err;
  cli::World world{files, clock, out, err, false, nullptr, "", locale};
  Said said;
  said.code = cli::run(arguments, world);
  said.out = out.str();
  said.err = err.str();
  return said;
}

/// Copies a folder of the disk, relative to the repository, to `to` in memory.
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

/// huice's own look, where it is installed.
inline void put_share(MemoryFileSystem& files) {
  for (const char* part : {"booklet", "dashboard", "i18n", "letter", "match", "site"}) {
    put_folder(files, std::string("templates/") + part, std::string("share/templates/") + part);
  }
  put_folder(files, "site/assets", "share/site/assets");
}

/// The starter project in folder "p", with huice installed.
inline void put_starter(MemoryFileSystem& files) {
  put_folder(files, "templates/project/data", "p/data");
  put_share(files);
}

}  // namespace huice::test
