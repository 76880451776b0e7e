// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a command line runs in: files, clock, the two output streams. Results go to `out`, words for
// people to `err`; only src/cli writes to either.

#include "base/clock.h"
#include "base/diagnostic.h"
#include "base/files.h"
#include "base/programs.h"

#include <iosfwd>
#include <string>

namespace huice::cli {

struct World {
  FileSystem& files;
  const Clock& clock;
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal = false;      ///< colour and a progress bar
  std::istream* in = nullptr;        ///< where `-` reads from. REQUIRES of who reads: not null
  std::string wanted_language{};     ///< HUICE_LANG: what --lang is where it is not given
  std::string locale{};              ///< LC_ALL, else LC_MESSAGES, else LANG
  Language language = Language::zh;  ///< run() chooses it (language.h)
  bool out_is_terminal = false;      ///< what would drive it is shown as signs
  bool follow_links = false;         ///< --follow-links
  Programs* programs = nullptr;      ///< other programs of the machine; null: there are none
};

/// DESIGN: 0 done, 1 problems found in the input, 2 wrong use, 3 the environment failed.
enum class Exit { done = 0, problems = 1, usage = 2, environment = 3 };

/// "data/policies/a.json:47", or the file alone.
std::string place_of(const Diagnostic& one);

/// A phrase in the language of the run.
std::string say(const Argument& phrase, const World& world);

/// Shows every problem, each once. Of more than three notes of one code, the first is shown, and
/// the places of others in one line.
void list(const Diagnostics& problems, World& world);

/// list() and one line of counts; nothing where there is no problem.
void show(const Diagnostics& problems, World& world);

/// The same; where there is more than notes the line names what to mend first.
void show_with_first(const Diagnostics& problems, World& world);

/// "1 error, 2 warnings, 3 notes", or empty.
std::string summary(const Diagnostics& problems, Language language);

}  // namespace huice::cli
