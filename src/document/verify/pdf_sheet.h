// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/verify/sheet.h"
#include "formats/pdf/page.h"

namespace huice::document::verify {

/// The lines of a PDF, and what they show of its pages.
Sheet sheet_of(const formats::pdf::File& file);

}  // namespace huice::document::verify
