// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/files.h"

#include <string>

namespace huice::cli {

/// Writes every schema into the folder, which is made where it is missing. Files that hold the
/// right bytes already are left alone. Errors: file_unwritable.
Result<void> write_schemas(FileSystem& files, const std::string& folder);

}  // namespace huice::cli
