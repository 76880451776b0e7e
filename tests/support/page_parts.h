// SPDX-License-Identifier: Apache-2.0
#pragma once

// An HTML page of the site, taken apart, so that one document can hold the layout of all of them.

#include <string>

namespace huice::test {

struct PageParts {
  /// The layout's lines that are alike on every page: without links' way to the root, and with
  /// {markdown} for the address of the page's Markdown twin.
  std::string frame;
  /// The layout's lines that are the page's own: title, description and other metadata, twin,
  /// brand, the current entry of the navigation, breadcrumbs.
  std::string own;
  /// From <main> to </main>.
  std::string main;
};

/// `path` is the page's, below the site's root: it gives the number of "../" in links of the frame.
/// Throws std::runtime_error where the page has not one <main>.
PageParts parts_of(const std::string& path, const std::string& html);

}  // namespace huice::test
