// SPDX-License-Identifier: Apache-2.0
#include "support/case_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace huice::test {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw CaseError(path.string(), 1, "cannot be read");
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Section section_of(const std::string& line, int number) {
  const std::size_t space = line.find(' ', 4);
  if (space == std::string::npos) return {line.substr(4), {}, {}, number};
  return {line.substr(4, space - 4), line.substr(space + 1), {}, number};
}

// The empty line that separates a case from the next one is not part of its last section.
void end_case(std::vector<Case>& cases) {
  if (cases.empty()) return;
  const Case& one = cases.back();
  if (one.sections.empty()) throw CaseError(one.file, one.line, "this case has no section");
  std::string& last = cases.back().sections.back().body;
  if (last == "\n" || last.ends_with("\n\n")) last.pop_back();
}

void begin_case(std::vector<Case>& cases, Case next) {
  if (next.name.empty()) throw CaseError(next.file, next.line, "this case has no name");
  for (const Case& other : cases) {
    if (other.name != next.name) continue;
    throw CaseError(next.file, next.line,
                    "line " + std::to_string(other.line) + " has a case of this name already");
  }
  cases.push_back(std::move(next));
}

}  // namespace

std::string Section::text() const {
  return body.ends_with('\n') ? body.substr(0, body.size() - 1) : body;
}

void Section::set_text(const std::string& text) {
  body = text + "\n";
}

const Section* Case::find(const std::string& head) const {
  for (const Section& section : sections) {
    if (section.head == head) return &section;
  }
  return nullptr;
}

std::vector<std::filesystem::path> case_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Case> read_cases(const std::filesystem::path& path) {
  return parse_cases(read_file(path), path.string());
}

std::vector<Case> parse_cases(const std::string& text, const std::string& file) {
  std::vector<Case> cases;
  std::istringstream in(text);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("=== ")) {
      end_case(cases);
      begin_case(cases, {file, number, line.substr(4), {}, {}});
    } else if (line.starts_with("--- ")) {
      if (cases.empty()) throw CaseError(file, number, "a section before the first case");
      Section next = section_of(line, number);
      if (next.head.empty()) throw CaseError(file, number, "this section has no name");
      cases.back().sections.push_back(std::move(next));
    } else if (!cases.empty()) {
      Case& one = cases.back();
      (one.sections.empty() ? one.note : one.sections.back().body) += line + "\n";
    }
  }
  end_case(cases);
  return cases;
}

std::string format_cases(const std::vector<Case>& cases) {
  std::string out;
  for (const Case& one : cases) {
    if (!out.empty()) out += "\n";
    out += "=== " + one.name + "\n" + one.note;
    for (const Section& section : one.sections) {
      out += "--- " + section.head;
      if (!section.argument.empty()) out += " " + section.argument;
      out += "\n" + section.body;
    }
  }
  return out;
}

void write_cases(const std::filesystem::path& path, const std::vector<Case>& cases) {
  const std::string old = read_file(path);
  const std::size_t first = old.starts_with("=== ") ? 0 : old.find("\n=== ");
  const std::string preface = first == 0 ? "" : old.substr(0, first) + "\n";
  std::ofstream(path, std::ios::binary) << preface + format_cases(cases);
}

}  // namespace huice::test
