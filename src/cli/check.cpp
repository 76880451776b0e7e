// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/project.h"

#include <ostream>
#include <string>

namespace huice::cli {

Exit check(const CheckOptions& options, World& world) {
  Diagnostics problems;
  auto library =
      load_checked(ProjectOptions{.folder = options.project, .threads = 0}, world, problems);
  std::string counts;
  if (library) {
    counts = std::to_string(library->policies.size()) + " policies, " +
             std::to_string(library->proposals.size()) + " proposals, " +
             std::to_string(library->observations.size()) + " observations";
    check_public_view(*library, options.project, world, problems);
  }
  show(problems, world);
  if (!library || !passes(problems, options.strict)) return Exit::problems;
  world.err << options.project << ": " << counts << ": no error found\n";
  return Exit::done;
}

}  // namespace huice::cli
