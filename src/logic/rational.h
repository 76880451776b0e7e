// SPDX-License-Identifier: Apache-2.0
#pragma once

// Exact fractions for money and rates. site/assets/finder/exact.js is the same for the browser.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huice::logic {

/// How a fraction becomes a whole number.
enum class Rounding : std::uint8_t {
  half_up,    ///< to the nearest, a half away from zero (四舍五入): 2.5 → 3, -2.5 → -3
  half_even,  ///< to the nearest, a half to the even neighbour: 2.5 → 2, 3.5 → 4
  down,       ///< towards zero: 2.9 → 2, -2.9 → -2
};

/// A fraction in lowest terms, each part of up to 127 bits. What does not fit, and a division by
/// zero, is not a number but a fault, and so is all that is computed from it: look at fault() once,
/// at the end. A fault equals nothing and is neither less nor greater.
class Rational {
 public:
  enum class Fault : std::uint8_t { none, overflow, division_by_zero };
  // `using` takes no __extension__, without which -Wpedantic refuses the type.
  __extension__ typedef unsigned __int128 Magnitude;  // NOLINT(modernize-use-using)

  Rational() = default;
  Rational(std::int64_t number);  // NOLINT(google-explicit-constructor): a whole number is one
  /// numerator / denominator.
  static Rational ratio(std::int64_t numerator, std::int64_t denominator);
  /// Reads "300", "-0.5", "53.20": digits on both sides of the point, nothing else; else nullopt.
  /// Digits without end are an overflow.
  static std::optional<Rational> parse(std::string_view decimal);

  Fault fault() const { return fault_; }
  bool is_number() const { return fault_ == Fault::none; }

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);
  Rational operator-() const;

  friend std::partial_ordering operator<=>(const Rational& a, const Rational& b);
  friend bool operator==(const Rational& a, const Rational& b) { return (a <=> b) == 0; }

  /// nullopt for a fault, and where the whole number does not fit.
  std::optional<std::int64_t> rounded(Rounding rounding) const;

  /// "5/7", "-3"; "overflow" or "division by zero" for a fault.
  std::string text() const;

 private:
  static Rational of(Fault fault);
  bool is_one() const { return numerator_ == 1 && denominator_ == 1 && !negative_; }
  /// Reduces. REQUIRES: denominator is not 0.
  static Rational of(bool negative, Magnitude numerator, Magnitude denominator);

  // Sign and magnitude: arithmetic on unsigned numbers never overflows unseen.
  Magnitude numerator_ = 0;
  Magnitude denominator_ = 1;
  bool negative_ = false;  // never of zero
  Fault fault_ = Fault::none;
};

}  // namespace huice::logic
