// SPDX-License-Identifier: Apache-2.0
#include "derive/comparison.h"

#include <algorithm>
#include <cstdint>

namespace huice::derive {
namespace {

using model::Decimal;
using model::Observation;
using model::PeriodKind;

__extension__ using Wide = __int128;

int months(const model::Period& period) {
  return (period.last().year() - period.first().year()) * 12 + period.last().month() -
         period.first().month() + 1;
}

std::optional<Decimal> percent_of(Wide difference, Wide base) {
  if (base <= 0) return std::nullopt;
  const bool negative = difference < 0;
  const Wide magnitude = (negative ? -difference : difference) * 10000;
  const Wide rounded = (magnitude * 2 + base) / (base * 2);
  constexpr Wide kLargest = 1'000'000'000;
  if (rounded > kLargest) return std::nullopt;
  const auto value = static_cast<std::int64_t>(rounded);
  return Decimal(negative ? -value : value, 2);
}

}  // namespace

bool comparable(const model::Period& a, const model::Period& b) {
  if (a.kind() != b.kind() || a.grain() != b.grain() || a == b) return false;
  if (a.kind() == PeriodKind::unstated) return false;
  if (a.kind() != PeriodKind::span) return true;
  return months(a) == months(b) && (a.grain() != model::Grain::day) &&
         a.first().month() == b.first().month();
}

bool is_series(const Observation& a, const Observation& b) {
  return a.indicator == b.indicator && a.region == b.region;
}

bool is_after(const Observation& now, const Observation& then) {
  return compare(now, then, nullptr) && earlier(then.period, now.period);
}

bool is_alike_elsewhere(const Observation& a, const Observation& b) {
  return a.indicator == b.indicator && a.region != b.region &&
         a.quantity().text() == b.quantity().text();
}

std::optional<Comparison> compare(const Observation& now, const Observation& then,
                                  const model::Indicator* indicator) {
  if (now.indicator != then.indicator || now.region != then.region || now.unit != then.unit) {
    return std::nullopt;
  }
  if (now.qualifier != model::Qualifier::equal || then.qualifier != model::Qualifier::equal) {
    return std::nullopt;
  }
  if (!comparable(now.period, then.period)) return std::nullopt;
  const int scale = std::max(now.value.scale(), then.value.scale());
  const auto a = now.value.scaled(scale);
  const auto b = then.value.scaled(scale);
  if (!a || !b) return std::nullopt;
  const Wide difference = static_cast<Wide>(*a) - *b;
  if (difference > INT64_MAX || difference < -INT64_MAX) return std::nullopt;
  const bool share = now.unit == "%";
  Comparison result;
  result.difference = Decimal(static_cast<std::int64_t>(difference), scale);
  result.unit = share ? "个百分点" : now.unit;
  const bool is_computed = indicator == nullptr || indicator->growth.empty();
  if (!share && is_computed) result.percent = percent_of(difference, *b);
  return result;
}

}  // namespace huice::derive
