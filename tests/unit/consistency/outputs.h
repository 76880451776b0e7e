// SPDX-License-Identifier: Apache-2.0
#pragma once

// All that huice makes of a random project: pages, reports, a roster, findings and facts, in
// process.

#include "base/memory_files.h"
#include "consistency/random_project.h"
#include "project/project.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace huice::test {

struct Outputs {
  std::map<std::string, std::string> pages;                ///< bytes by path
  Json report;                                             ///< huice match --format json
  std::string report_text;                                 ///< huice match
  std::vector<std::map<std::string, std::string>> roster;  ///< rows by their columns' names
  std::set<std::string> findings;                          ///< codes of huice check
  std::map<std::string, std::string> facts;                ///< what each measure gives, by its id
  std::string wrong;  ///< problems that kept something from being made; empty: none
};

/// Keeps the look between projects, so that templates are parsed once.
class OutputMaker {
 public:
  OutputMaker();
  /// A template, words or other file of the project's own, from now on; path below the project.
  void override_look(const std::string& path, const std::string& text);

  Outputs make(const RandomProject& project);

 private:
  void put_data(const RandomProject& project);
  void match(const RandomProject& project, Outputs& made);
  void match_roster(const RandomProject& project, Outputs& made);

  MemoryFileSystem files_;
  FixedClock clock_{"2026-03-05"};
  std::unique_ptr<project::Project> project_;
};

}  // namespace huice::test
