// SPDX-License-Identifier: Apache-2.0
#pragma once

// The look: templates, words and assets. Each file is taken from the project where it has one of
// that name, else from huice's own share folder, so that an office replaces the look file by file.

#include "base/files.h"
#include "template/engine.h"
#include "view/words.h"

#include <memory>
#include <string>
#include <vector>

namespace huice::view {

/// A file the browser receives as it is.
struct Asset {
  std::string path;  ///< in the output tree: assets/site.css
  std::string file;  ///< where it is read from
};

struct Theme {
  std::unique_ptr<tmpl::Environment> templates;
  std::unique_ptr<Words> words;
  std::vector<Asset> assets;
};

struct ThemeOptions {
  std::string project;  ///< holds templates/ and site/, or neither
  std::string share;    ///< huice's own; may be the same folder
  std::string language = "zh-CN";
  std::vector<std::string> templates;  ///< to parse
};

/// Loads the words and parses the templates. Reports every problem; nullopt where there was
/// one. REQUIRES: the file system outlives the theme.
std::optional<Theme> load_theme(const FileSystem& files, const ThemeOptions& options,
                                Diagnostics& problems);

}  // namespace huice::view
