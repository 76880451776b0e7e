// SPDX-License-Identifier: Apache-2.0
//
// A printed figure P with a digits after the point means anything within half a unit of its
// last digit: (2P ± 1) / (2 · 10^a). Ends are exact fractions, rounded outward only when a span is
// made, so that no figure that fits is called wrong.
#include "derive/backcheck.h"

#include <cstdint>

namespace huice::derive {
namespace {

using model::Decimal;
using model::Observation;

__extension__ using Wide = __int128;

constexpr std::int64_t kLargest = 1'000'000'000'000;
constexpr int kMostPlaces = 6;

bool is_plain(const Observation& one) {
  return one.qualifier == model::Qualifier::equal && !one.value.is_negative() &&
         one.value.coefficient() < kLargest && one.value.scale() <= kMostPlaces;
}

bool is_count(const Observation& one) {
  return one.value.scale() == 0 && one.unit != "%" && !model::parse_money_unit(one.unit);
}

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

Wide floor_of(Wide a, Wide b) {
  return a / b;
}

Wide ceiling_of(Wide a, Wide b) {
  return (a + b - 1) / b;
}

Decimal decimal(Wide value, int scale) {
  constexpr Wide kMost = INT64_MAX;
  return Decimal(static_cast<std::int64_t>(value > kMost ? kMost : value), scale);
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Both in the range's unit: money may be written in another.
std::optional<Decimal> in_unit(const Decimal& value, const std::string& from,
                               const std::string& to) {
  if (from == to) return value;
  const auto a = model::parse_money_unit(from);
  const auto b = model::parse_money_unit(to);
  if (!a || !b) return std::nullopt;
  const auto places = [](model::MoneyUnit unit) {
    return unit == model::MoneyUnit::yuan ? 0 : unit == model::MoneyUnit::wan_yuan ? 4 : 8;
  };
  const int shift = places(*a) - places(*b);
  if (shift >= 0) {
    const auto scaled = value.scaled(value.scale());
    if (!scaled || *scaled > kLargest) return std::nullopt;
    return decimal(static_cast<Wide>(*scaled) * power_of_ten(shift), value.scale());
  }
  return Decimal(value.coefficient(), value.scale() - shift);
}

}  // namespace

std::optional<Formula> parse_formula(std::string_view text) {
  text = trimmed(text);
  constexpr std::string_view kGrowth = "growth(";
  if (text.starts_with(kGrowth) && text.ends_with(')')) {
    const auto part = trimmed(text.substr(kGrowth.size(), text.size() - kGrowth.size() - 1));
    if (part.empty()) return std::nullopt;
    return Formula{FormulaKind::growth, std::string(part), {}};
  }
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto part = trimmed(text.substr(0, slash));
  const auto whole = trimmed(text.substr(slash + 1));
  if (part.empty() || whole.empty() || whole.find('/') != std::string_view::npos) {
    return std::nullopt;
  }
  return Formula{FormulaKind::share, std::string(part), std::string(whole)};
}

std::string Range::text() const {
  if (low == high) return low.text() + unit;
  return low.text() + unit + "至" + high.text() + unit;
}

std::optional<Range> implied_whole(const Observation& part, const Observation& share) {
  if (!is_plain(part) || !is_plain(share) || share.unit != "%") return std::nullopt;
  const Wide p = Wide{2} * part.value.coefficient();
  const Wide s = Wide{2} * share.value.coefficient();
  if (s <= 1) return std::nullopt;
  const Wide rounding = is_count(part) ? 0 : 1;
  const Wide factor = 100 * power_of_ten(share.value.scale());
  const Wide least = p > rounding ? p - rounding : 0;
  const int scale = part.value.scale();
  return Range{decimal(floor_of(factor * least, s + 1), scale),
               decimal(ceiling_of(factor * (p + rounding), s - 1), scale), part.unit};
}

std::optional<Range> implied_before(const Observation& now, const Observation& growth) {
  if (!is_plain(now) || !is_plain(growth) || growth.unit != "%") return std::nullopt;
  const Wide n = Wide{2} * now.value.coefficient();
  const Wide ten = power_of_ten(growth.value.scale());
  const Wide divisor = 200 * ten + Wide{2} * growth.value.coefficient();
  const Wide factor = 100 * ten;
  const int scale = now.value.scale();
  if (is_count(now)) {
    return Range{decimal(ceiling_of(factor * n, divisor + 1), 0),
                 decimal(floor_of(factor * n, divisor - 1), 0), now.unit};
  }
  const Wide least = n > 1 ? n - 1 : 0;
  return Range{decimal(floor_of(factor * least, divisor + 1), scale),
               decimal(ceiling_of(factor * (n + 1), divisor - 1), scale), now.unit};
}

std::optional<bool> lies_in(const Observation& figure, const Range& range) {
  if (!is_plain(figure)) return std::nullopt;
  const std::int64_t written = figure.value.coefficient();
  const int scale = figure.value.scale() + 1;
  const std::int64_t rounding = is_count(figure) ? 0 : 5;
  const auto least = in_unit(Decimal(written * 10 - rounding, scale), figure.unit, range.unit);
  const auto most = in_unit(Decimal(written * 10 + rounding, scale), figure.unit, range.unit);
  if (!least || !most) return std::nullopt;
  return *most >= range.low && *least <= range.high;
}

bool is_year_before(const model::Period& before, const model::Period& period) {
  if (before.kind() != period.kind() || before.grain() != period.grain()) return false;
  if (period.kind() == model::PeriodKind::unstated) return false;
  const auto year_apart = [](const model::Date& a, const model::Date& b) {
    return a.year() + 1 == b.year() && a.month() == b.month();
  };
  const bool spans = period.kind() == model::PeriodKind::span;
  return year_apart(before.last(), period.last()) &&
         (!spans || year_apart(before.first(), period.first()));
}

}  // namespace huice::derive
