// SPDX-License-Identifier: Apache-2.0
//
// One report of what is wrong, in the form asked for.
#include "base/messages/cli.h"
#include "cli/ask.h"
#include "cli/commands.h"
#include "cli/problem_report.h"

#include <algorithm>
#include <ostream>
#include <string>

namespace huice::cli {
namespace {

// How many problems of each severity there are, and the one to mend first.
void summarize(const Diagnostics& problems, World& world) {
  const std::string counts = summary(problems, world.language);
  if (counts.empty()) return;
  const std::vector<Diagnostic> sorted = problems.sorted();
  const auto worst =
      std::min_element(sorted.begin(), sorted.end(),
                       [](const auto& a, const auto& b) { return a.severity() < b.severity(); });
  if (worst->severity() == Severity::note) {
    world.err << counts << "\n";
    return;
  }
  const Argument line =
      msg::mend_first{.counts = counts, .slug = worst->code.slug(), .place = place_of(*worst)};
  world.err << say(line, world) << "\n";
}

}  // namespace

Exit check(const project::CheckOptions& options, const std::string& format, World& world) {
  const project::Answer answer = project::check(options, setting_of(world));
  const Diagnostics& problems = *answer.problems;
  if (answer.outcome == project::Outcome::refused) return shown(answer, world);
  if (format == "json") world.out << report_json(problems, world.language);
  if (format == "sarif") world.out << report_sarif(problems, world.language);
  if (format == "text") {
    list(problems, world);
    summarize(problems, world);
    if (!answer.said.empty()) world.err << answer.said << "\n";
  }
  return exit_of(answer.outcome);
}

}  // namespace huice::cli
