// SPDX-License-Identifier: Apache-2.0
#pragma once

// Worked examples, worked out again from the records.

#include "match/match.h"

#include <vector>

namespace huice::match {

/// Reports everything that is wrong with the rules of the library's measures.
void check_rules(const model::Library& library, model::Locator& locator, Diagnostics& problems);

/// Reports each thing that an example of the library states and the records do not give, and
/// everything that is wrong with its answers. What an example does not state is not compared, but
/// for its estimate: none is none.
void check_examples(const model::Library& library, model::Locator& locator, Diagnostics& problems);

/// An example of which the records give something else, and what they give. It states what the
/// example stated, and an estimate where the records give one.
struct ChangedExample {
  const model::Example* example = nullptr;
  model::Expectation now;
};

/// The examples that the records do not bear out, in the library's order. One that cannot be worked
/// out (its measure is unknown, or its answers have a fault) is left out and reported.
std::vector<ChangedExample> changed_examples(const model::Library& library, model::Locator& locator,
                                             Diagnostics& problems);

/// An estimate in one line, for messages: ≤500万元, 150万元, ≥200万元, 10万元–20万元, unknown.
std::string figure(const Estimate& estimate);

}  // namespace huice::match
