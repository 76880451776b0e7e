// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <ostream>

namespace huice::cli {

void Progress::report(std::size_t done, std::size_t total) {
  if (!world_.err_is_terminal) return;
  if (total == 0) return count(done);
  const std::size_t percent = done * 100 / total;
  std::size_t shown = shown_percent_.load(std::memory_order_relaxed);
  if (percent <= shown || !shown_percent_.compare_exchange_strong(shown, percent)) return;
  constexpr std::size_t kWidth = 30;
  const std::size_t filled = percent * kWidth / 100;
  const std::lock_guard<std::mutex> lock(mutex_);
  world_.err << "\r[" << std::string(filled, '#') << std::string(kWidth - filled, '-') << "] "
             << done << "/" << total << " " << noun_ << std::flush;
  drawn_ = true;
}

// Without a total, at most one line a thousand.
void Progress::count(std::size_t done) {
  std::size_t shown = shown_percent_.load(std::memory_order_relaxed);
  if (done / 1000 <= shown || !shown_percent_.compare_exchange_strong(shown, done / 1000)) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  world_.err << "\r" << done << " " << noun_ << std::flush;
  drawn_ = true;
}

void Progress::clear() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (drawn_) world_.err << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

}  // namespace huice::cli
