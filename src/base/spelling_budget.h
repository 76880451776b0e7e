// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace huice {

/// What looking for the nearest words may take together. Many threads may use one.
struct SpellingBudget {
  static constexpr std::size_t kMostSteps = 10'000'000;
  std::atomic<std::size_t> steps = 0;
};

/// nearest() (spelling.h) as long as the budget lasts; then nothing is near.
std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates,
                    SpellingBudget& budget);

}  // namespace huice
