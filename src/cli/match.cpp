// SPDX-License-Identifier: Apache-2.0
#include "base/messages/cli.h"
#include "cli/ask.h"
#include "cli/commands.h"

namespace huice::cli {

Exit match(const project::MatchOptions& options, World& world) {
  const auto ask = [&options](const project::Setting& setting) {
    return project::match(options, setting);
  };
  return shown_with_progress(ask, msg::enterprises_noun{}, world);
}

Exit match_examples(const project::ExamplesOptions& options, World& world) {
  return shown(project::examples(options, setting_of(world)), world);
}

}  // namespace huice::cli
