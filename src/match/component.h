// SPDX-License-Identifier: Apache-2.0
#pragma once

// One component of an amount: a base range, then what multiplies it, then its bounds. Where a text
// does not say what a multiplier acts on, all readings are computed and the widest range holds.

#include "match/limits.h"

namespace huice::match {

class Component {
 public:
  /// REQUIRES: all outlive it.
  Component(const PlannedAmount& amount, Applicant& applicant, Detail detail, Estimate& whole);

  Part run();

 private:
  /// One reading of the multipliers: what the award and the cap are multiplied by.
  struct Reading {
    logic::Rational award{1};
    logic::Rational cap{1};
  };

  Range base_range();
  Range rate_range(const Range& shares, const std::string& text);
  Range interest_range(const logic::Rational& share, const std::string& text);
  const ReferenceRate* reference_on(const std::string& day) const;
  Range schedule_range();
  Range bands_range();
  Range phases_range();
  Range phase_range(const PlannedPhase& planned);
  Range stages_range();
  Range row_range(const PlannedRow& row);
  void say_allowance();
  void say_readings();
  std::vector<Reading> readings();
  void say_years();
  bool has_bounds_in_rows() const;

  const PlannedAmount& amount_;
  const model::AmountComponent& component_;
  Working working_;
  Part part_;
  logic::Rational cap_times_{1};  ///< of the reading that is worked out
};

}  // namespace huice::match
