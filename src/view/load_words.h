// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds the words of a site's language and puts them together.

#include "base/files.h"
#include "view/words.h"

#include <memory>
#include <string>

namespace huice::view {

struct WordsOptions {
  std::string project;  ///< may hold templates/i18n/<language>.json and templates of its own
  std::string share;    ///< huice's own; may be the same folder
  std::string language;
};

/// Lays the project's catalogue of the language over huice's. Where huice has none, the project's
/// must hold every text of huice's zh-CN. Any kind of Chinese that has no catalogue of its own (zh,
/// zh-Hans) gets zh-CN. Reports everything that is wrong in either file and returns nullptr then.
std::unique_ptr<Words> load_words(const FileSystem& files, const WordsOptions& options,
                                  Diagnostics& problems);

}  // namespace huice::view
