// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

#include <array>
#include <chrono>
#include <ctime>

namespace huice {

std::string SystemClock::today() const {
  const auto in_china = std::chrono::system_clock::now() + std::chrono::hours(8);
  const std::time_t seconds = std::chrono::system_clock::to_time_t(in_china);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 16> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
  return std::string(text.data(), length);
}

}  // namespace huice
