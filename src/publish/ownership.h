// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether the output folder is huice's to replace. Publishing takes the place of the whole folder,
// so anything in it that huice did not make would be lost.

#include "base/files.h"
#include "publish/tree.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace huice::publish {

/// Whether a file manager made it, for itself.
bool is_litter(std::string_view path);

/// True where `live` is missing, or an empty folder, or one whose every file either is in `pages`
/// or in the manifest that an earlier build left there. Else false, with output_not_folder,
/// output_not_ours or, for each file or folder concerned, output_foreign. Files that file
/// managers make (.DS_Store, Thumbs.db, desktop.ini) do not count. False, too, where the machine
/// does not say: file_unreadable. `entries` is scan(live).
bool may_replace(const FileSystem& files, const std::string& live,
                 const std::vector<TreeEntry>& entries,
                 const std::unordered_set<std::string_view>& pages, Diagnostics& problems);

}  // namespace huice::publish
