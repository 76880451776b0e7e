// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words and signs of the condition language.

#include <array>
#include <string_view>
#include <utility>

namespace huice::logic {

/// What stands between two sides, or before a list of values.
enum class Comparison {
  equal,
  unequal,
  less,
  at_most,
  greater,
  at_least,
  among,
  not_among,
  has,
  has_not,
};

using ComparisonWord = std::pair<std::string_view, Comparison>;

/// Longer words are before those that begin them. 超过, 不满 and 以上 are read as article 1259 of
/// the Civil Code reads them: 以上 and 以下 include the number, 超过 and 不满 do not.
inline constexpr std::array<ComparisonWord, 32> kComparisonWords{{
    {"大于等于", Comparison::at_least}, {"不低于", Comparison::at_least},
    {"不少于", Comparison::at_least},   {"不小于", Comparison::at_least},
    {"达到", Comparison::at_least},     {"小于等于", Comparison::at_most},
    {"不超过", Comparison::at_most},    {"不高于", Comparison::at_most},
    {"不多于", Comparison::at_most},    {"不大于", Comparison::at_most},
    {"大于", Comparison::greater},      {"高于", Comparison::greater},
    {"多于", Comparison::greater},      {"超过", Comparison::greater},
    {"小于", Comparison::less},         {"低于", Comparison::less},
    {"少于", Comparison::less},         {"不足", Comparison::less},
    {"不满", Comparison::less},         {"不等于", Comparison::unequal},
    {"不是", Comparison::unequal},      {"不为", Comparison::unequal},
    {"等于", Comparison::equal},        {"是", Comparison::equal},
    {"为", Comparison::equal},          {"不属于", Comparison::not_among},
    {"属于", Comparison::among},        {"不包含", Comparison::has_not},
    {"不含", Comparison::has_not},      {"包含", Comparison::has},
    {"含有", Comparison::has},          {"含", Comparison::has},
}};

/// Those of signs, in their usual width. The first of a comparison is the one that is printed.
inline constexpr std::array<ComparisonWord, 10> kComparisonSigns{{
    {">=", Comparison::at_least},
    {"<=", Comparison::at_most},
    {">", Comparison::greater},
    {"<", Comparison::less},
    {"=", Comparison::equal},
    {"!=", Comparison::unequal},
    {"≥", Comparison::at_least},
    {"≤", Comparison::at_most},
    {"≠", Comparison::unequal},
    {"==", Comparison::equal},
}};

/// What people write for a sign, and what they mean.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kWrongSigns{{
    {"=>", ">="},
    {"=<", "<="},
    {"<>", "!="},
    {"=!", "!="},
    {"===", "="},
    {"!==", "!="},
    {"!", "非"},
    {"&&", "并且"},
    {"&", "并且"},
    {"||", "或"},
    {"|", "或"},
    {">>", ">"},
}};

inline constexpr std::array<std::string_view, 3> kAndWords{"并且", "而且", "且"};
inline constexpr std::array<std::string_view, 2> kOrWords{"或者", "或"};
inline constexpr std::array<std::string_view, 2> kNotWords{"并非", "非"};

/// How many of the records have to meet what is in the brackets, by its operator of JsonLogic.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kQuantifiers{{
    {"全部", "all"},
    {"都是", "all"},
    {"没有", "none"},
    {"均无", "none"},
}};

inline constexpr std::string_view kYes = "是";
inline constexpr std::string_view kNo = "否";
inline constexpr std::string_view kAndMore = "以上";
inline constexpr std::string_view kAndLess = "以下";

}  // namespace huice::logic
