// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
#include "cli/project.h"

#include <ostream>

namespace huice::cli {

Exit check(const CheckOptions& options, World& world) {
  Diagnostics problems;
  const auto library =
      load_checked(ProjectOptions{.folder = options.project, .threads = 0}, world, problems);
  show(problems, world);
  if (!library || !passes(problems, options.strict)) return Exit::problems;
  world.err << options.project << ": " << library->policies.size() << " policies, "
            << library->proposals.size() << " proposals, " << library->observations.size()
            << " observations: no error found\n";
  return Exit::done;
}

}  // namespace huice::cli
