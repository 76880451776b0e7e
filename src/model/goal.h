// SPDX-License-Identifier: Apache-2.0
#pragma once

// Goal: what a target is to reach, as plans write it: a figure (突破300家), a range (15—20家), a
// change (降低13.5%, 提高2个百分点以上), a multiple (翻一番), all of it (全覆盖), or a rank
// (前3名).

#include "model/quantity.h"

#include <vector>

namespace huice::model {

enum class GoalKind { figure, range, change, multiple, all, rank };

class Goal {
 public:
  Goal() = default;

  /// Reads each of the forms above, without blanks; else nullopt. The ends of a range are in
  /// order, and in one unit, which the first may leave out.
  static std::optional<Goal> parse(std::string_view text);

  GoalKind kind() const { return kind_; }

  /// The figures in it, in order: two of a range; one of a figure, a change (without its word) or a
  /// rank; none of a multiple or of 全覆盖.
  const std::vector<Quantity>& quantities() const { return quantities_; }

  /// The unit of what is counted or measured; empty for changes, multiples, 全覆盖 and ranks, which
  /// say nothing of the indicator's own unit.
  std::string_view unit() const;

  /// As written.
  const std::string& text() const { return text_; }

 private:
  GoalKind kind_ = GoalKind::figure;
  std::vector<Quantity> quantities_;
  std::string text_;
};

/// The words that changes, multiples, 全覆盖 and ranks are written with, for the schema's pattern.
std::vector<std::string_view> words_of_change();
std::vector<std::string_view> fixed_goals();
std::vector<std::string_view> range_marks();
std::vector<std::string_view> rank_units();

}  // namespace huice::model
