// SPDX-License-Identifier: Apache-2.0
#include "cli/world.h"

#include <ostream>

namespace huice::cli {
namespace {

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace

std::string summary(const Diagnostics& problems) {
  const std::size_t errors = problems.count(Severity::error);
  const std::size_t warnings = problems.count(Severity::warning);
  const std::size_t notes = problems.count(Severity::note);
  std::string text;
  if (errors > 0) text += counted(errors, "error");
  if (errors > 0 && warnings > 0) text += ", ";
  if (warnings > 0) text += counted(warnings, "warning");
  if (!text.empty() && notes > 0) text += ", ";
  if (notes > 0) text += counted(notes, "note");
  return text;
}

void show(const Diagnostics& problems, World& world) {
  for (const Diagnostic& item : problems.sorted()) {
    world.err << format_diagnostic(item, FormatOptions{world.language, world.err_is_terminal});
  }
  const std::string counts = summary(problems);
  if (!counts.empty()) world.err << counts << "\n";
}

}  // namespace huice::cli
