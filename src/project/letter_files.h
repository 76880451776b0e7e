// SPDX-License-Identifier: Apache-2.0
#pragma once

// The files of one letter, one a format.

#include "base/files.h"
#include "base/result.h"

#include <string>
#include <vector>

namespace huice::project {

struct LetterFile {
  std::string path{};
  std::string bytes{};
};

/// Has each file hold its bytes. All are written whole beside their targets before the first takes
/// its place, so that a full disk leaves the letter of before in every format; only a renaming that
/// fails after another succeeded can leave two formats of two letters. A file that holds its bytes
/// is not touched. Errors: file_unwritable.
Result<void> replace_together(FileSystem& files, const std::vector<LetterFile>& made);

}  // namespace huice::project
