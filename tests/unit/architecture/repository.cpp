// SPDX-License-Identifier: Apache-2.0
#include "architecture/repository.h"

#include "paths.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace huice::architecture {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = source_path();

// Mirrors .gitignore: a fresh clone without git must see the same files.
bool is_generated(const fs::path& folder) {
  static const std::set<std::string> names{".git",   "build",        "public",      "internal",
                                           "drafts", "node_modules", "__pycache__", ".cache"};
  const std::string name = folder.filename().string();
  const bool at_root = folder.parent_path() == kRoot;
  if (name == "node_modules" || name == "__pycache__") return true;
  return at_root && (names.contains(name) || name.starts_with(".public."));
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::string File::name() const {
  return fs::path(path).filename().string();
}

std::string File::extension() const {
  return fs::path(path).extension().string();
}

std::vector<std::string_view> File::lines() const {
  std::vector<std::string_view> out;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    out.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

std::vector<File> files_under(const std::string& folder) {
  std::vector<File> out;
  if (!fs::exists(kRoot / folder)) return out;
  fs::recursive_directory_iterator walk(folder.empty() ? kRoot : kRoot / folder);
  for (const fs::directory_entry& entry : walk) {
    if (entry.is_directory()) {
      if (is_generated(entry.path())) walk.disable_recursion_pending();
    } else if (entry.is_regular_file()) {
      out.push_back({entry.path().lexically_relative(kRoot).generic_string(), read(entry.path())});
    }
  }
  std::sort(out.begin(), out.end(), [](const File& a, const File& b) { return a.path < b.path; });
  return out;
}

bool exists(const std::string& path) {
  return fs::exists(kRoot / path);
}

std::string text_of(const std::string& path) {
  return fs::is_regular_file(kRoot / path) ? read(kRoot / path) : std::string();
}

std::string listed(const std::vector<std::string>& findings) {
  std::string out;
  for (const std::string& finding : findings) out += "\n  " + finding;
  return out;
}

std::string at(const File& file, std::size_t line, std::string_view what) {
  return file.path + ":" + std::to_string(line) + ": " + std::string(what);
}

}  // namespace huice::architecture
