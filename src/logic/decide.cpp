// SPDX-License-Identifier: Apache-2.0
#include "logic/decide.h"

#include "logic/evaluator.h"
#include "logic/javascript.h"
#include "logic/needs.h"

#include <algorithm>

namespace huice::logic {
namespace {

class Decider {
 public:
  explicit Decider(const Program& program) : evaluator_(program), needs_(evaluator_) {}

  Decision decide(std::uint32_t index, const Scope& scope, std::uint32_t owner) {
    const Node& node = evaluator_.node(index);
    switch (node.op) {
      case Operator::and_:
        return join(node, Verdict::no, scope, owner);
      case Operator::or_:
        return join(node, Verdict::yes, scope, owner);
      case Operator::truth:
        return first(node, scope, owner);
      case Operator::negate:
        return opposite(first(node, scope, owner));
      case Operator::choose:
        return choose(node, 0, scope, owner);
      case Operator::some:
      case Operator::all:
      case Operator::none:
        return quantify(node, scope, owner);
      default:
        return leaf(index, scope, owner);
    }
  }

 private:
  static Decision known(bool yes) { return {yes ? Verdict::yes : Verdict::no, {}, {}}; }

  static Decision opposite(Decision answer) {
    if (answer.verdict != Verdict::unknown) return known(answer.verdict == Verdict::no);
    return answer;
  }

  static void add(Decision& out, const Decision& other) {
    if (other.verdict == Verdict::unknown) add_missing(out, other);
  }

  Decision first(const Node& node, const Scope& scope, std::uint32_t owner) {
    if (node.count == 0) return known(false);
    return decide(evaluator_.operand(node, 0), scope, owner);
  }

  // One operand that is `decisive` settles it; one that is unknown may.
  Decision join(const Node& node, Verdict decisive, const Scope& scope, std::uint32_t owner) {
    if (node.count == 0) return known(false);
    Decision out = known(decisive == Verdict::no);
    for (std::size_t i = 0; i < node.count; ++i) {
      Decision one = decide(evaluator_.operand(node, i), scope, owner);
      if (one.verdict == decisive) return one;
      if (one.verdict == Verdict::unknown) out.verdict = Verdict::unknown;
      add(out, one);
    }
    return out;
  }

  // An if from its i-th operand on.
  Decision choose(const Node& node, std::size_t i, const Scope& scope, std::uint32_t owner) {
    if (i >= node.count) return known(false);
    Decision condition = decide(evaluator_.operand(node, i), scope, owner);
    if (i + 1 == node.count) return condition;
    if (condition.verdict == Verdict::no) return choose(node, i + 2, scope, owner);
    Decision met = decide(evaluator_.operand(node, i + 1), scope, owner);
    if (condition.verdict == Verdict::yes) return met;
    const Decision otherwise = choose(node, i + 2, scope, owner);
    if (met.verdict == otherwise.verdict && met.verdict != Verdict::unknown) return met;
    add(condition, met);
    add(condition, otherwise);
    return condition;
  }

  Decision quantify(const Node& node, const Scope& scope, std::uint32_t owner) {
    Decision out;
    Value room;
    const Value* const list = known_list(node, scope, owner, out, room);
    if (list == nullptr) return out;
    if (!list->is(Kind::list) || list->items().empty()) return known(node.op == Operator::none);
    const Verdict decisive = node.op == Operator::all ? Verdict::no : Verdict::yes;
    if (owner == kNoIndex) owner = evaluator_.operand(node, 0);
    out = known(node.op != Operator::some);
    for (const Value& item : list->items()) {
      const Decision one = node.count < 2
                               ? known(false)
                               : decide(evaluator_.operand(node, 1), Scope::of(item), owner);
      if (one.verdict == decisive) return known(node.op == Operator::some);
      if (one.verdict == Verdict::unknown) out.verdict = Verdict::unknown;
      add(out, one);
    }
    return out;
  }

  // The list that a node walks; null, with `out` filled, where it is unknown.
  const Value* known_list(const Node& node, const Scope& scope, std::uint32_t owner, Decision& out,
                          Value& room) {
    evaluator_.recover();
    const bool lacking =
        node.count > 0 && needs_.lacks(evaluator_.operand(node, 0), scope, owner, out);
    if (!evaluator_.failed() && lacking) return nullptr;
    const Value& list = evaluator_.operand_value(node, 0, scope, room);
    if (!evaluator_.failed()) return &list;
    out = Decision{};
    return nullptr;
  }

  Decision leaf(std::uint32_t index, const Scope& scope, std::uint32_t owner) {
    Decision out;
    evaluator_.recover();
    const bool lacking = needs_.lacks(index, scope, owner, out);
    if (evaluator_.failed()) return {};
    if (lacking) return out;
    Value room;
    const bool yes = is_truthy(evaluator_.evaluate(index, scope, room));
    if (evaluator_.failed()) return {};
    return known(yes);
  }

  Evaluator evaluator_;
  Needs needs_;
};

Decision decide(const Rule& rule, const Scope& scope) {
  return Decider(rule.program()).decide(rule.program().root, scope, kNoIndex);
}

}  // namespace

void PathSet::add(std::size_t place) {
  if (place < 64) {
    first_ |= std::uint64_t{1} << place;
    return;
  }
  const std::size_t word = place / 64 - 1;
  if (rest_.size() <= word) rest_.resize(word + 1);
  rest_[word] |= std::uint64_t{1} << (place % 64);
}

void PathSet::add_all(const PathSet& other) {
  first_ |= other.first_;
  if (rest_.size() < other.rest_.size()) rest_.resize(other.rest_.size());
  for (std::size_t i = 0; i < other.rest_.size(); ++i) rest_[i] |= other.rest_[i];
}

bool PathSet::has(std::size_t place) const {
  const std::size_t word = place / 64;
  if (word > rest_.size()) return false;
  const std::uint64_t bits = word == 0 ? first_ : rest_[word - 1];
  return ((bits >> (place % 64)) & 1U) != 0;
}

std::vector<std::string> missing_answers(const Rule& rule, const Decision& decision) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < rule.paths().size(); ++i) {
    if (decision.missing.has(i)) out.push_back(rule.paths()[i]);
  }
  out.insert(out.end(), decision.computed.begin(), decision.computed.end());
  return out;
}

std::vector<std::size_t> missing_columns(const Binding& binding, const Decision& decision) {
  std::vector<std::size_t> out;
  const auto add = [&out](const std::optional<std::size_t>& column) {
    if (column && std::find(out.begin(), out.end(), *column) == out.end()) out.push_back(*column);
  };
  for (std::size_t i = 0; i < binding.rule().paths().size(); ++i) {
    if (decision.missing.has(i)) add(binding.column_of_path(i));
  }
  for (const std::string& name : decision.computed) add(binding.columns().find(name));
  return out;
}

Decision decide(const Binding& binding, std::span<const Value> row) {
  Scope scope;
  scope.binding = &binding;
  scope.row = row;
  return decide(binding.rule(), scope);
}

Decision decide(const Rule& rule, const Value& data) {
  return decide(rule, Scope::of(data));
}

}  // namespace huice::logic
