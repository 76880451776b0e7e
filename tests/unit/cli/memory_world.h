// SPDX-License-Identifier: Apache-2.0
#pragma once

// The command line over files in memory.

#include "cli/command_line.h"
#include "cli/world.h"
#include "support/shipped_files.h"

#include <cstdlib>
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

}  // namespace huice::test
