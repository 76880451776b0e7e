// SPDX-License-Identifier: Apache-2.0
#pragma once

// How verdicts, cautions and steps are called in JSON, in tables, and in templates/i18n.

#include "match/match.h"

#include <string_view>

namespace huice::match {

std::string_view code(Caution caution);  ///< "term-unstated"
std::string_view code(StepKind step);    ///< "rate-of"

}  // namespace huice::match
