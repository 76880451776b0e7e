// SPDX-License-Identifier: Apache-2.0
#include "model/decimal.h"

#include "base/ascii.h"

#include <cmath>

namespace huice::model {
namespace {

constexpr int kMostDigits = 18;

// GCC and clang have 128-bit integers on every platform huice builds for; comparing two decimals
// of 18 digits and up to 18 places needs at most 36 digits.
__extension__ using Wide = __int128;

Wide power_of_ten(int exponent) {
  Wide result = 1;
  for (int i = 0; i < exponent; ++i) result *= 10;
  return result;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view part =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && part.empty())) return std::nullopt;
  if (whole.size() > 1 && whole[0] == '0') return std::nullopt;
  if (whole.size() + part.size() > kMostDigits) return std::nullopt;
  std::int64_t coefficient = 0;
  for (const std::string_view digits : {whole, part}) {
    for (const char c : digits) {
      if (!ascii::is_digit(c)) return std::nullopt;
      coefficient = coefficient * 10 + (c - '0');
    }
  }
  if (negative && coefficient == 0) return std::nullopt;
  return Decimal(negative ? -coefficient : coefficient, static_cast<int>(part.size()));
}

std::string Decimal::text() const {
  const bool negative = coefficient_ < 0;
  const auto magnitude = negative ? 0 - static_cast<std::uint64_t>(coefficient_)
                                  : static_cast<std::uint64_t>(coefficient_);
  std::string digits = std::to_string(magnitude);
  const auto places = static_cast<std::size_t>(scale_);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, 1, '.');
  return negative ? "-" + digits : digits;
}

double Decimal::approximate() const {
  return static_cast<double>(coefficient_) / std::pow(10.0, scale_);
}

std::optional<std::int64_t> Decimal::scaled(int power) const {
  Wide value = coefficient_;
  if (power >= scale_) {
    if (power - scale_ > kMostDigits) return std::nullopt;
    value *= power_of_ten(power - scale_);
  } else {
    const Wide divisor = power_of_ten(scale_ - power);
    if (value % divisor != 0) return std::nullopt;
    value /= divisor;
  }
  constexpr Wide kLargest = INT64_MAX;
  if (value > kLargest || value < -kLargest) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const Wide left = static_cast<Wide>(a.coefficient_) * power_of_ten(b.scale_);
  const Wide right = static_cast<Wide>(b.coefficient_) * power_of_ten(a.scale_);
  if (left < right) return std::strong_ordering::less;
  return left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
}

}  // namespace huice::model
