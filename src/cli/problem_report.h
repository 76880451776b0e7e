// SPDX-License-Identifier: Apache-2.0
#pragma once

// Problems for other programs to read.

#include "base/diagnostic.h"

#include <string>

namespace huice::cli {

/// {"problems": [{code, severity, message, hint, suggestion, file, line, column, length, related:
/// [{message, file, line, column}]}], "errors": n, "warnings": n, "notes": n}, in the order the
/// text has. Files are named from the project's folder on; a missing line or column is left out.
std::string report_json(const Diagnostics& problems, Language language);

/// SARIF 2.1.0 (OASIS): one run, a rule for each code that was met, a result a problem. Places are
/// relative to the project's folder (%SRCROOT%); columns count Unicode characters.
std::string report_sarif(const Diagnostics& problems, Language language);

}  // namespace huice::cli
