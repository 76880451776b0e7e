// SPDX-License-Identifier: Apache-2.0
#include "derive/series.h"

#include "derive/comparison.h"

namespace huice::derive {
namespace {

using model::Observation;
using model::PeriodKind;

bool is_state(const model::Period& period) {
  return period.kind() == PeriodKind::instant || period.kind() == PeriodKind::as_of;
}

}  // namespace

const Observation* newer(const Observation& than, const model::Library& library,
                         const model::Date& as_of) {
  if (than.period.kind() == PeriodKind::unstated) return nullptr;
  const Observation* newest = nullptr;
  for (const Observation& one : library.series(than.indicator, than.region)) {
    const bool alike =
        comparable(one.period, than.period) || (is_state(one.period) && is_state(than.period));
    if (!alike || one.period.last() <= than.period.last() || as_of < one.period.last()) continue;
    if (newest == nullptr || newest->period.last() < one.period.last()) newest = &one;
  }
  return newest;
}

}  // namespace huice::derive
