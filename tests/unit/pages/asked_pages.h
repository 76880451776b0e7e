// SPDX-License-Identifier: Apache-2.0
#pragma once

// What two renderings of a site have asked, compared.

#include "pages/rendered_site.h"

#include <set>
#include <string>

namespace huice::test {

/// Of the pages that both have.
struct Difference {
  std::set<std::string> bytes;    ///< whose bytes differ
  std::set<std::string> answers;  ///< whose questions or answers differ

  /// Whose bytes differ though they asked and were answered the same.
  std::set<std::string> unexplained() const {
    std::set<std::string> paths;
    for (const std::string& path : bytes) {
      if (!answers.contains(path)) paths.insert(path);
    }
    return paths;
  }
};

inline Difference compare(const AskedPages& before, const AskedPages& after) {
  Difference difference;
  for (const auto& [path, old] : before) {
    const auto now = after.find(path);
    if (now == after.end()) continue;
    if (now->second.bytes != old.bytes) difference.bytes.insert(path);
    if (now->second.answers != old.answers) difference.answers.insert(path);
  }
  return difference;
}

inline std::string joined(const std::set<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

}  // namespace huice::test
