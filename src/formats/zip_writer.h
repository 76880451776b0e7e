// SPDX-License-Identifier: Apache-2.0
#pragma once

// A zip archive in memory, as Office files (ECMA-376 part 2) and EPUB are.

#include "base/result.h"

#include <string>
#include <vector>

namespace huice::formats {

/// One part of an Office file: "word/document.xml".
struct NewPart {
  std::string name{};
  std::string bytes{};
  bool compressed = true;
};

/// The parts in their order, all of them dated 1980-01-01 (the first day that zip knows), so that
/// the same parts give the same bytes; these still depend on the versions of libzip and zlib.
/// Errors: file_unwritable, where there is not enough memory.
/// REQUIRES: there are some; names are different, relative and without "..".
Result<std::string> zip_of(const std::vector<NewPart>& parts);

}  // namespace huice::formats
