// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is around a number in a text, as far as it says what the number is.

#include "check/figures.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huice::check {

/// 约, 余, 以上: the writer says himself that it is not the exact figure.
bool is_around(std::string_view text, const Number& number);

/// 约, 余, 左右, but not 以上, 最高 and the like, which give the exact figure of a bound.
bool is_vague(std::string_view text, const Number& number);

/// The calendar's years that a sentence names: 2021年.
std::vector<int> years_in(std::string_view sentence);

/// Whether a sentence says what one enterprise is given (奖, 补, 贴息 …) and not what all got
/// together (共, 累计, 兑现 …).
bool speaks_of_giving(std::string_view sentence);

/// The paragraph around a place: what is between blank lines.
std::string_view paragraph_at(std::string_view text, std::size_t offset);

/// The list that a sentence ending in ： or naming 以下 leads to, or that one beginning with 各, 均
/// or 以上 follows; empty where there is none. `offset` is in the sentence.
std::string_view list_beside(std::string_view text, std::string_view sentence, std::size_t offset);

/// Which of many names a sentence has, whole or for the most part.
class NamesInSentences {
 public:
  struct Named {
    std::size_t name = 0;  ///< how many were added before it
    bool whole = false;
  };

  void add(std::string_view name);

  /// In the order in which they were added. For the most part: three of five of the pairs of
  /// characters that the name has beside its brackets and quotation marks.
  std::vector<Named> in(std::string_view sentence) const;

 private:
  using Pair = std::uint64_t;  // two characters

  static std::set<Pair> pairs_of(std::string_view text);

  std::vector<std::string> names_;
  std::vector<std::size_t> pairs_;  ///< how many each name has
  std::unordered_map<Pair, std::vector<std::size_t>> having_;
};

/// Whether one number looks like the other with a slip of the pen: one digit is another, is
/// missing, is too much, or two are exchanged; or the two are at most a tenth apart.
bool looks_like(const model::Decimal& one, const model::Decimal& other);

}  // namespace huice::check
