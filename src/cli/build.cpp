// SPDX-License-Identifier: Apache-2.0
#include "base/messages/cli.h"
#include "cli/ask.h"
#include "cli/commands.h"
#include "cli/progress.h"

namespace huice::cli {

Exit build(const project::BuildOptions& options, World& world) {
  Progress progress(world, msg::pages_noun{});
  project::Setting setting = setting_of(world);
  setting.progress = [&progress](std::size_t done, std::size_t total) {
    progress.tell(done, total);
  };
  const project::Answer answer = project::build(options, setting);
  progress.clear();
  return shown(answer, world);
}

}  // namespace huice::cli
