// SPDX-License-Identifier: Apache-2.0
#include "base/messages/cli.h"
#include "cli/ask.h"
#include "cli/commands.h"

namespace huice::cli {

Exit build(const project::BuildOptions& options, World& world) {
  const auto ask = [&options](const project::Setting& setting) {
    return project::build(options, setting);
  };
  return shown_with_progress(ask, msg::pages_noun{}, world, true);
}

}  // namespace huice::cli
