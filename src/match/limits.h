// SPDX-License-Identifier: Apache-2.0
#pragma once

// The caps and floors of an amount, or of a row: which of them hold for an applicant, and what they
// leave of a range. A bound that may hold, and may not, makes a range wider and never closer.

#include "match/working.h"

namespace huice::match {

class Limits {
 public:
  /// Decides the cases, and says what each bound comes to. `per` is what the range is counted for:
  /// a bound that is counted otherwise is said and not applied, but that a cap of all a firm gets
  /// (每年最高50万元) is also one of each single piece (每件). `times` multiplies caps in what is
  /// said.
  Limits(const PlannedBounds& caps, const PlannedBounds& floors, const model::Counted& per,
         const logic::Rational& times, Working& working);

  /// What is left of the range, with caps multiplied by `times`.
  Range applied(Range range, const logic::Rational& times) const;

 private:
  enum class Side : std::uint8_t { cap, floor };

  /// The cases of one bound.
  struct Limit {
    std::optional<logic::Rational> least;  ///< of those that may hold
    std::optional<logic::Rational> most;
    bool sure = true;          ///< one of them holds, and all that may are known
    bool has_unknown = false;  ///< one that may hold comes to nobody knows what
  };

  void add(const std::vector<PlannedBound>& cases, Side side);
  void take(const PlannedBound& bound, Verdict holds, Side side, Limit& limit);
  void say(const PlannedBound& bound, Verdict holds, Side side, const logic::Rational& sum);
  std::optional<logic::Rational> sum_of(const PlannedBound& bound, Side side);
  bool applies(const model::Counted& per, Side side) const;

  const model::Counted& per_;
  const logic::Rational& times_;
  Working& working_;
  std::vector<Limit> caps_;
  std::vector<Limit> floors_;
};

}  // namespace huice::match
