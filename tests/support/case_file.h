// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads and writes .case documents: many cases of a test in one file. tests/tools/case_file.py
// reads the same form in Python.
//
//     Text before the first case is a preface.
//
//     === the case's name
//     A note, where a driver allows one.
//     --- head argument
//     lines
//     --- head
//     lines
//
//     === the next case, after one empty line
//
// Which heads there are is for each driver to say. No line of a section can begin with "=== " or
// "--- ".

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace huice::test {

/// A document that is not in its form: "file:line: what is wrong".
struct CaseError : std::runtime_error {
  CaseError(const std::string& file, int line, const std::string& problem)
      : std::runtime_error(file + ":" + std::to_string(line) + ": " + problem) {}
};

struct Section {
  std::string head;
  std::string argument;
  std::string body;  ///< its lines, each with its line break
  int line = 0;      ///< of its head, from 1

  /// The lines without the last line break.
  std::string text() const;
  /// Replaces the lines; `text` comes without the last line break.
  void set_text(const std::string& text);
};

struct Case {
  std::string file;
  int line = 0;  ///< of its name, from 1
  std::string name;
  std::string note;  ///< the lines between the name and the first section
  std::vector<Section> sections;

  /// The first section with this head; null if there is none.
  const Section* find(const std::string& head) const;
};

/// The .case files of a folder itself, sorted.
std::vector<std::filesystem::path> case_files(const std::filesystem::path& folder);

/// Throws CaseError for a case or section without a name, a case without sections, two cases of one
/// name, a section before the first case.
std::vector<Case> read_cases(const std::filesystem::path& path);
/// The same from a text; `file` is where the cases say they come from.
std::vector<Case> parse_cases(const std::string& text, const std::string& file);

/// The cases as a document, without a preface. parse_cases() of it gives the same cases.
std::string format_cases(const std::vector<Case>& cases);
/// Replaces the cases of a file and keeps its preface.
void write_cases(const std::filesystem::path& path, const std::vector<Case>& cases);

}  // namespace huice::test
