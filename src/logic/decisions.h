// SPDX-License-Identifier: Apache-2.0
#pragma once

// The verdicts of a set of rules on one row of answers. Each part of them is decided when it is
// first asked for, and kept. Verdicts and missing answers are those of decide.h; tests compare the
// two.

#include "logic/decide.h"
#include "logic/rule_set.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace huice::logic {

/// Of one thread.
class Decisions {
 public:
  /// REQUIRES: the set and the row outlive it, and the set takes no more rules. The row may be
  /// shorter than the columns.
  Decisions(const RuleSet& set, std::span<const Value> row);
  Decisions(const Decisions&) = delete;
  Decisions& operator=(const Decisions&) = delete;

  std::span<const Value> row() const { return row_; }
  const RuleSet& set() const { return set_; }

  Verdict verdict(std::size_t rule) {
    const State state = decide(roots_[rule], nullptr);
    return state < State::other ? static_cast<Verdict>(state) : decide_whole(rule).verdict;
  }
  /// The columns whose answers would decide, in the order in which the rule first reads them; none
  /// where the verdict is known.
  std::vector<std::size_t> missing(std::size_t rule);

 private:
  /// An answer, or a member of an item.
  struct Cell {
    const Value* value = nullptr;  ///< null: not answered
    std::uint32_t word = kUnread;  ///< of a text its number, of a list its place in items_
    bool is_missing = false;       ///< while missing answers are gathered
  };
  /// Of each item of a list, its members in the order of RuleSet::members().
  struct Items {
    bool are_objects = false;
    std::vector<Cell> cells;
  };
  static constexpr std::uint32_t kUnread = kNoIndex - 1;

  /// `item`: the first of its cells, null outside of a list.
  State decide(std::uint32_t part, Cell* item) {
    if (item != nullptr) return work_out(parts_[part], item);
    State& state = states_[part];
    if (state == State::undecided) state = work_out(parts_[part], nullptr);
    return state;
  }
  State work_out(const Part& part, Cell* item) {
    if (part.kind < Part::Kind::is_true) return combine(part, item);
    return test(part, item != nullptr ? item : cells_.data());
  }
  State combine(const Part& part, Cell* item);
  State join(const Part& part, State decisive, Cell* item);
  State quantify(const Part& part);
  State test(const Part& part, Cell* cells);
  bool is_one_of(const Part& part, Cell& cell) const;
  Items& items_of(Cell& list);
  void mark_missing(std::uint32_t index);
  const Decision& decide_whole(std::size_t rule);

  const RuleSet& set_;
  std::span<const Value> row_;
  const std::uint32_t* roots_;  ///< those three of the set
  const Part* parts_;
  const std::uint32_t* links_;
  std::vector<State> states_;
  std::vector<Cell> cells_;
  std::vector<Items> items_;
  std::map<std::size_t, Decision> whole_;
};

}  // namespace huice::logic
