// SPDX-License-Identifier: Apache-2.0
#include "model/money.h"

#include <array>

namespace huice::model {
namespace {

struct Unit {
  MoneyUnit unit;
  std::string_view name;
  int fen_power;  ///< one of it is 10^fen_power 分
};

// Longest names first, since each ends in 元.
constexpr std::array<Unit, 3> kUnits{{{MoneyUnit::wan_yuan, "万元", 6},
                                      {MoneyUnit::yi_yuan, "亿元", 10},
                                      {MoneyUnit::yuan, "元", 2}}};

const Unit& entry(MoneyUnit unit) {
  for (const Unit& candidate : kUnits) {
    if (candidate.unit == unit) return candidate;
  }
  return kUnits.back();
}

}  // namespace

std::string_view name(MoneyUnit unit) {
  return entry(unit).name;
}

std::optional<MoneyUnit> parse_money_unit(std::string_view text) {
  for (const Unit& candidate : kUnits) {
    if (candidate.name == text) return candidate.unit;
  }
  return std::nullopt;
}

std::optional<Money> Money::parse(std::string_view text) {
  for (const Unit& candidate : kUnits) {
    if (!text.ends_with(candidate.name)) continue;
    const auto amount = Decimal::parse(text.substr(0, text.size() - candidate.name.size()));
    if (!amount) return std::nullopt;
    return of(*amount, candidate.unit);
  }
  return std::nullopt;
}

std::optional<Money> Money::of(const Decimal& amount, MoneyUnit unit) {
  if (amount.is_negative()) return std::nullopt;
  const auto fen = amount.scaled(entry(unit).fen_power);
  if (!fen) return std::nullopt;
  Money money;
  money.fen_ = *fen;
  money.written_ = amount;
  money.unit_ = unit;
  return money;
}

Money Money::of_fen(std::int64_t fen) {
  const bool yi = fen >= 10'000'000'000 && fen % 100'000'000 == 0;
  const Unit& unit = entry(yi                 ? MoneyUnit::yi_yuan
                           : fen >= 1'000'000 ? MoneyUnit::wan_yuan
                                              : MoneyUnit::yuan);
  int scale = unit.fen_power;
  std::int64_t coefficient = fen;
  for (; scale > 0 && coefficient % 10 == 0; --scale) coefficient /= 10;
  return *of(Decimal(coefficient, scale), unit.unit);
}

std::string Money::text() const {
  return written_.text() + std::string(name(unit_));
}

}  // namespace huice::model
