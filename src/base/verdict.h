// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is known of a condition.

#include <cstdint>

namespace huice {

/// unknown: an answer is missing, or an office has to judge.
enum class Verdict : std::uint8_t { no, yes, unknown };

}  // namespace huice
