// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which answers a leaf would read and does not find (decide.h has the rules).

#include "logic/decide.h"
#include "logic/evaluator.h"

namespace huice::logic {

/// Adds what is missing in `other` to `out`.
void add_missing(Decision& out, const Decision& other);

class Needs {
 public:
  explicit Needs(Evaluator& evaluator) : evaluator_(evaluator) {}

  /// Whether applying the node would read a missing answer; adds each to `out`. `owner` is the node
  /// of the list whose item the scope is, or kNoIndex. Says nothing where the evaluator fails.
  bool lacks(std::uint32_t index, const Scope& scope, std::uint32_t owner, Decision& out);

 private:
  bool lacks_any(const Node& node, std::size_t from, const Scope& scope, std::uint32_t owner,
                 Decision& out);
  bool in_variable(const Path& path, const Scope& scope, std::uint32_t owner, Decision& out);
  bool in_computed(const Node& node, const Scope& scope, std::uint32_t owner, Decision& out);
  bool in_choice(const Node& node, const Scope& scope, std::uint32_t owner, Decision& out);
  bool in_junction(const Node& node, const Scope& scope, std::uint32_t owner, Decision& out);
  bool in_names(const Node& node, const Scope& scope, std::uint32_t owner, Decision& out);
  bool in_items(const Node& node, const Scope& scope, std::uint32_t owner, Decision& out);
  bool in_steps(const Node& node, const Scope& scope, std::uint32_t owner, Decision& out);

  void note(const Path& path, std::uint32_t owner, Decision& out);
  void note(const std::string& name, std::uint32_t owner, Decision& out);
  void note_owner(std::uint32_t index, Decision& out);
  bool is_true(const Node& node, std::size_t i, const Scope& scope);

  Evaluator& evaluator_;
};

}  // namespace huice::logic
