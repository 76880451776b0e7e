// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rules of many policies over the same answers. They ask the same few things again and again:
// each distinct part of them is here once, so that it can be decided once (decisions.h).
//
// A part sets one answer, or one member of a list's item, against constants of one kind, or joins
// other parts. A rule that holds anything else is kept as a whole.

#include "logic/columns.h"
#include "logic/program.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace huice::logic {

/// Of a part and one row. `other`: an answer is of another kind than the constants beside it, and
/// the rule has to be decided as a whole.
enum class State : std::uint8_t { no, yes, unknown, other, undecided };

struct Part {
  enum class Kind : std::uint8_t {
    all_of,
    any_of,
    opposite,
    items,
    whole,  ///< a rule that is not made of parts
    is_true,
    is_false,
    number,
    text,
    one_of,
  };
  enum class Order : std::uint8_t { equal, unequal, less, at_most, greater, at_least };

  Kind kind = Kind::all_of;
  Order order = Order::equal;
  bool of_item = false;
  State decisive = State::yes;     ///< items: of one item, which settles all
  State settled = State::yes;      ///< items: what it settles them to
  State empty = State::no;         ///< items: of a list without any
  std::uint32_t place = kNoIndex;  ///< a column, or in RuleSet::members(); kNoIndex: none has it
  std::uint32_t first = 0;         ///< in RuleSet::links(): parts that it joins, words of one_of
  std::uint32_t count = 0;
  std::uint32_t word = 0;  ///< what a text is set against
  double number = 0;       ///< what a number is set against
};

class RuleSet {
 public:
  /// REQUIRES: the columns outlive the set.
  explicit RuleSet(const Columns& columns)
      : columns_(columns), truths_(columns.names().size(), kNoIndex) {}
  RuleSet(const RuleSet&) = delete;
  RuleSet& operator=(const RuleSet&) = delete;

  /// The number that the rule has from now on.
  std::size_t add(Rule rule);

  const Rule& rule(std::size_t number) const { return bindings_[number].rule(); }
  const Binding& binding(std::size_t number) const { return bindings_[number]; }
  /// The part that each rule is.
  const std::vector<std::uint32_t>& roots() const { return roots_; }

  const Columns& columns() const { return columns_; }
  const std::vector<Part>& parts() const { return parts_; }
  const std::vector<std::uint32_t>& links() const { return links_; }
  /// Parts that ask whether an answer is true, by column; kNoIndex where none does. Most parts do.
  const std::vector<std::uint32_t>& truths() const { return truths_; }
  /// Names of members of items that parts read.
  const std::vector<std::string>& members() const { return members_; }
  /// Every text that an answer is set against has a number.
  const std::string& word(std::uint32_t number) const { return words_[number]; }
  /// kNoIndex where none is set against that text.
  std::uint32_t word_number(const std::string& text) const;

 private:
  class Maker;

  const Columns& columns_;
  std::vector<Binding> bindings_;
  std::vector<std::uint32_t> roots_;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> links_;
  std::vector<std::uint32_t> truths_;
  std::vector<std::string> members_;
  std::vector<std::string> words_;
  std::unordered_map<std::string, std::uint32_t> word_numbers_;
  std::map<std::vector<std::uint64_t>, std::uint32_t>
      known_;  ///< parts by all that distinguishes them
};

}  // namespace huice::logic
