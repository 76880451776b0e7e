// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is below a folder, and taking parts of it away.

#include "base/files.h"

#include <functional>
#include <string>
#include <vector>

namespace huice::publish {

struct TreeEntry {
  std::string path;                ///< relative to the tree's root
  FileKind kind = FileKind::file;  ///< symbolic links are `other`, wherever they lead
};

/// Everything below `root`, each folder before and directly followed by what is in it; symbolic
/// links are not followed. Empty where no folder is at `root`. Errors: file_unreadable.
Result<std::vector<TreeEntry>> scan(const FileSystem& files, const std::string& root);

/// Removes the entries that `keep` turns down. A folder has to be kept where anything in it is.
/// Errors: file_unwritable, at the first entry that cannot be removed.
Result<void> prune(FileSystem& files, const std::string& root,
                   const std::vector<TreeEntry>& entries,
                   const std::function<bool(const TreeEntry&)>& keep);

}  // namespace huice::publish
