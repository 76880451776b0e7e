// SPDX-License-Identifier: Apache-2.0
#pragma once

// Decimal: a number exactly as it was written, 5229.3 or 0.50, without binary rounding.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huice::model {

class Decimal {
 public:
  Decimal() = default;

  /// coefficient × 10^-scale. REQUIRES: 0 <= scale <= 18.
  Decimal(std::int64_t coefficient, int scale) : coefficient_(coefficient), scale_(scale) {}

  /// Reads "300", "-0.5", "53.20". At most 18 digits in all; no sign "+", no exponent, no
  /// thousands separators, no leading zeros, digits on both sides of the point. Else nullopt.
  static std::optional<Decimal> parse(std::string_view text);

  std::int64_t coefficient() const { return coefficient_; }
  int scale() const { return scale_; }
  bool is_zero() const { return coefficient_ == 0; }
  bool is_negative() const { return coefficient_ < 0; }

  /// As written: parse(x)->text() == x.
  std::string text() const;

  /// The nearest double, for plotting only.
  double approximate() const;

  /// The value times 10^power as a whole number; nullopt where it is none or does not fit.
  std::optional<std::int64_t> scaled(int power) const;

  /// By value: 0.50 equals 0.5.
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

 private:
  std::int64_t coefficient_ = 0;
  int scale_ = 0;
};

}  // namespace huice::model
