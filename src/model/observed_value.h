// SPDX-License-Identifier: Apache-2.0
#pragma once

// ObservedValue: the figure of an observation, or the sign that its table has in place of one.

#include "model/decimal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::model {

/// Why a table has no figure. The signs are those of 中国统计年鉴 (符号使用说明) and of yearbooks
/// of provinces, which add “-” for what there is none of.
enum class Absence : std::uint8_t {
  below_unit,  ///< …, 不足最小单位: there is a figure, smaller than the table can print
  none,        ///< -, 无: there is none of it
  unknown,     ///< 不详: not known, or not surveyed
  withheld,    ///< x, 不公布: known and not published, as where one firm could be recognised
};

/// A decimal; where a sign was written, it is 0 and `absence()` says why. No sum, comparison or
/// chart takes such a one: Library::observations() leaves them out.
class ObservedValue : public Decimal {
 public:
  ObservedValue() = default;
  ObservedValue(const Decimal& number) : Decimal(number) {}

  /// Reads what Decimal reads, and the signs and words of Absence. Else nullopt.
  static std::optional<ObservedValue> parse(std::string_view text);

  std::optional<Absence> absence() const { return absence_; }

  /// Every spelling of every absence that parse() reads.
  static std::vector<std::string_view> signs();

  friend bool operator==(const ObservedValue& a, const ObservedValue& b) {
    return a.absence_ == b.absence_ &&
           static_cast<const Decimal&>(a) == static_cast<const Decimal&>(b);
  }

  /// As written: parse(x)->text() == x.
  std::string text() const { return absence_ ? std::string(sign_) : Decimal::text(); }

 private:
  std::optional<Absence> absence_;
  std::string_view sign_;  ///< as written, one of signs()
};

}  // namespace huice::model
