// SPDX-License-Identifier: Apache-2.0
#pragma once

// Date: a day of the Gregorian calendar.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace huice::model {

/// Years that can be recorded: texts and series of the century before 1900 are, and what is
/// before is a slip. A year before kUsualYear is read, and doubted.
inline constexpr int kFirstYear = 1800;
inline constexpr int kUsualYear = 1900;
inline constexpr int kLastYear = 2199;

class Date {
 public:
  Date() = default;

  /// nullopt where there is no such day, or the year is not in 1800 … 2199.
  static std::optional<Date> of(int year, int month, int day);

  /// Reads "2022-09-28" and "2022年9月28日". Else nullopt.
  static std::optional<Date> parse(std::string_view text);

  int year() const { return year_; }
  int month() const { return month_; }
  int day() const { return day_; }

  /// The day `days` later (earlier where negative).
  Date plus_days(int days) const;

  /// 2022-09-28
  std::string iso() const;

  /// 2022年9月28日: full year, month and day without padding (GB/T 9704-2012, 7.3.5.4).
  std::string official() const;

  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  int year_ = 1970;
  int month_ = 1;
  int day_ = 1;
};

/// 28, 29, 30 or 31. REQUIRES: 1 <= month <= 12.
int days_in_month(int year, int month);

}  // namespace huice::model
