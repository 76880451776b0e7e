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

Exit letter_verify(const project::LetterVerifyOptions& options,
                   const project::LetterOptions& others, World& world) {
  std::string other;
  if (!others.words.empty()) other = others.words.front();
  if (others.all) other = "--all";
  if (others.final) other = "--final";
  if (!others.formats.empty()) other = "--formats";
  if (!others.output.empty()) other = "--output";
  if (!other.empty()) {
    const Argument why = msg::verify_alone{.option = other};
    return shown(project::Answer::refused(why.in(world.language)), world);
  }
  return shown(project::verify_letter(options, setting_of(world)), world);
}

}  // namespace huice::cli
