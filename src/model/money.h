// SPDX-License-Identifier: Apache-2.0
#pragma once

// Money: a whole number of 分 that remembers the unit officials wrote it in.

#include "model/decimal.h"

namespace huice::model {

enum class MoneyUnit { yuan, wan_yuan, yi_yuan };

/// 元, 万元 or 亿元.
std::string_view name(MoneyUnit unit);

/// The unit a text names, or nullopt.
std::optional<MoneyUnit> parse_money_unit(std::string_view text);

class Money {
 public:
  Money() = default;

  /// Reads "20万元", "2亿元", "5229.3万元", "800元". Refused: no unit, blanks, signs, amounts
  /// finer than one 分 or above about 9.2 × 10^16 元.
  static std::optional<Money> parse(std::string_view text);

  /// The same for a number and a unit that stand apart.
  static std::optional<Money> of(const Decimal& amount, MoneyUnit unit);

  /// A computed sum in the unit officials would choose: 亿元 from 1亿元 on where two decimals hold
  /// it, 万元 from 1万元 on, else 元. REQUIRES: not negative.
  static Money of_fen(std::int64_t fen);

  std::int64_t fen() const { return fen_; }
  MoneyUnit unit() const { return unit_; }

  /// As written: parse(x)->text() == x.
  std::string text() const;

  /// By value: 1亿元 equals 10000万元.
  friend bool operator==(const Money& a, const Money& b) { return a.fen_ == b.fen_; }
  friend auto operator<=>(const Money& a, const Money& b) { return a.fen_ <=> b.fen_; }

 private:
  std::int64_t fen_ = 0;
  Decimal written_;
  MoneyUnit unit_ = MoneyUnit::yuan;
};

}  // namespace huice::model
