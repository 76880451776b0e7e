// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rate: a share (50%, 2‰), a difference of shares (1.5个百分点) or basis points (100个基点).

#include "model/decimal.h"

namespace huice::model {

/// One percentage point is 100 basis points. A growth of a share is stated in 个百分点, never in %.
enum class RateUnit { percent, permille, percentage_point, basis_point };

class Rate {
 public:
  Rate() = default;

  /// Reads "50%", "2‰", "1.5个百分点", "100个基点". Else nullopt.
  static std::optional<Rate> parse(std::string_view text);

  const Decimal& value() const { return value_; }
  RateUnit unit() const { return unit_; }

  /// The share in %: 0.2 for 2‰. nullopt for points, which are no shares, and where the digits do
  /// not fit.
  std::optional<Decimal> percent() const;

  /// As written.
  std::string text() const;

  friend bool operator==(const Rate&, const Rate&) = default;

 private:
  Decimal value_;
  RateUnit unit_ = RateUnit::percent;
};

}  // namespace huice::model
