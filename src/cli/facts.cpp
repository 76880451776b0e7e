// SPDX-License-Identifier: Apache-2.0
#include "cli/ask.h"
#include "cli/commands.h"

namespace huice::cli {

Exit facts(const project::FactsOptions& options, World& world) {
  return shown(project::facts(options, setting_of(world)), world);
}

}  // namespace huice::cli
