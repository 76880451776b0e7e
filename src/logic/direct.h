// SPDX-License-Identifier: Apache-2.0
#pragma once

// The short way for what rules of policies are: leaves that set one answer, or one member of a
// list's item, against constants of the same kind. Everything else goes the way of decide.cpp, and
// so does an answer of another kind than its constants; both ways give the same (decide_test.cpp,
// tests/scripts/json_logic_random.py).

#include "logic/decide.h"
#include "logic/program.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace huice::logic {

class Direct {
 public:
  /// nullopt where the rule holds anything else. `columns` are those of the rule's variables.
  static std::optional<Direct> of(const Program& program,
                                  const std::vector<std::optional<std::size_t>>& columns);

  /// nullopt where an answer is of a kind that its constants are not.
  std::optional<Answer> decide(std::span<const Value> row) const;

 private:
  enum class Kind : std::uint8_t {
    all_of,
    any_of,
    opposite,
    holds,
    boolean,
    number,
    text,
    one_of,
    items
  };
  enum class Order : std::uint8_t { equal, unequal, less, at_most, greater, at_least };

  /// all_of, any_of, opposite: `first` and `count` are its steps. items: its list, `first` is the
  /// step for each item, `decisive` and `empty` are its verdicts. The others test one answer.
  struct Step {
    Kind kind = Kind::all_of;
    Order order = Order::equal;
    bool of_item = false;
    Verdict decisive = Verdict::yes;  ///< items: of one item, which settles all
    Verdict settled = Verdict::yes;   ///< items: what it settles them to
    Verdict empty = Verdict::no;      ///< items: of a list without any
    std::uint32_t answer = kNoIndex;  ///< a column, or in names_; kNoIndex: never answered
    std::uint32_t first = 0;          ///< in steps_; one_of: in texts_
    std::uint32_t count = 0;
    std::uint32_t text = 0;         ///< in texts_
    double number = 0;              ///< what the answer is set against; of a boolean, 0 or 1
    std::uint64_t missing_bit = 0;  ///< in Rule::paths()
  };

  /// What is decided of one row.
  struct Run {
    std::span<const Value> row;
    const Value* item = nullptr;
    std::uint64_t owner_bit = 0;  ///< of the list that the item is from
    std::uint64_t missing = 0;
    bool is_other = false;  ///< an answer was of another kind
  };

  class Maker;

  Verdict decide(const Step& step, Run& run) const;
  Verdict join(const Step& step, Verdict decisive, Run& run) const;
  Verdict quantify(const Step& step, Run& run) const;
  Verdict test(const Step& step, Run& run) const;
  Verdict compare(const Step& step, const Value& value, Run& run) const;

  std::vector<Step> steps_;  ///< those of one step side by side, behind it; the root is the first
  std::vector<std::string> texts_;
  std::vector<std::string> names_;
};

}  // namespace huice::logic
