// SPDX-License-Identifier: Apache-2.0
#include "base/messages/cli.h"
#include "cli/ask.h"
#include "cli/commands.h"
#include "cli/progress.h"

namespace huice::cli {

Exit match(const project::MatchOptions& options, World& world) {
  Progress progress(world, msg::enterprises_noun{});
  project::Setting setting = setting_of(world);
  setting.progress = [&progress](std::size_t done, std::size_t total) {
    progress.tell(done, total);
  };
  const project::Answer answer = project::match(options, setting);
  progress.clear();
  return shown(answer, world);
}

}  // namespace huice::cli
