// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads Word files, others' too. Hostile input: bounds on size, number and depth of what is
// unpacked, no document types; relations that lead out of the file are never followed.

#include "base/diagnostic.h"
#include "base/files.h"
#include "formats/docx/docx.h"

#include <memory>
#include <string>
#include <string_view>

namespace huice::formats::docx {

/// Null, with an error reported, where the file cannot be read: docx_old, docx_encrypted,
/// docx_other, docx_damaged, file_too_large, or what opening it gives. `custom_space` is the
/// namespace of the custom parts that are wanted.
std::unique_ptr<Docx> read_docx(const FileSystem& files, const std::string& path,
                                Diagnostics& problems, std::string_view custom_space = {});

}  // namespace huice::formats::docx
