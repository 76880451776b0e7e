// SPDX-License-Identifier: Apache-2.0
#pragma once

// Worked examples, worked out again from the records.

#include "match/match.h"

namespace huice::match {

/// Reports everything that is wrong with the rules of the library's measures.
void check_rules(const model::Library& library, const LocateRule& locate, Diagnostics& problems);

/// Reports each example of the library whose verdict or estimate the records do not give, and
/// everything that is wrong with its answers.
void check_examples(const model::Library& library, const LocateRule& locate, Diagnostics& problems);

/// An estimate in one line, for messages: “最高500万元”, “150万元”, “不低于200万元”, “未知”.
std::string figure(const Estimate& estimate);

}  // namespace huice::match
