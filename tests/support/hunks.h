// SPDX-License-Identifier: Apache-2.0
#pragma once

// The hunks of a unified diff, which place themselves by their lines, not by line numbers:
//
//     @@
//      a line that stays
//     -a line that goes
//     +a line that comes
//
// So a change of the file elsewhere leaves them valid, and a change of their own lines is reported.

#include "support/case_file.h"

#include <string>

namespace huice::test {

/// `text` changed by the hunks in the body of `hunks`, a section of the document `document`. The
/// lines that stay and go, in a row, must be in `text` exactly once, and the hunks in its order.
/// Throws CaseError, which names the document, the hunk's line and its number.
std::string apply_hunks(const std::string& text, const Section& hunks, const std::string& document);

}  // namespace huice::test
