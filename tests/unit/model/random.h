// SPDX-License-Identifier: Apache-2.0
#pragma once

// Random cases that are the same on every run and every machine: one seed, and no
// std::uniform_int_distribution, whose results each library chooses itself.

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace huice::test {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  /// 0 … bound - 1.
  std::uint64_t below(std::uint64_t bound) { return engine_() % bound; }

  int between(int least, int most) {
    return least + static_cast<int>(below(static_cast<std::uint64_t>(most - least) + 1));
  }

  bool one_in(std::uint64_t chances) { return below(chances) == 0; }

  std::string_view pick(const std::vector<std::string_view>& choices) {
    return choices[below(choices.size())];
  }

  /// A number without leading zeros: `whole` digits at most, then up to `places` after a point.
  std::string number(int whole, int places) {
    const int digits = between(1, whole);
    std::string out(1, static_cast<char>('0' + between(digits > 1 ? 1 : 0, 9)));
    while (static_cast<int>(out.size()) < digits) out += static_cast<char>('0' + between(0, 9));
    const int decimals = between(0, places);
    if (decimals > 0) out += '.';
    for (int i = 0; i < decimals; ++i) out += static_cast<char>('0' + between(0, 9));
    return out;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace huice::test
