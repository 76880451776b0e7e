// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a project is opened in, and what comes of asking something of it. Nothing here prints: the
// command line (cli) and whoever else asks show an Answer in their own way.

#include "base/clock.h"
#include "base/diagnostic.h"
#include "base/files.h"
#include "base/programs.h"

#include <functional>
#include <iosfwd>
#include <memory>
#include <string>

namespace huice::project {

/// REQUIRES: files, clock, in and programs outlive whoever keeps the setting.
struct Setting {
  FileSystem& files;
  const Clock& clock;
  std::string share;                 ///< the folder of huice's own templates and assets
  std::string version;               ///< huice's
  Language language = Language::zh;  ///< of texts made for the person who asks
  std::istream* in = nullptr;        ///< where "-" reads from. REQUIRES of who reads: not null
  bool follow_links = false;         ///< out of the project's folder too (project_files.h)
  Programs* programs = nullptr;      ///< other programs of the machine; null: there are none
  /// Called after each page or enterprise, from any thread; total 0: not known.
  std::function<void(std::size_t done, std::size_t total)> progress{};
};

enum class Outcome {
  done,
  problems,     ///< the input has errors: they are among the problems
  refused,      ///< something was asked that does not fit or is not there: `said` names it
  environment,  ///< the machine failed: see the problems
};

/// What came of something that was asked.
struct Answer {
  Outcome outcome = Outcome::done;
  std::string out{};   ///< the result as text; empty where it is files, or none
  std::string said{};  ///< a sentence on it in the setting's language; empty: nothing to say
  std::unique_ptr<Diagnostics> problems = std::make_unique<Diagnostics>();  ///< never null

  static Answer refused(std::string said) { return {Outcome::refused, {}, std::move(said)}; }
};

}  // namespace huice::project
