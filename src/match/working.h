// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the parts of an estimate are worked out with: the answers that count, and the steps that are
// said on the way.

#include "match/estimate.h"

#include <string>
#include <utility>
#include <vector>

namespace huice::match {

using Texts = std::vector<std::string>;

/// 20万元; with kAbout where it was rounded to 分.
std::string sum_text(const logic::Rational& fen);
/// 10万元至20万元, or one figure where the ends are alike.
std::string span_text(const std::string& low, const std::string& high);
/// From the lower to the higher of two ranges; a bound that one of them lacks is not known.
Range wider(const Range& a, const Range& b);

class Working {
 public:
  /// REQUIRES: all outlive it.
  Working(Applicant& applicant, Detail detail, Estimate& whole)
      : applicant_(applicant), detail_(detail), whole_(whole) {}

  /// `values` makes what the sentence speaks of; thousands of enterprises need none of it. What was
  /// said of the part before is not said again.
  template <class Values>
  void step(StepKind kind, Values values) {
    if (detail_ == Detail::steps) add({kind, values()});
  }
  void step(StepKind kind) {
    if (detail_ == Detail::steps) add({kind, {}});
  }

  /// No step is said until it is set to false again.
  void set_silent(bool silent) { silent_ = silent; }

  /// An answer that would make the estimate closer.
  void miss(std::size_t field) { whole_.missing.push_back(field); }

  /// What the upper bound depends on.
  void only_where(std::string_view condition) {
    if (!silent_ && !condition.empty()) whole_.only_where.push_back(condition);
  }

  void is_provisional() { whole_.provisional = true; }

  Verdict decided(const Condition& condition);

  /// The answer of that field, in 分, a loss as nothing; nullopt, and said, where there is none, or
  /// an applicant cannot know it (`of`).
  std::optional<logic::Rational> base(const std::optional<std::size_t>& field,
                                      std::string_view label, std::string_view of);

  /// nullptr, and said, where the field is not answered with a day.
  const std::string* day(std::size_t field, std::string_view label);

  /// The steps said so far, which are then forgotten.
  std::vector<Step> take_steps() { return std::exchange(steps_, {}); }

 private:
  void add(Step step);

  Applicant& applicant_;
  Detail detail_;
  Estimate& whole_;
  std::vector<Step> steps_;
  bool silent_ = false;
};

}  // namespace huice::match
