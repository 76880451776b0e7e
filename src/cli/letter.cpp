// SPDX-License-Identifier: Apache-2.0
#include "base/messages/cli.h"
#include "cli/ask.h"
#include "cli/commands.h"

namespace huice::cli {

Exit letter(const project::LetterOptions& options, World& world) {
  if (!options.read.empty()) return shown(project::read_letter(options, setting_of(world)), world);
  const auto ask = [&options](const project::Setting& setting) {
    return project::letters(options, setting);
  };
  return shown_with_progress(ask, msg::letters_noun{}, world);
}

}  // namespace huice::cli
