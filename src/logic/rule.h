// SPDX-License-Identifier: Apache-2.0
#pragma once

// A JsonLogic rule (jsonlogic.com), compiled once and then applied to any data by any number of
// threads.

#include "base/diagnostic.h"
#include "logic/value.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace huice::logic {

struct Program;

/// How many lists and objects of a rule may be in each other.
constexpr std::size_t kDeepestRule = 100;

class Rule {
 public:
  explicit Rule(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

  /// The answers that the rule reads, as paths ("size", "park.level"), each once, in the order in
  /// which they first are in the rule. Those inside of some, map and the like are relative to an
  /// item and not among them; nor is a name that the rule computes.
  const std::vector<std::string>& paths() const;

  /// The first names of those paths, each once, in the same order.
  const std::vector<std::string>& variables() const;

  const Program& program() const { return *program_; }

 private:
  std::shared_ptr<const Program> program_;
};

/// A fault of a rule.
struct RuleFault {
  Message message;         ///< rule_too_deep or rule_unknown_operator
  std::string pointer;     ///< where: a JSON Pointer (RFC 6901) into the rule, "" for the whole
  std::string suggestion;  ///< the nearest right spelling, or empty

  /// The problem at the place that the caller found for the pointer.
  Diagnostic at(Location where) const;
};

using CompiledRule = std::variant<Rule, RuleFault>;

/// Like json-logic-js, an object with exactly one member is an operation; unlike there, its
/// operator has to be known even where it would never be reached.
CompiledRule compile(const Value& rule);

/// The value of the rule, as json-logic-js 2.0.5 gives it, whatever the types are; log prints
/// nothing. nullopt where json-logic-js throws ({"*": []}, missing_some of no list), or where
/// the work goes beyond a bound that no honest rule reaches (kMostWork in evaluator.h).
///
/// Known differences: names that JavaScript inherits (constructor, toString, …) are not found by
/// var; a list written inside of map and the like is made anew for each item, elsewhere once,
/// which === can notice only where a value is carried from one item to the next.
std::optional<Value> apply(const Rule& rule, const Value& data);

}  // namespace huice::logic
