// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.h"
#include "cli/icu_stop.h"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

namespace {

std::string variable(const char* name) {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): read before any thread is started
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// The first that is set decides (POSIX, 8.2).
std::string locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES"}) {
    if (const std::string value = variable(name); !value.empty()) return value;
  }
  return variable("LANG");
}

}  // namespace

int main(int argc, char** argv) {
  // A file larger than the limit of the process (ulimit -f) is an error of the write like any
  // other.
  static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
  huice::RealFileSystem files;
  const huice::SystemClock clock;
  huice::RealPrograms programs;
  huice::cli::World world{.files = files,
                          .clock = clock,
                          .out = std::cout,
                          .err = std::cerr,
                          .err_is_terminal = isatty(STDERR_FILENO) == 1,
                          .in = &std::cin,
                          .wanted_language = variable("HUICE_LANG"),
                          .locale = locale(),
                          .out_is_terminal = isatty(STDOUT_FILENO) == 1,
                          .programs = &programs};
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  huice::cli::end_where_icu_gets_no_memory(arguments, world);
  return huice::cli::run(arguments, world);
}
