// SPDX-License-Identifier: Apache-2.0
#pragma once

// Library + what is derived from it + its prose -> findings: contradictions, gaps, numbers that do
// not fit. Findings are for the office that keeps the records; nothing of them is ever published.

#include "check/subject.h"
#include "model/locator.h"

namespace huice::check {

/// Adds every finding to `problems`, with the severities data/site.json sets. A rule's own opinion
/// is never law: it says what does not fit, and where. REQUIRES: the library's records loaded
/// (its prose may cite what is not there), and it is not restricted to an audience.
void find_all(const Subject& subject, model::Locator& locator, Diagnostics& problems);

/// Adds what worked examples state and the records do not give, with the severities as above.
/// REQUIRES: the library's rules have no fault, which an example would only say once more.
void find_in_examples(const Subject& subject, model::Locator& locator, Diagnostics& problems);

}  // namespace huice::check
