// SPDX-License-Identifier: Apache-2.0
#pragma once

// The seam to the wall clock. Only the command line asks for today, once, where --as-of is absent;
// rendering never does.

#include <string>

namespace huice {

class Clock {
 public:
  virtual ~Clock() = default;

  /// Today in the Asia/Shanghai time zone (UTC+8, no daylight saving), as YYYY-MM-DD.
  virtual std::string today() const = 0;
};

class SystemClock final : public Clock {
 public:
  std::string today() const override;
};

class FixedClock final : public Clock {
 public:
  explicit FixedClock(std::string date) : date_(std::move(date)) {}
  std::string today() const override { return date_; }

 private:
  std::string date_;
};

}  // namespace huice
