// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which paths a page may have. Paths follow from record ids, which are data and thus hostile: a
// path must not leave the output tree, and the tree must survive being copied to Windows or macOS
// and being served, where other names are one name or no name at all.

#include "base/diagnostic.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::publish {

constexpr std::size_t kLongestName = 200;   ///< bytes; most file systems hold 255
constexpr std::size_t kLongestPath = 1000;  ///< bytes; Linux' own limit is 4096 with the folder

struct PagePath {
  std::string_view path;
  /// Gives the place of the record that the page shows; empty where it shows none.
  std::function<Location()> where{};
};

/// Reports every path that cannot stand in an output tree, and every two that cannot stand in it
/// together: equal, equal but for case or Unicode normal form, or one the folder of the other.
/// The place of a message is that of the record, of two the later one's; where no record has one,
/// it is `output`. Returns whether there was nothing to report.
bool check_page_paths(const std::vector<PagePath>& paths, const std::string& output,
                      Diagnostics& problems);

}  // namespace huice::publish
