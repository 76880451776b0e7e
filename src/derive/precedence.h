// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which of two texts goes before the other where they differ, as one of them says itself
// (国家和自治区后续出台新政策的，遵循国家和自治区政策; 与本政策不一致的，以本政策为准).

#include "model/policy.h"

namespace huice::derive {

/// The clause by which the first gives way to the second; nullptr where none says so, where it is
/// not known which was signed later and the clause depends on that, or where other clauses of the
/// two say the contrary.
const model::Precedence* gives_way(const model::Policy& first, const model::Policy& second);

}  // namespace huice::derive
