// SPDX-License-Identifier: Apache-2.0
#pragma once

// The compiled form of a rule: nodes in one row, each with its operands side by side.

#include "logic/value.h"

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huice::logic {

enum class Operator : std::uint8_t {
  constant,  ///< a value that is not an operation
  list,      ///< a list with operations in it
  variable,  ///< var whose path is in the rule
  var,       ///< var whose path is computed
  missing,
  missing_some,
  choose,  ///< if, ?:
  loose_equal,
  strict_equal,
  loose_unequal,
  strict_unequal,
  negate,
  truth,
  or_,
  and_,
  greater,
  at_least,
  less,
  at_most,
  max,
  min,
  plus,
  minus,
  times,
  divide,
  remainder,
  map,
  filter,
  reduce,
  all,
  none,
  some,
  merge,
  in,
  cat,
  substr,
  log,
};

using OperatorName = std::pair<std::string_view, Operator>;

constexpr std::array<OperatorName, 35> kOperatorNames{{
    {"var", Operator::var},
    {"missing", Operator::missing},
    {"missing_some", Operator::missing_some},
    {"if", Operator::choose},
    {"?:", Operator::choose},
    {"==", Operator::loose_equal},
    {"===", Operator::strict_equal},
    {"!=", Operator::loose_unequal},
    {"!==", Operator::strict_unequal},
    {"!", Operator::negate},
    {"!!", Operator::truth},
    {"or", Operator::or_},
    {"and", Operator::and_},
    {">", Operator::greater},
    {">=", Operator::at_least},
    {"<", Operator::less},
    {"<=", Operator::at_most},
    {"max", Operator::max},
    {"min", Operator::min},
    {"+", Operator::plus},
    {"-", Operator::minus},
    {"*", Operator::times},
    {"/", Operator::divide},
    {"%", Operator::remainder},
    {"map", Operator::map},
    {"filter", Operator::filter},
    {"reduce", Operator::reduce},
    {"all", Operator::all},
    {"none", Operator::none},
    {"some", Operator::some},
    {"merge", Operator::merge},
    {"in", Operator::in},
    {"cat", Operator::cat},
    {"substr", Operator::substr},
    {"log", Operator::log},
}};

/// Whether the second operand is applied to each item of the first one's list.
constexpr bool walks_list(Operator op) {
  return op >= Operator::map && op <= Operator::some;
}

constexpr std::uint32_t kNoIndex = std::numeric_limits<std::uint32_t>::max();

struct Node {
  Operator op = Operator::constant;
  std::uint32_t first = 0;  ///< of its operands, in Program::operands
  std::uint32_t count = 0;  ///< how many operands; variable: those after the path
  std::uint32_t extra = 0;  ///< constant: in Program::constants; variable: in Program::paths
};

/// One name of a path. A name that is written like a list's index is also kept as number.
struct PathStep {
  std::string name;
  std::uint32_t index = kNoIndex;
};

struct Path {
  std::string text;
  std::vector<PathStep> steps;  ///< none: the whole data
  /// Its place among Rule::paths(), and that of its first name among Rule::variables(); kNoIndex
  /// where it is read of items only, or has no name.
  std::uint32_t place = kNoIndex;
  std::uint32_t variable = kNoIndex;
};

/// "a.0.b" in its steps, as var takes it.
std::vector<PathStep> steps_of(std::string_view path);

struct Program {
  std::vector<Node> nodes;
  std::vector<std::uint32_t> operands;
  std::vector<Value> constants;
  std::vector<Path> paths;
  std::vector<std::string> outer_paths;
  std::vector<std::string> variables;
  std::uint32_t root = 0;
};

}  // namespace huice::logic
