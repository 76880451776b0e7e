// SPDX-License-Identifier: Apache-2.0
#pragma once

// JsonLogic back as a line of the condition language.

#include "base/json/value.h"
#include "logic/condition/vocabulary.h"

#include <optional>
#include <string>

namespace huice::logic {

/// The line that parse_condition() reads as this rule, but for what means the same: a field of yes
/// or no by itself is compared with true, and the field of == and != is on the left. nullopt where
/// the language has no form for the rule: other operators, other numbers of operands, unknown
/// fields, constants of no written form.
std::optional<std::string> print_condition(const json::Value& rule, const Vocabulary& vocabulary);

}  // namespace huice::logic
