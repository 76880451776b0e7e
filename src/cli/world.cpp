// SPDX-License-Identifier: Apache-2.0
#include "cli/world.h"

#include "base/messages/cli.h"

#include <ostream>

namespace huice::cli {
namespace {

Argument counted(std::size_t count, const Argument& one, const Argument& many) {
  return count == 1 ? one : many;
}

}  // namespace

std::string say(const Argument& phrase, const World& world) {
  return phrase.in(world.language);
}

std::string summary(const Diagnostics& problems, Language language) {
  const std::size_t errors = problems.count(Severity::error);
  const std::size_t warnings = problems.count(Severity::warning);
  const std::size_t notes = problems.count(Severity::note);
  std::vector<std::string> counts;
  const auto add = [&](const Argument& counted) { counts.push_back(counted.in(language)); };
  if (errors > 0) {
    add(counted(errors, msg::one_error{}, msg::errors{.count = errors}));
  }
  if (warnings > 0) {
    add(counted(warnings, msg::one_warning{}, msg::warnings{.count = warnings}));
  }
  if (notes > 0) add(counted(notes, msg::one_note{}, msg::notes{.count = notes}));
  return Argument::list(counts).in(language);
}

void show(const Diagnostics& problems, World& world) {
  for (const Diagnostic& item : problems.sorted()) {
    world.err << format_diagnostic(item, FormatOptions{world.language, world.err_is_terminal});
  }
  const std::string counts = summary(problems, world.language);
  if (!counts.empty()) world.err << counts << "\n";
}

}  // namespace huice::cli
