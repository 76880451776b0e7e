// SPDX-License-Identifier: Apache-2.0
#pragma once

// Broken JSON in words: the slips that people make most have messages of their own.

#include "base/diagnostic.h"
#include "base/json/value.h"

#include <string>

namespace huice::json {

/// The problem where reading stopped. `at_end`: nothing follows there; `id` and `what`: of
/// nlohmann_json's exception, whose words are given where no slip is recognised.
Diagnostic syntax_error(const SourceText& source, Span stopped, bool at_end, int id,
                        const std::string& what);

}  // namespace huice::json
