// SPDX-License-Identifier: Apache-2.0
#pragma once

// A bar on a terminal, nothing elsewhere.

#include "cli/world.h"

#include <atomic>
#include <cstddef>
#include <mutex>
#include <string>

namespace huice::cli {

class Progress {
 public:
  /// `noun` names what is counted.
  Progress(World& world, const Argument& noun) : world_(world), noun_(say(noun, world)) {}

  /// From any thread; redraws at most a hundred times in all. `total` 0: not known; then once for
  /// each thousand.
  void report(std::size_t done, std::size_t total);

  /// Takes the bar away.
  void clear();

 private:
  void count(std::size_t done);

  World& world_;
  std::string noun_;
  std::atomic<std::size_t> shown_percent_{0};
  std::mutex mutex_;
  bool drawn_ = false;
};

}  // namespace huice::cli
