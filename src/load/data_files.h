// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which files below data/ hold records, and of which kind.

#include "base/diagnostic.h"
#include "base/files.h"
#include "model/schema/records.h"

#include <string>
#include <vector>

namespace huice::load {

struct DataFile {
  const model::schema::RecordKind* kind = nullptr;
  std::string path;  ///< below the project's folder: "data/policies/x.json"
};

/// Every data file of a project, in the order of the kinds and of their names. What looks like one
/// and is none is reported: unknown_data_file, with the nearest name that is.
std::vector<DataFile> data_files(const FileSystem& files, const std::string& project,
                                 Diagnostics& problems);

}  // namespace huice::load
