// SPDX-License-Identifier: Apache-2.0
//
// One report of what is wrong, in the form asked for.
#include "cli/ask.h"
#include "cli/commands.h"
#include "cli/problem_report.h"

#include <ostream>

namespace huice::cli {
Exit check(const project::CheckOptions& options, const std::string& format, World& world) {
  const project::Answer answer = project::check(options, setting_of(world));
  const Diagnostics& problems = *answer.problems;
  if (answer.outcome == project::Outcome::refused) return shown(answer, world);
  if (format == "json") print(report_json(problems, world.language), world);
  if (format == "sarif") print(report_sarif(problems, world.language), world);
  if (format == "text") {
    show_with_first(problems, world);
    if (!answer.said.empty()) world.err << answer.said << "\n";
  }
  return exit_of(answer);
}

}  // namespace huice::cli
