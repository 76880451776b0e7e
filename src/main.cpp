// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.h"

#include <unistd.h>

#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  huice::RealFileSystem files;
  const huice::SystemClock clock;
  huice::cli::World world{.files = files,
                          .clock = clock,
                          .out = std::cout,
                          .err = std::cerr,
                          .err_is_terminal = isatty(STDERR_FILENO) == 1,
                          .in = &std::cin};
  return huice::cli::run(std::vector<std::string>(argv + 1, argv + argc), world);
}
