// SPDX-License-Identifier: Apache-2.0
#pragma once

// Values as people write them, in the form rules compute with.

#include "base/diagnostic.h"
#include "base/spelling_budget.h"
#include "logic/value.h"
#include "model/catalog.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace huice::match {

/// ratio: what one sum is of another, computed by a rule.
enum class ConstantType { number, money, rate, date, choice, ratio };

/// What is written beside a field of that type. REQUIRES: neither boolean nor recognition.
ConstantType constant_type(model::ProfileType type);

struct ConstantFault {
  Message message;  ///< bad_money, bad_rate, bad_date, bad_number, …
  std::string suggestion;
};

/// The choice that a text is, but for its quotation marks, or nullptr.
const std::string* known_choice(std::string_view text, const std::vector<std::string>& choices);

/// A sum in 分, a loss with its sign: -1200万元, −1200万元. nullopt for other texts.
std::optional<std::int64_t> fen_of(std::string_view text);

/// money: 分; rate: millionths, so that 5% is 50000 and 0.0001% is 1; date: its text, which has the
/// order of days; number: the nearest double; ratio: a percentage as the nearest double, 0.08 for
/// 8%; choice: the one of `choices` that differs at most in
/// its quotation marks. A sum beyond 2^53 分
/// or a rate finer than a millionth is refused: the browser could not hold it exactly.
/// `field` is what the text belongs to, for messages; without `spelling` no choice is suggested.
std::variant<logic::Value, ConstantFault> read_constant(ConstantType type, std::string_view field,
                                                        std::string_view text,
                                                        const std::vector<std::string>& choices,
                                                        SpellingBudget* spelling);

}  // namespace huice::match
