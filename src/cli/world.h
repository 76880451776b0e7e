// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a command line runs in: files, clock, the two output streams. Results go to `out`, words for
// people to `err`; only src/cli writes to either.

#include "base/clock.h"
#include "base/diagnostic.h"
#include "base/files.h"

#include <iosfwd>
#include <string>

namespace huice::cli {

struct World {
  FileSystem& files;
  const Clock& clock;
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal = false;  ///< colour and a progress bar
  std::istream* in = nullptr;    ///< where `-` reads from. REQUIRES of who reads: not null
  Language language = Language::en;
};

/// DESIGN: 0 done, 1 problems found in the input, 2 wrong use, 3 the environment failed.
enum class Exit { done = 0, problems = 1, usage = 2, environment = 3 };

/// Shows every problem, each once, and one line of counts; nothing where there is none.
void show(const Diagnostics& problems, World& world);

/// "1 error, 2 warnings, 3 notes", or empty.
std::string summary(const Diagnostics& problems);

}  // namespace huice::cli
