// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/verify/sheet.h"
#include "formats/docx/docx.h"

namespace huice::document::verify {

/// The paragraphs of a Word file, and what it says of its pages. Places on the first page are
/// computed as far as the lines' heights are said; open changes are read as if accepted.
Sheet sheet_of(const formats::docx::Docx& docx);

}  // namespace huice::document::verify
