// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is around a number in a text, as far as it says what the number is.

#include "check/figures.h"

#include <string_view>
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

/// How much of a name is in a sentence, from 0 to 1: the share of its pairs of characters.
double share_named(std::string_view name, std::string_view sentence);

/// Whether one number looks like the other with a slip of the pen: one digit is another, is
/// missing, is too much, or two are exchanged; or the two are at most a tenth apart.
bool looks_like(const model::Decimal& one, const model::Decimal& other);

}  // namespace huice::check
