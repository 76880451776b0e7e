// SPDX-License-Identifier: Apache-2.0
#pragma once

// How steps of an estimate are called in JSON, in tables, and in templates/i18n; cautions and
// verdicts have model::schema::word().

#include "match/estimate.h"

#include <span>
#include <string_view>

namespace huice::match {

std::string_view code(StepKind step);  ///< "rate-of"

/// What the values of a step are called in its sentence, in their order: rate, base, …
std::span<const std::string_view> value_names(StepKind step);

}  // namespace huice::match
