// SPDX-License-Identifier: Apache-2.0
#pragma once

// One figure against an earlier one of the same indicator and region.

#include "model/indicator.h"

#include <optional>

namespace huice::derive {

struct Comparison {
  model::Decimal difference;              ///< now minus then, exact, in `unit`
  std::string unit;                       ///< 个百分点 where the figures are shares
  std::optional<model::Decimal> percent;  ///< growth in %, two places, half up; none for shares
};

/// Whether two periods are the same stretch of time at another time: two years, two ends of year,
/// the first half of two years. Not where one is unstated or both are the same.
bool comparable(const model::Period& a, const model::Period& b);

/// Whether both are figures of one indicator and region.
bool is_series(const model::Observation& a, const model::Observation& b);

/// Whether the two can be compared, and `then` is the earlier one.
bool is_after(const model::Observation& now, const model::Observation& then);

/// Whether one indicator has the same figure in two regions: 超过1% of both.
bool is_alike_elsewhere(const model::Observation& a, const model::Observation& b);

/// nullopt where the two cannot be compared: another indicator, region or unit, an unstated
/// period, periods of different length or kind, a figure that is only a bound. No growth rate is
/// given on a base that is zero or negative, nor where the indicator's own is published: growth of
/// GDP is counted at constant prices (《中国国民经济核算体系（2016）》), its figures are not.
/// `indicator` is that of both; nullptr: growth is computed.
std::optional<Comparison> compare(const model::Observation& now, const model::Observation& then,
                                  const model::Indicator* indicator);

}  // namespace huice::derive
