// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which of huice's diagnostics are findings: what can be said only of records that loaded well, and
// what an office may hold for more or less grave (data/site.json, "findings").

#include "base/diagnostic.h"

#include <optional>
#include <string_view>
#include <vector>

namespace huice::check {

/// Every finding, in the catalogue's order.
const std::vector<Code>& finding_codes();

/// The finding with this slug.
std::optional<Code> finding(std::string_view slug);

}  // namespace huice::check
