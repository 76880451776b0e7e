// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every data file must be before anyone reads it.

#include "base/diagnostic.h"

#include <optional>
#include <string>

namespace huice::load {

/// The bytes without a byte-order mark, or nothing, reported, where they are no UTF-8 text or hold
/// a NUL. `name` is what messages call the file.
std::optional<std::string> usable_text(const std::string& bytes, const std::string& name,
                                       Diagnostics& problems);

}  // namespace huice::load
