// SPDX-License-Identifier: Apache-2.0
#pragma once

// data/ -> Library. Strict: one bad value and there is no Library, but every problem is told.

#include "base/files.h"
#include "model/library.h"

#include <optional>
#include <string>

namespace huice::load {

struct LoadOptions {
  std::string project = ".";        ///< the folder that holds data/
  int threads = 0;                  ///< 0: as many as there are processors
  std::uint64_t largest_file = 64;  ///< MiB; larger data files are refused
};

/// Reads every record below project/data. Returns nothing where there was an error; warnings do
/// not stop it. Locations name files as "data/policies/x.json". Same input, same diagnostics,
/// whatever the number of threads.
std::optional<model::Library> load_project(const FileSystem& file_system,
                                           const LoadOptions& options, Diagnostics& problems);

}  // namespace huice::load
