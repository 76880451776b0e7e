// SPDX-License-Identifier: Apache-2.0
#include "cli/ask.h"
#include "cli/commands.h"

namespace huice::cli {

Exit render(const project::RenderOptions& options, World& world) {
  return shown(project::render(options, setting_of(world)), world);
}

}  // namespace huice::cli
