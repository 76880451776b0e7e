// SPDX-License-Identifier: Apache-2.0
#include "cli/ask.h"

#include "base/machine_fault.h"
#include "base/utf8.h"
#include "cli/progress.h"
#include "cli/share.h"
#include "cli/version.h"

#include <ostream>

namespace huice::cli {

project::Setting setting_of(World& world) {
  return {.files = world.files,
          .clock = world.clock,
          .share = share_directory(world.files),
          .version = kVersion,
          .language = world.language,
          .in = world.in,
          .follow_links = world.follow_links,
          .programs = world.programs};
}

namespace {

Exit exit_of(project::Outcome outcome) {
  switch (outcome) {
    case project::Outcome::done:
      return Exit::done;
    case project::Outcome::problems:
      return Exit::problems;
    case project::Outcome::refused:
      return Exit::usage;
    case project::Outcome::environment:
      return Exit::environment;
  }
  return Exit::environment;
}

}  // namespace

Exit exit_of(const project::Answer& answer) {
  const bool failed =
      answer.outcome == project::Outcome::problems && has_machine_fault(*answer.problems);
  return failed ? Exit::environment : exit_of(answer.outcome);
}

void print(const std::string& text, World& world) {
  world.out << (world.out_is_terminal ? utf8::printable_lines(text) : text);
}

Exit shown(const project::Answer& answer, World& world) {
  show(*answer.problems, world);
  print(answer.out, world);
  if (!answer.said.empty()) world.err << answer.said << "\n";
  return exit_of(answer);
}

Exit shown_with_progress(const std::function<project::Answer(const project::Setting& setting)>& ask,
                         const Argument& noun, World& world, bool with_first) {
  Progress progress(world, noun);
  project::Setting setting = setting_of(world);
  setting.progress = [&progress](std::size_t done, std::size_t total) {
    progress.report(done, total);
  };
  const project::Answer answer = ask(setting);
  progress.clear();
  if (!with_first) return shown(answer, world);
  show_with_first(*answer.problems, world);
  print(answer.out, world);
  if (!answer.said.empty()) world.err << answer.said << "\n";
  return exit_of(answer);
}

}  // namespace huice::cli
