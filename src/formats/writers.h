// SPDX-License-Identifier: Apache-2.0
#pragma once

// The writers that create_table() chooses from.

#include "formats/table.h"
#include "formats/target_file.h"

namespace huice::formats {

Result<std::unique_ptr<RowWriter>> create_csv(std::unique_ptr<TargetFile> file,
                                              const TableOptions& options);

/// `lines`: an object a line instead of an array.
std::unique_ptr<RowWriter> create_json(std::unique_ptr<TargetFile> file,
                                       const TableOptions& options, bool lines);

Result<std::unique_ptr<RowWriter>> create_xlsx(std::unique_ptr<TargetFile> file,
                                               const TableOptions& options);

}  // namespace huice::formats
