// SPDX-License-Identifier: Apache-2.0
#include "derive/series.h"

#include "derive/comparison.h"

#include <algorithm>
#include <tuple>

namespace huice::derive {
namespace {

using model::Observation;
using model::PeriodKind;

bool is_state(const model::Period& period) {
  return period.kind() == PeriodKind::instant || period.kind() == PeriodKind::as_of;
}

}  // namespace

Series series(const model::Library& library, std::string_view indicator, std::string_view region) {
  const auto key = std::tie(indicator, region);
  const auto of = [](const Observation& one) {
    return std::tuple<std::string_view, std::string_view>(one.indicator, one.region);
  };
  const auto& all = library.observations;
  const auto first = std::lower_bound(
      all.begin(), all.end(), key,
      [&of](const Observation& one, const auto& wanted) { return of(one) < wanted; });
  const auto last = std::upper_bound(
      first, all.end(), key,
      [&of](const auto& wanted, const Observation& one) { return wanted < of(one); });
  const Observation* data = all.data();
  return {data + (first - all.begin()), data + (last - all.begin())};
}

const Observation* newer(const Observation& than, const model::Library& library,
                         const model::Date& as_of) {
  if (than.period.kind() == PeriodKind::unstated) return nullptr;
  const Observation* newest = nullptr;
  for (const Observation& one : series(library, than.indicator, than.region)) {
    const bool alike =
        comparable(one.period, than.period) || (is_state(one.period) && is_state(than.period));
    if (!alike || one.period.last() <= than.period.last() || as_of < one.period.last()) continue;
    if (newest == nullptr || newest->period.last() < one.period.last()) newest = &one;
  }
  return newest;
}

}  // namespace huice::derive
