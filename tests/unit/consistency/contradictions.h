// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where outputs contradict the records or each other.

#include "consistency/oracle.h"
#include "consistency/outputs.h"

namespace huice::test {

/// What contradicts, one sentence each; nothing where all agree. `off`: rules that the oracle is to
/// do without.
std::vector<std::string> contradictions(const RandomProject& project, const Outputs& outputs,
                                        const std::set<Rule>& off = {});

}  // namespace huice::test
