// SPDX-License-Identifier: Apache-2.0
//
// data/indicators/<id>.json, data/observations/*.csv
#include "model/schema/record.h"
#include "model/schema/records.h"

namespace huice::model::schema {

const Shape& indicator() {
  static const Shape shape = record<Indicator>(
      "indicator", Presence::optional,
      {required<&Indicator::id>("id", id(), "the file's name without .json"),
       required<&Indicator::name>("name", text(), "its name, like R&D经费投入强度"),
       required<&Indicator::unit>("unit", text(), "its unit, like %, 家, 亿元"),
       required<&Indicator::kind>("kind", choice<MeasureKind>(), "stock, flow, rate or price"),
       optional<&Indicator::direction>("direction", choice<Direction>(), "which way is better"),
       optional<&Indicator::aggregation>("aggregation", choice<Aggregation>(),
                                         "how periods combine"),
       optional<&Indicator::formula>("formula", text(), "over other indicators: a / b, or growth(a)"),
       optional<&Indicator::definition>("definition", text(), "what counts and what does not"),
       optional<&Indicator::topic>("topic", reference(RefKind::topic), "what it is about")});
  return shape;
}

const Shape& observation() {
  static const Shape shape = record<Observation>(
      "observation", Presence::optional,
      {required<&Observation::indicator>("indicator", reference(RefKind::indicator), "of what"),
       required<&Observation::region>("region", reference(RefKind::region), "where"),
       required<&Observation::period>("period", period(), "when; unstated where not told"),
       optional<&Observation::variant>("variant", id(), "tells two sources of one figure apart"),
       optional<&Observation::qualifier>("qualifier", qualifier(), "=, >, ≥, ≈ or 余; empty: ="),
       required<&Observation::value>("value", number(), "the figure"),
       required<&Observation::unit>("unit", text(), "its unit, as the source has it"),
       optional<&Observation::note>("note", text(), "what a reader must know")});
  return shape;
}

}  // namespace huice::model::schema
