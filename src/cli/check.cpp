// SPDX-License-Identifier: Apache-2.0
//
// load -> prose -> findings -> what the public view would lack; then one report in the form asked
// for.
#include "check/check.h"

#include "base/messages/cli.h"
#include "cli/commands.h"
#include "cli/problem_report.h"
#include "cli/project.h"

#include <algorithm>
#include <ostream>
#include <string>

namespace huice::cli {
namespace {

Argument no_error(const std::string& project, const model::Library& library) {
  return msg::no_error_found{.project = project,
                             .policies = library.policies().size(),
                             .proposals = library.proposals().size(),
                             .observations = library.observations().size()};
}

void find(const model::Library& library, const model::Date& as_of, const std::string& project,
          World& world, Diagnostics& problems) {
  const derive::Indexes indexes(library);
  model::Locator locator(world.files, project, library.files());
  check::find_all(check::Subject{library, indexes, as_of}, locator, problems);
}

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

Exit check(const CheckOptions& options, World& world) {
  const auto as_of = day_of(options.as_of, world);
  if (!as_of) return Exit::usage;
  Diagnostics problems;
  auto library =
      load_readable(ProjectOptions{.folder = options.project, .threads = 0}, world, problems);
  if (library) {
    const bool sound = !problems.has_errors();
    find(*library, *as_of, options.project, world, problems);
    if (sound) check_public_view(*library, options.project, world, problems);
  }
  const bool passed = library && passes(problems, options.strict);
  if (options.format == "json") world.out << report_json(problems, world.language);
  if (options.format == "sarif") world.out << report_sarif(problems, world.language);
  if (options.format == "text") {
    list(problems, world);
    summarize(problems, world);
    if (passed) world.err << say(no_error(options.project, *library), world) << "\n";
  }
  return passed ? Exit::done : Exit::problems;
}

}  // namespace huice::cli
