// SPDX-License-Identifier: Apache-2.0
#pragma once

// The files of a project as one input: each after a line "--- file NAME", where NAME is its path
// below data/.

#include "base/memory_files.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huice::fuzz {

using DataFiles = std::vector<std::pair<std::string, std::string>>;

/// Never fails: what is before the first such line is the site. Names that are no paths within a
/// folder are left out.
inline DataFiles data_files(std::string_view input) {
  constexpr std::string_view kMark = "--- file ";
  constexpr std::size_t kMostFiles = 20;
  DataFiles out;
  std::string name = "site.json";
  std::string text;
  const auto end = [&] {
    const bool is_path = !name.empty() && name.front() != '/' && name.back() != '/' &&
                         name.find("..") == std::string::npos &&
                         name.find("//") == std::string::npos &&
                         name.find('\0') == std::string::npos && name != "." &&
                         name.find("./") == std::string::npos && !name.ends_with("/.");
    if (is_path && !text.empty() && out.size() < kMostFiles) out.emplace_back(name, text);
  };
  while (!input.empty()) {
    const std::size_t size = std::min(input.find('\n'), input.size() - 1) + 1;
    const std::string_view line = input.substr(0, size);
    if (line.starts_with(kMark)) {
      end();
      name = line.substr(kMark.size(), line.size() - kMark.size() - (line.ends_with('\n') ? 1 : 0));
      text.clear();
    } else {
      text += line;
    }
    input.remove_prefix(size);
  }
  end();
  return out;
}

/// Puts them into data/ of `project`; of a file and a folder of one name the first counts.
inline void put(MemoryFileSystem& files, const std::string& project, const DataFiles& data) {
  std::vector<std::string> taken;
  for (const auto& [name, text] : data) {
    const std::string& path = name;
    const bool clashes = std::any_of(taken.begin(), taken.end(), [&path](const std::string& other) {
      return path == other || path.starts_with(other + "/") || other.starts_with(path + "/");
    });
    if (clashes) continue;
    taken.push_back(name);
    files.put(project + "/data/" + name, text);
  }
}

}  // namespace huice::fuzz
