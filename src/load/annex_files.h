// SPDX-License-Identifier: Apache-2.0
#pragma once

// The files of annexes (附件), below data/annexes/.

#include "base/diagnostic.h"
#include "base/files.h"
#include "model/library.h"
#include "model/locator.h"

#include <string>

namespace huice::load {

/// Where the file of an annex is, from the project's folder.
std::string annex_path(const model::Annex& annex);

/// Reports each annex whose file is missing, called otherwise, reached by a symbolic link, too
/// large, or not what its ending says; a label or file that a record has twice; files that
/// differ in case alone; and, as a note, files in that folder that no record names.
void check_annexes(const model::Library& library, const FileSystem& files,
                   const std::string& project, model::Locator& locator, Diagnostics& problems);

}  // namespace huice::load
