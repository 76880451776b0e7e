// SPDX-License-Identifier: Apache-2.0
#pragma once

// Quantity: a number with a unit and what the text says around it: 突破300家, 600余人, 10家以上.

#include "model/money.h"

#include <vector>

namespace huice::model {

/// What the written number is to the real one. `over` is 余: more than the number, by little.
enum class Qualifier { equal, greater, at_least, less, at_most, about, over };

/// =, >, ≥, <, ≤, ≈ or 余.
std::string_view symbol(Qualifier qualifier);

/// Reads a symbol or a word (突破, 不低于, 最高, 约 …); empty text is `equal`. Else nullopt.
std::optional<Qualifier> parse_qualifier(std::string_view text);

/// The words and symbols that may be before a number (突破, ≥ …) or after its unit (以上 …). Of
/// two that begin alike the longer comes first.
std::vector<std::string_view> qualifiers_before();
std::vector<std::string_view> qualifiers_after();

class Quantity {
 public:
  Quantity() = default;

  /// A number and unit that stand in columns of their own.
  Quantity(Qualifier qualifier, const Decimal& value, std::string unit);

  /// Reads "300家", "突破300家", "≥300家", "600余人", "3000余万元", "10家以上" (which includes the
  /// number: 以上含本数), "1.5%", "200名左右". One qualifier at most; no blanks. Else nullopt.
  static std::optional<Quantity> parse(std::string_view text);

  Qualifier qualifier() const { return qualifier_; }
  const Decimal& value() const { return value_; }
  const std::string& unit() const { return unit_; }

  /// The amount where the unit is 元, 万元 or 亿元.
  std::optional<Money> money() const;

  /// As written; built from columns, the qualifier is where officials put it: 突破300家.
  std::string text() const;

 private:
  Qualifier qualifier_ = Qualifier::equal;
  Decimal value_;
  std::string unit_;
  std::string before_;  ///< 突破, ≥
  std::string inside_;  ///< 余
  std::string after_;   ///< 以上, 左右
};

}  // namespace huice::model
