// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every text file must be before anyone reads it.

#include "base/diagnostic.h"

namespace huice {

/// Whether the text is UTF-8 without a NUL; reports where it is not. Errors: invalid_utf8,
/// nul_byte.
bool is_usable(const SourceText& source, Diagnostics& problems);

}  // namespace huice
