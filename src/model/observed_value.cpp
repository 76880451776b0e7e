// SPDX-License-Identifier: Apache-2.0
#include "model/observed_value.h"

#include <array>
#include <utility>

namespace huice::model {
namespace {

constexpr auto kSigns = std::to_array<std::pair<std::string_view, Absence>>({
    {"…", Absence::below_unit},
    {"……", Absence::below_unit},
    {"...", Absence::below_unit},
    {"不足最小单位", Absence::below_unit},
    {"-", Absence::none},
    {"－", Absence::none},
    {"–", Absence::none},
    {"—", Absence::none},
    {"——", Absence::none},
    {"--", Absence::none},
    {"无", Absence::none},
    {"不详", Absence::unknown},
    {"x", Absence::withheld},
    {"X", Absence::withheld},
    {"×", Absence::withheld},
    {"不公布", Absence::withheld},
    {"未公布", Absence::withheld},
    {"保密", Absence::withheld},
});

}  // namespace

std::vector<std::string_view> ObservedValue::signs() {
  std::vector<std::string_view> all;
  all.reserve(kSigns.size());
  for (const auto& one : kSigns) all.push_back(one.first);
  return all;
}

std::optional<ObservedValue> ObservedValue::parse(std::string_view text) {
  for (const auto& [sign, absence] : kSigns) {
    if (sign != text) continue;
    ObservedValue found;
    found.absence_ = absence;
    found.sign_ = sign;
    return found;
  }
  const auto number = Decimal::parse(text);
  if (!number) return std::nullopt;
  return ObservedValue(*number);
}

}  // namespace huice::model
