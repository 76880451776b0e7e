// SPDX-License-Identifier: Apache-2.0
#include "cli/world.h"

#include <ostream>
#include <set>

namespace huice::cli {
namespace {

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

// A field that stands on several pages is found wrong on each of them; once is enough to say so.
void add_distinct(const Diagnostics& problems, Diagnostics& distinct) {
  std::set<std::string> seen;
  for (const Diagnostic& item : problems.sorted()) {
    if (seen.insert(format_diagnostic(item)).second) distinct.add(item);
  }
}

}  // namespace

std::string summary(const Diagnostics& problems) {
  const std::size_t errors = problems.count(Severity::error);
  const std::size_t warnings = problems.count(Severity::warning);
  std::string text;
  if (errors > 0) text += counted(errors, "error");
  if (errors > 0 && warnings > 0) text += ", ";
  if (warnings > 0) text += counted(warnings, "warning");
  return text;
}

void show(const Diagnostics& problems, World& world) {
  Diagnostics distinct;
  add_distinct(problems, distinct);
  for (const Diagnostic& item : distinct.sorted()) {
    world.err << format_diagnostic(item, FormatOptions{.colour = world.err_is_terminal});
  }
  const std::string counts = summary(distinct);
  if (!counts.empty()) world.err << counts << "\n";
}

}  // namespace huice::cli
