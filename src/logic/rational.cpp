// SPDX-License-Identifier: Apache-2.0
#include "logic/rational.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace huice::logic {
namespace {

using Magnitude = Rational::Magnitude;

// Dividing 128 bits takes many times as long as dividing 64, and nearly all numbers are small.
constexpr bool is_small(Magnitude a, Magnitude b) {
  return ((a | b) >> 63U) == 0;
}

constexpr Magnitude kLargest = ~Magnitude{0} >> 1U;

struct Product {
  Magnitude value = 0;
  bool fits = true;
};

// Clang calls a function that Debian's libgcc has not to watch a product of 128 bits.
Product multiply(Magnitude a, Magnitude b) {
  if (!is_small(a, b) && a != 0 && b > kLargest / a) return {0, false};
  return {a * b, true};
}

Product add(Magnitude a, Magnitude b) {
  if (b > kLargest - a) return {0, false};
  return {a + b, true};
}

// Never 0, so that both can be divided by it.
Magnitude common_divisor(Magnitude a, Magnitude b) {
  if (a == 1 || b == 1) return 1;
  if (is_small(a, b) && (a | b) != 0) {
    return std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
  }
  while (b != 0) {
    const Magnitude rest = a % b;
    a = b;
    b = rest;
  }
  return a == 0 ? 1 : a;
}

Magnitude magnitude_of(std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  return number < 0 ? ~bits + 1 : bits;
}

std::string digits_of(Magnitude number) {
  std::string out;
  do {
    out += static_cast<char>('0' + static_cast<int>(number % 10));
    number /= 10;
  } while (number != 0);
  std::reverse(out.begin(), out.end());
  return out;
}

// Of positive fractions, by their whole parts and then by what the rests' reciprocals are, so that
// no product is needed.
std::strong_ordering compare(Magnitude a, Magnitude b, Magnitude c, Magnitude d) {
  if (b == d) return a <=> c;
  while (true) {
    if (a / b != c / d) return a / b <=> c / d;
    const Magnitude left = a % b;
    const Magnitude right = c % d;
    if (left == 0 || right == 0) return left <=> right;
    // left/b < right/d exactly where d/right < b/left.
    a = d;
    c = b;
    b = right;
    d = left;
  }
}

}  // namespace

Rational::Rational(std::int64_t number) : numerator_(magnitude_of(number)), negative_(number < 0) {}

Rational Rational::of(Fault fault) {
  Rational out;
  out.fault_ = fault;
  return out;
}

Rational Rational::of(bool negative, Magnitude numerator, Magnitude denominator) {
  const Magnitude divisor = common_divisor(numerator, denominator);
  Rational out;
  out.numerator_ = divisor == 1 ? numerator : numerator / divisor;
  out.denominator_ = divisor == 1 ? denominator : denominator / divisor;
  out.negative_ = negative && numerator != 0;
  return out;
}

Rational Rational::ratio(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) return of(Fault::division_by_zero);
  return of((numerator < 0) != (denominator < 0), magnitude_of(numerator),
            magnitude_of(denominator));
}

std::optional<Rational> Rational::parse(std::string_view decimal) {
  const bool negative = decimal.starts_with('-');
  if (negative) decimal.remove_prefix(1);
  const std::size_t point = std::min(decimal.find('.'), decimal.size());
  Product numerator;
  Product denominator{1, true};
  for (std::size_t i = 0; i < decimal.size(); ++i) {
    if (i == point) continue;
    if (decimal[i] < '0' || decimal[i] > '9') return std::nullopt;
    if (numerator.fits) numerator = multiply(numerator.value, 10);
    if (numerator.fits) numerator = add(numerator.value, static_cast<Magnitude>(decimal[i] - '0'));
    if (denominator.fits && i > point) denominator = multiply(denominator.value, 10);
  }
  if (point == 0 || point + 1 == decimal.size()) return std::nullopt;
  if (!numerator.fits || !denominator.fits) return of(Fault::overflow);
  return of(negative, numerator.value, denominator.value);
}

