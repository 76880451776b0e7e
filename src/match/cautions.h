// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/example.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace huice::match {

using model::Caution;

/// In the order in which they were added, each once.
class Cautions {
 public:
  void add(Caution caution) {
    if (std::find(begin(), end(), caution) == end()) all_[count_++] = caution;
  }
  const Caution* begin() const { return all_.data(); }
  const Caution* end() const { return all_.data() + count_; }

 private:
  std::array<Caution, static_cast<std::size_t>(Caution::no_requirements) + 1> all_{};
  std::uint8_t count_ = 0;
};

}  // namespace huice::match
