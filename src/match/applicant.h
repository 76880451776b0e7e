// SPDX-License-Identifier: Apache-2.0
#pragma once

// One enterprise, with its answers as they count on the plan's day. An answer that cannot be right
// on that day, or that another answer contradicts, is left open. Where a recognition may count or
// not (it has probably lapsed, lies ahead, or may have been brought along from elsewhere), a rule
// is decided both ways, and what differs is unknown.
//
// site/assets/finder/applicant.js is the same for the browser; tests/scripts/match_random.py
// compares the two.

#include "logic/decisions.h"
#include "match/cautions.h"
#include "match/plan.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace huice::match {

/// Answers that cannot all be right.
struct Contradiction {
  std::size_t field = 0;            ///< answered with yes, a number or a recognition
  std::vector<std::size_t> others;  ///< whose answers leave no room for that
};

/// Whether it came from elsewhere and does not say of every recognition that it was brought along.
bool may_have_brought(const Plan& plan, std::span<const logic::Value> answers);

class Applicant {
 public:
  /// REQUIRES: plan and answers outlive it; answers has a place for each field of the profile.
  Applicant(const Plan& plan, const Answers& answers);
  Applicant(const Applicant&) = delete;
  Applicant& operator=(const Applicant&) = delete;
  ~Applicant();

  const Answers& given() const { return given_; }
  /// The answers that count.
  std::span<const logic::Value> row() const;

  /// Unknown where the condition has no rule.
  Verdict verdict(const Condition& condition);
  /// The fields whose answers would decide; none where the verdict is known.
  std::vector<std::size_t> missing(const Condition& condition);
  /// Adds why it is unknown, where the answers given would have decided it.
  void add_doubts(const Condition& condition, Cautions& out);

  const std::vector<Contradiction>& contradictions() const { return contradictions_; }

 private:
  struct Row;
  /// Another way in which the answers may count.
  struct Other {
    std::unique_ptr<Row> row;
    std::vector<Caution> why;
  };
  /// How the answers count for rules of one kind.
  struct Side {
    std::unique_ptr<Row> row;  ///< null: the answers as given
    std::vector<Other> others;
  };
  struct Blank {
    std::size_t field = 0;
    Caution why{};
  };

  void leave_open();
  void find_contradictions();
  void weigh_recognitions();
  Side& side_of(const Condition& condition);
  Row& row_of(Side& side) { return side.row ? *side.row : *first_; }

  const Plan& plan_;
  const Answers& given_;
  std::unique_ptr<Row> first_;  ///< of the answers as given, without those that are left open
  std::vector<Blank> blanks_;
  std::vector<Contradiction> contradictions_;
  Side plain_;  ///< of rules that read no recognition: nothing of that is in doubt
  Side being_;  ///< of rules that ask what an enterprise is
  std::optional<Side> becoming_;  ///< of rules that ask how it became so, where that differs
};

}  // namespace huice::match