Rational Rational::operator-() const {
  Rational out = *this;
  out.negative_ = !negative_ && numerator_ != 0;
  return out;
}

Rational operator+(const Rational& a, const Rational& b) {
  if (!a.is_number()) return a;
  if (!b.is_number()) return b;
  const Magnitude divisor = common_divisor(a.denominator_, b.denominator_);
  const Product left = multiply(a.numerator_, b.denominator_ / divisor);
  const Product right = multiply(b.numerator_, a.denominator_ / divisor);
  const Product denominator = multiply(a.denominator_, b.denominator_ / divisor);
  if (!left.fits || !right.fits || !denominator.fits)
    return Rational::of(Rational::Fault::overflow);
  if (a.negative_ == b.negative_) {
    const Product sum = add(left.value, right.value);
    if (!sum.fits) return Rational::of(Rational::Fault::overflow);
    return Rational::of(a.negative_, sum.value, denominator.value);
  }
  const bool left_wins = left.value >= right.value;
  const Magnitude rest = left_wins ? left.value - right.value : right.value - left.value;
  return Rational::of(left_wins ? a.negative_ : b.negative_, rest, denominator.value);
}

Rational operator-(const Rational& a, const Rational& b) {
  return a + -b;
}

Rational operator*(const Rational& a, const Rational& b) {
  if (!a.is_number()) return a;
  if (!b.is_number()) return b;
  if (a.is_one()) return b;
  if (b.is_one()) return a;
  // Reduced crosswise first, so that only what does not fit in the end overflows.
  const Magnitude left = common_divisor(a.numerator_, b.denominator_);
  const Magnitude right = common_divisor(b.numerator_, a.denominator_);
  const Product numerator = multiply(a.numerator_ / left, b.numerator_ / right);
  const Product denominator = multiply(a.denominator_ / right, b.denominator_ / left);
  if (!numerator.fits || !denominator.fits) return Rational::of(Rational::Fault::overflow);
  return Rational::of(a.negative_ != b.negative_, numerator.value, denominator.value);
}

Rational operator/(const Rational& a, const Rational& b) {
  if (!a.is_number()) return a;
  if (!b.is_number()) return b;
  if (b.numerator_ == 0) return Rational::of(Rational::Fault::division_by_zero);
  return a * Rational::of(b.negative_, b.denominator_, b.numerator_);
}

std::partial_ordering operator<=>(const Rational& a, const Rational& b) {
  if (!a.is_number() || !b.is_number()) return std::partial_ordering::unordered;
  if (a.negative_ != b.negative_) {
    return a.negative_ ? std::partial_ordering::less : std::partial_ordering::greater;
  }
  return a.negative_ ? compare(b.numerator_, b.denominator_, a.numerator_, a.denominator_)
                     : compare(a.numerator_, a.denominator_, b.numerator_, b.denominator_);
}

std::optional<std::int64_t> Rational::rounded(Rounding rounding) const {
  if (!is_number()) return std::nullopt;
  Magnitude whole = denominator_ == 1 ? numerator_ : numerator_ / denominator_;
  const Magnitude rest = denominator_ == 1 ? 0 : numerator_ % denominator_;
  const Magnitude other = denominator_ - rest;
  const bool odd = whole % 2 == 1;
  const bool at_half = rest == other && (rounding == Rounding::half_up || odd);
  if (rounding != Rounding::down && (rest > other || at_half)) ++whole;
  const Magnitude most = Magnitude{1} << 63U;
  if (whole > most || (whole == most && !negative_)) return std::nullopt;
  const auto bits = static_cast<std::uint64_t>(whole);
  return static_cast<std::int64_t>(negative_ ? ~bits + 1 : bits);
}

std::string Rational::text() const {
  if (fault_ == Fault::overflow) return "overflow";
  if (fault_ == Fault::division_by_zero) return "division by zero";
  std::string out = (negative_ ? "-" : "") + digits_of(numerator_);
  if (denominator_ != 1) out += "/" + digits_of(denominator_);
  return out;
}

}  // namespace huice::logic
