// SPDX-License-Identifier: Apache-2.0
#include "template/case_file.h"

#include <fstream>
#include <iterator>
#include <sstream>

namespace huice::test {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

const Section* Case::find(const std::string& head) const {
  for (const Section& section : sections) {
    if (section.head == head) return &section;
  }
  return nullptr;
}

std::vector<Case> read_cases(const std::filesystem::path& path) {
  return parse_cases(read_file(path), path.filename().string());
}

std::vector<Case> parse_cases(const std::string& text, const std::string& file) {
  std::vector<Case> cases;
  std::istringstream in(text);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("=== ")) {
      cases.push_back({file, number, line.substr(4), {}});
    } else if (line.starts_with("--- ") && !cases.empty()) {
      const std::size_t space = line.find(' ', 4);
      const bool bare = space == std::string::npos;
      cases.back().sections.push_back({line.substr(4, bare ? std::string::npos : space - 4),
                                       bare ? "" : line.substr(space + 1),
                                       {}});
    } else if (!cases.empty() && !cases.back().sections.empty()) {
      cases.back().sections.back().text += line + "\n";
    }
  }
  // A section's last newline is the marker's; the last section has an empty line behind it too.
  for (Case& one : cases) {
    for (Section& section : one.sections) {
      if (section.text.ends_with('\n')) section.text.pop_back();
    }
    if (one.sections.empty()) continue;
    std::string& last = one.sections.back().text;
    if (last.ends_with('\n')) last.pop_back();
  }
  return cases;
}

void write_cases(const std::filesystem::path& path, const std::vector<Case>& cases) {
  const std::string old = read_file(path);
  std::string out = old.substr(0, old.find("=== "));
  for (const Case& one : cases) {
    out += "=== " + one.name + "\n";
    for (const Section& section : one.sections) {
      out += "--- " + section.head;
      if (!section.argument.empty()) out += " " + section.argument;
      out += "\n";
      const bool told = section.head == "jinja" && !section.argument.empty();
      if (section.head != "options" && !told) out += section.text + "\n";
    }
    out += "\n";
  }
  std::ofstream(path, std::ios::binary) << out;
}

}  // namespace huice::test
