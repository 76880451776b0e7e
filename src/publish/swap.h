// SPDX-License-Identifier: Apache-2.0
#pragma once

// The two trees of an output folder, and how the idle one becomes the live one.
//
// Linux exchanges two folders in one step (renameat2, RENAME_EXCHANGE; ext4, XFS, Btrfs, tmpfs have
// it). Where the file system cannot (NFS, some FUSE), three renames do it: live → old, tree → live,
// old → tree. `old` is the journal: it exists only between the first and the last of them, and what
// is missing beside it says how far they got. No other record is kept, since it could contradict
// the folders. Only there, for the moment between two renames, or after a kill in that moment until
// the next build's repair(), there is no live tree; never is there a part of one.

#include "base/files.h"

#include <memory>
#include <string>

namespace huice::publish {

/// Where things stand for one output folder; see publish.h.
struct Places {
  std::string live;
  std::string twin;  ///< the hidden folder of the next three
  std::string lock;
  std::string idle;
  std::string old;
};

/// The places for the output folder as the user named it; where that is a symbolic link, beside
/// where it leads. Errors: output_name (the folder has no name of its own to stand beside, as "."),
/// file_not_found, file_unreadable.
Result<Places> places_of(const FileSystem& files, const std::string& output);

/// Makes the hidden folder and takes the lock. Errors: locked, output_not_folder (the hidden folder
/// is a link to elsewhere), file_unwritable.
Result<std::unique_ptr<FileLock>> claim(FileSystem& files, const Places& places);

/// Finishes or takes back what a killed build left between its renames. REQUIRES: the lock.
Result<void> repair(FileSystem& files, const Places& places);

/// Makes the idle tree live and, where there was one, the live tree idle. Errors: output_busy, the
/// live tree then being the one it was. REQUIRES: the lock.
Result<void> swap_trees(FileSystem& files, const Places& places);

}  // namespace huice::publish
