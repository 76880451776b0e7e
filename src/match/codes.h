// SPDX-License-Identifier: Apache-2.0
#pragma once

// How verdicts, cautions and steps are called in JSON, in tables, and in templates/i18n.

#include "match/match.h"

#include <string_view>

namespace huice::match {

std::string_view code(Caution caution);  ///< "term-unstated"
std::string_view code(StepKind step);    ///< "rate-of"

/// The ways an estimate is counted: "year", or "once" for all that is not by the year.
std::string_view counted_by(model::Per per);

}  // namespace huice::match
