// SPDX-License-Identifier: Apache-2.0
#pragma once

// Applies the nodes of one rule to data, as json-logic-js does. Values are looked at where they
// are; only what an operator makes anew is put into a place that the caller lends.

#include "logic/columns.h"
#include "logic/program.h"
#include "logic/value.h"

#include <optional>
#include <span>

namespace huice::logic {

/// How many values and bytes one application may visit or make. A rule over 60 answers visits less
/// than a thousand; lists that double at every step would go on until memory ends.
constexpr std::uint64_t kMostWork = 10'000'000;
/// How deep the lists that it makes may nest.
constexpr std::size_t kDeepestMade = 1000;

/// The source that var reads: the data or an item, a row of answers, or the two values of reduce.
struct Scope {
  const Value* data = nullptr;
  const Binding* binding = nullptr;
  std::span<const Value> row;
  const Value* current = nullptr;
  const Value* accumulator = nullptr;
  /// A row or reduce's two values as an object, made when a rule asks for the whole.
  mutable std::optional<Value> whole;

  static Scope of(const Value& data) {
    Scope out;
    out.data = &data;
    return out;
  }
};

class Evaluator {
 public:
  explicit Evaluator(const Program& program) : program_(program) {}

  /// The value of the node at `index`, which is in the data, in the rule or in `room`.
  const Value& evaluate(std::uint32_t index, const Scope& scope, Value& room);

  /// Whether JavaScript would have thrown, or the work was too much; all values given since are
  /// undefined.
  bool failed() const { return failed_; }

  /// Forgets a throw; work that was too much stays too much.
  void recover() { failed_ = false; }

  const Node& node(std::uint32_t index) const { return program_.nodes[index]; }
  std::uint32_t operand(const Node& node, std::size_t i) const {
    return program_.operands[node.first + i];
  }
  const Program& program() const { return program_; }

  /// The value of the i-th operand; undefined where there are fewer.
  const Value& operand_value(const Node& node, std::size_t i, const Scope& scope, Value& room) {
    return i < node.count ? evaluate(operand(node, i), scope, room) : undefined_;
  }

  /// The value at a path; null where nothing is there, or undefined.
  const Value* look_up(const Path& path, const Scope& scope, Value& room);
  /// Likewise for a name that was computed, as {"var": name} takes it, list and all.
  const Value& look_up(const Value& name, const Scope& scope, Value& room);
  /// The value at a computed path; undefined where nothing is there.
  const Value& at_path(std::string_view path, const Scope& scope, Value& room);
  /// The names that a missing or missing_some asks for.
  std::vector<Value> names_asked(const Node& node, const Scope& scope);

 private:
  const Value& operate(const Node& node, const Scope& scope, Value& room);
  Value make(const Node& node, const Scope& scope);

  // evaluator.cpp
  const Value& fallback(const Node& node, std::size_t i, const Scope& scope, Value& room);
  const Value& choose(const Node& node, const Scope& scope, Value& room);
  const Value& first_that(bool truthy, const Node& node, const Scope& scope, Value& room);
  const Value& whole(const Scope& scope, Value& room);
  static const Value* look_up(const Value& data, std::span<const PathStep> steps, Value& room);
  const Value& computed(const Node& node, const Scope& scope, Value& room);
  Value applied_again(const Value& value, const Scope& scope);
  std::vector<Value> names_of(const Value& asked, const Scope& scope);
  Value missing(const std::vector<Value>& names, const Scope& scope);
  Value missing_some(const Node& node, const Scope& scope);

  // evaluator_lists.cpp
  Value list_of_operands(const Node& node, const Scope& scope);
  Value each_item(const Node& node, const Scope& scope);  ///< map and filter
  const Value& reduce(const Node& node, const Scope& scope, Value& room);
  Value quantify(const Node& node, const Scope& scope);
  Value merge(const Node& node, const Scope& scope);
  Value in(const Node& node, const Scope& scope);
  Value made_list(std::vector<Value> items);

  // evaluator_scalars.cpp
  Value compare(const Node& node, const Scope& scope);
  Value between(const Node& node, const Scope& scope);
  Value extreme(const Node& node, const Scope& scope);
  Value fold(const Node& node, const Scope& scope);
  Value calculate(const Node& node, const Scope& scope);
  Value cat(const Node& node, const Scope& scope);
  Value substr(const Node& node, const Scope& scope);

  // Operands that an operator does not look at are evaluated all the same: one may throw.
  void evaluate_from(std::size_t i, const Node& node, const Scope& scope);
  // An operand whose text or number is wanted: what is inside counts as work.
  const Value& coerced(const Node& node, std::size_t i, const Scope& scope, Value& room);
  bool work(std::uint64_t amount);
  static const Value& put(Value& room, Value value) { return room = std::move(value); }
  const Value& throws() {
    failed_ = true;
    return undefined_;
  }

  const Program& program_;
  const Value undefined_;
  const Value null_ = Value::null();
  std::uint64_t work_ = 0;
  bool failed_ = false;
};

}  // namespace huice::logic
