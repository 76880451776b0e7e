// SPDX-License-Identifier: Apache-2.0
#pragma once

// A page as a value: where it goes, what it reads, how it is made. Everything that lands in an
// output tree is one, documents, data files and stylesheets included, so that the publisher
// (publish/publish.h) needs to know nothing else.

#include "base/diagnostic.h"

#include <functional>
#include <string>
#include <vector>

namespace huice::pages {

struct Page {
  /// In the output tree: relative, names joined by single '/', UTF-8. The publisher refuses paths
  /// that could leave the tree or that Windows cannot hold (publish/page_paths.h).
  std::string path;

  /// Tells the ids of the records and facts the page depends on, sorted, without rendering it, so
  /// that an edit to one of them can tell which pages to make anew. Told on demand: ten thousand
  /// pages would otherwise hold as many lists that most builds never look at.
  std::function<std::vector<std::string>()> reads;

  /// Appends the page's bytes and returns true; or reports at least one error and returns false,
  /// the bytes then being of no use. Called at most once, from any thread and beside other pages,
  /// after which the function is destroyed. The bytes depend on nothing but what the page was made
  /// from: no clock, no order of calls, no thread.
  std::function<bool(std::string& out, Diagnostics& problems)> render;
};

}  // namespace huice::pages
