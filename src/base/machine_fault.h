// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostic.h"

namespace huice {

/// Whether the machine failed: a disk that does not read or write, missing rights, too many open
/// files, a program or a font that is not installed. Not where the input is at fault: a folder in
/// place of a file, links that form a circle.
bool is_machine_fault(const Diagnostic& found);

/// Whether any error among them is one.
bool has_machine_fault(const Diagnostics& problems);

}  // namespace huice
