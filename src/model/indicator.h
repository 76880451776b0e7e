// SPDX-License-Identifier: Apache-2.0
#pragma once

// Indicator: what is measured. Observation: one figure of it.

#include "model/observed_value.h"
#include "model/period.h"
#include "model/provenance.h"
#include "model/quantity.h"

#include <optional>
#include <string>

namespace huice::model {

enum class Direction { up, down, none };              ///< which way is better
enum class Aggregation { sum, last, mean, none };     ///< how periods combine
enum class MeasureKind { stock, flow, rate, price };  ///< 存量, 增量, 比率, 利率

struct Indicator {
  std::string id;
  std::string name;
  std::string phrase;  ///< how sentences name it, before its figure: 引进技术合同; empty: its name
  std::string unit;
  MeasureKind kind = MeasureKind::stock;
  Direction direction = Direction::none;
  Aggregation aggregation = Aggregation::none;
  std::string formula;     ///< over other indicators' ids; empty where it is not computed
  std::string definition;  ///< what counts and what does not
  std::string growth;      ///< the indicator of its published growth; empty: growth is computed
  std::string topic;
  Provenance provenance;
};

/// An observation's fact id is indicator@region/period, plus #variant where two sources differ.
struct Observation {
  std::string indicator;
  std::string region;
  Period period;
  std::string variant;
  Qualifier qualifier = Qualifier::equal;
  ObservedValue value;
  std::string unit;
  std::string note;
  Provenance provenance;

  std::string fact_id() const;
  /// REQUIRES: the value is a figure, no sign.
  Quantity quantity() const { return Quantity(qualifier, value, unit); }
};

}  // namespace huice::model
