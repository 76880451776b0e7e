// SPDX-License-Identifier: Apache-2.0
//
// One report of what is wrong, in the form asked for.
#include "base/messages/cli.h"
#include "base/messages/data.h"
#include "base/messages/load.h"
#include "cli/ask.h"
#include "cli/commands.h"
#include "cli/problem_report.h"

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace huice::cli {
namespace {

// Whether other faults may have led to it: a reference leads nowhere where a record or a file could
// not be read.
bool may_follow(const Diagnostic& one) {
  return one.code == msg::dangling_reference::code;
}

// What to mend first: an error before a warning, a cause before what may follow from it.
const Diagnostic& first_to_mend(const std::vector<Diagnostic>& sorted) {
  const auto first =
      std::min_element(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return std::pair(a.severity(), may_follow(a)) < std::pair(b.severity(), may_follow(b));
      });
  if (!may_follow(*first)) return *first;
  const auto unread = std::find_if(sorted.begin(), sorted.end(), [](const Diagnostic& one) {
    return one.code == msg::unknown_data_file::code;
  });
  return unread == sorted.end() ? *first : *unread;
}

// How many problems of each severity there are, and the one to mend first.
void summarize(const Diagnostics& problems, World& world) {
  const std::string counts = summary(problems, world.language);
  if (counts.empty()) return;
  const std::vector<Diagnostic> sorted = problems.sorted();
  const Diagnostic& first = first_to_mend(sorted);
  if (first.severity() == Severity::note) {
    world.err << counts << "\n";
    return;
  }
  const Argument line =
      msg::mend_first{.counts = counts, .slug = first.code.slug(), .place = place_of(first)};
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
