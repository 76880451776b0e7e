// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where huice's own templates and assets are.

#include "base/files.h"

#include <string>

namespace huice::cli {

/// $HUICE_SHARE; else ../share/huice beside the program's folder, where it is installed; else the
/// source tree above build/<preset>/. Empty where none of them holds templates/.
std::string share_directory(const FileSystem& files);

}  // namespace huice::cli
