// SPDX-License-Identifier: Apache-2.0
#pragma once

// The record kinds, and the JSON Schema of each: what editors check data files against.

#include "project/setting.h"

#include <string>

namespace huice::project {

struct SchemaOptions {
  std::string kind;    ///< empty: list the kinds
  bool all = false;    ///< write every schema into `output`
  std::string output;  ///< a folder; empty: the answer's text
};

/// Lists the kinds, or gives or writes a kind's schema.
Answer schema(const SchemaOptions& options, const Setting& setting);

/// Writes every schema into the folder, which is made where it is missing. Files that hold the
/// right bytes already are left alone. Errors: file_unwritable.
Result<void> write_schemas(FileSystem& files, const std::string& folder, Language language);

}  // namespace huice::project
