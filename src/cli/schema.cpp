// SPDX-License-Identifier: Apache-2.0
#include "cli/ask.h"
#include "cli/commands.h"

namespace huice::cli {

Exit schema(const project::SchemaOptions& options, World& world) {
  return shown(project::schema(options, setting_of(world)), world);
}

}  // namespace huice::cli
