// SPDX-License-Identifier: Apache-2.0
#pragma once

// What would settle the verdicts that are not certain: which answers, and of how many measures.

#include "base/json/value.h"
#include "match/match.h"
#include "view/words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::view {

/// Answers, an office that judges, or, where nothing is left to answer or to judge, what is open
/// about the text itself: two readings, whether it is meant for other regions, from when on a
/// recognition counts.
enum class Waits { answers, office, text };

/// Its name in a report: answers, office, text.
std::string_view name_of(Waits waits);

/// Nothing where the verdict is yes or no.
std::optional<Waits> waits_for(const match::Result& result);

/// The conditions that are not met, in one line; empty where something else is in the way.
std::string unmet_text(const match::Result& result, const Words& words);

/// The fields whose answers measures wait for: [{"id", "label", "question", "measures": how many}],
/// those of most measures first.
json::Value questions_of(const match::Plan& plan, const std::vector<match::Result>& results);

}  // namespace huice::view
