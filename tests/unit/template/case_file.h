// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads tests/cases/template/*.case; check_with_jinja.py beside them describes the format.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace huice::test {

struct Section {
  std::string head;
  std::string argument;
  std::string text;
};

struct Case {
  std::string file;
  int line = 0;
  std::string name;
  std::vector<Section> sections;

  const Section* find(const std::string& head) const;
};

std::vector<Case> read_cases(const std::filesystem::path& path);
/// The same from a text; `file` is what the cases say they come from.
std::vector<Case> parse_cases(const std::string& text, const std::string& file);

/// Writes the cases back, with what the file had before the first one.
void write_cases(const std::filesystem::path& path, const std::vector<Case>& cases);

}  // namespace huice::test
