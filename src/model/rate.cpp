// SPDX-License-Identifier: Apache-2.0
#include "model/rate.h"

#include <array>
#include <utility>

namespace huice::model {
namespace {

constexpr std::array<std::pair<std::string_view, RateUnit>, 4> kUnits{
    {{"%", RateUnit::percent},
     {"‰", RateUnit::permille},
     {"个百分点", RateUnit::percentage_point},
     {"个基点", RateUnit::basis_point}}};

}  // namespace

std::optional<Rate> Rate::parse(std::string_view text) {
  for (const auto& [suffix, unit] : kUnits) {
    if (!text.ends_with(suffix)) continue;
    const auto value = Decimal::parse(text.substr(0, text.size() - suffix.size()));
    if (!value) return std::nullopt;
    Rate rate;
    rate.value_ = *value;
    rate.unit_ = unit;
    return rate;
  }
  return std::nullopt;
}

std::optional<Decimal> Rate::percent() const {
  constexpr int kLargestScale = 18;
  if (unit_ == RateUnit::percent) return value_;
  if (unit_ != RateUnit::permille || value_.scale() >= kLargestScale) return std::nullopt;
  return Decimal(value_.coefficient(), value_.scale() + 1);
}

std::string Rate::text() const {
  std::string out = value_.text();
  for (const auto& [suffix, unit] : kUnits) {
    if (unit == unit_) out += suffix;
  }
  return out;
}

}  // namespace huice::model
