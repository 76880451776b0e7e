// SPDX-License-Identifier: Apache-2.0
#include "logic/rule_set.h"

#include "logic/utf16.h"

#include <algorithm>
#include <bit>

namespace huice::logic {
namespace {

using Links = std::vector<std::uint32_t>;
using Made = std::optional<std::uint32_t>;

Part::Order order_of(Operator op) {
  switch (op) {
    case Operator::loose_unequal:
    case Operator::strict_unequal:
      return Part::Order::unequal;
    case Operator::less:
      return Part::Order::less;
    case Operator::at_most:
      return Part::Order::at_most;
    case Operator::greater:
      return Part::Order::greater;
    case Operator::at_least:
      return Part::Order::at_least;
    default:
      return Part::Order::equal;
  }
}

Part::Order turned(Part::Order order) {
  switch (order) {
    case Part::Order::less:
      return Part::Order::greater;
    case Part::Order::at_most:
      return Part::Order::at_least;
    case Part::Order::greater:
      return Part::Order::less;
    case Part::Order::at_least:
      return Part::Order::at_most;
    default:
      return order;
  }
}

}  // namespace

/// Decomposes one rule into shared parts. Each function returns a part's index, or nullopt if the
/// rule cannot be decomposed.
class RuleSet::Maker {
 public:
  Maker(RuleSet& set, const Binding& binding)
      : set_(set), binding_(binding), program_(binding.rule().program()) {}

  /// The part that the rule is.
  std::uint32_t make() {
    Part whole;
    whole.kind = Part::Kind::whole;
    const Made made = make(program_.root, false);
    return made ? *made : keep(whole, {});
  }

 private:
  Made make(std::uint32_t index, bool of_item) {
    const Node& node = program_.nodes[index];
    switch (node.op) {
      case Operator::and_:
        return joined(Part::Kind::all_of, node, of_item);
      case Operator::or_:
        return joined(Part::Kind::any_of, node, of_item);
      case Operator::negate:
        return node.count == 1 ? joined(Part::Kind::opposite, node, of_item) : std::nullopt;
      case Operator::some:
      case Operator::all:
      case Operator::none:
        return items(node, of_item);
      case Operator::variable:
        return truth(node, of_item);
      case Operator::in:
        return one_of(node, of_item);
      case Operator::loose_equal:
      case Operator::strict_equal:
      case Operator::loose_unequal:
      case Operator::strict_unequal:
      case Operator::less:
      case Operator::at_most:
      case Operator::greater:
      case Operator::at_least:
        return comparison(node, of_item);
      default:
        return std::nullopt;
    }
  }

  const Node& operand(const Node& node, std::uint32_t i) const {
    return program_.nodes[program_.operands[node.first + i]];
  }

  Made joined(Part::Kind kind, const Node& node, bool of_item) {
    if (node.count == 0) return std::nullopt;
    Links links;
    for (std::uint32_t i = 0; i < node.count; ++i) {
      const Made made = make(program_.operands[node.first + i], of_item);
      if (!made) return std::nullopt;
      links.push_back(*made);
    }
    Part part;
    part.kind = kind;
    part.of_item = of_item;
    return keep(part, links);
  }

  Made items(const Node& node, bool of_item) {
    Part part;
    if (of_item || node.count != 2 || !place(part, operand(node, 0), false)) return std::nullopt;
    const Made each = make(program_.operands[node.first + 1], true);
    if (!each) return std::nullopt;
    part.kind = Part::Kind::items;
    part.decisive = node.op == Operator::all ? State::no : State::yes;
    part.settled = node.op == Operator::some ? State::yes : State::no;
    part.empty = node.op == Operator::none ? State::yes : State::no;
    return keep(part, {*each});
  }

  // A var with one name and no default.
  bool place(Part& part, const Node& node, bool of_item) {
    if (node.op != Operator::variable || node.count != 0) return false;
    const Path& path = program_.paths[node.extra];
    if (path.steps.size() != 1) return false;
    part.of_item = of_item;
    if (of_item) {
      auto& members = set_.members_;
      const auto found = std::find(members.begin(), members.end(), path.steps.front().name);
      part.place = static_cast<std::uint32_t>(found - members.begin());
      if (found == members.end()) members.push_back(path.steps.front().name);
      return true;
    }
    if (path.variable == kNoIndex) return false;
    const auto column = binding_.place(path.variable);
    if (column) part.place = static_cast<std::uint32_t>(*column);
    return true;
  }

  Made truth(const Node& node, bool of_item) {
    Part part;
    if (!place(part, node, of_item)) return std::nullopt;
    part.kind = Part::Kind::is_true;
    return keep(part, {});
  }

  Made one_of(const Node& node, bool of_item) {
    Part part;
    if (node.count != 2 || !place(part, operand(node, 0), of_item)) return std::nullopt;
    const Node& listed = operand(node, 1);
    if (listed.op != Operator::constant) return std::nullopt;
    const Value& list = program_.constants[listed.extra];
    if (!list.is(Kind::list)) return std::nullopt;
    Links words;
    for (const Value& item : list.items()) {
      if (!item.is(Kind::text)) return std::nullopt;
      words.push_back(word(item.as_text()));
    }
    part.kind = Part::Kind::one_of;
    return keep(part, words);
  }

  // Of {"<": [low, var, high]} each half is a part of its own.
  Made comparison(const Node& node, bool of_item) {
    const Part::Order order = order_of(node.op);
    if (node.count == 2) return half(operand(node, 0), order, operand(node, 1), of_item);
    const bool between = order == Part::Order::less || order == Part::Order::at_most;
    if (node.count != 3 || !between) return std::nullopt;
    const Made low = half(operand(node, 0), order, operand(node, 1), of_item);
    const Made high = half(operand(node, 1), order, operand(node, 2), of_item);
    if (!low || !high) return std::nullopt;
    Part part;
    part.of_item = of_item;
    return keep(part, {*low, *high});
  }

  Made half(const Node& left, Part::Order order, const Node& right, bool of_item) {
    if (left.op == Operator::constant) return set_against(right, turned(order), left, of_item);
    return set_against(left, order, right, of_item);
  }

  Made set_against(const Node& variable, Part::Order order, const Node& constant, bool of_item) {
    Part part;
    if (constant.op != Operator::constant || !place(part, variable, of_item)) return std::nullopt;
    const Value& value = program_.constants[constant.extra];
    const bool is_equality = order <= Part::Order::unequal;
    part.order = order;
    if (value.is(Kind::number)) {
      part.kind = Part::Kind::number;
      part.number = value.as_number();
      return keep(part, {});
    }
    if (value.is(Kind::boolean) && is_equality) {
      const bool is_true = value.as_boolean() == (order == Part::Order::equal);
      part.order = Part::Order::equal;
      part.kind = is_true ? Part::Kind::is_true : Part::Kind::is_false;
      return keep(part, {});
    }
    if (!value.is(Kind::text)) return std::nullopt;
    if (is_equality) return same_text(part, value.as_text());
    // ECMA-262, IsLessThan: texts compare by UTF-16 units, which bytes of UTF-8 do likewise where
    // one of the two is ASCII.
    if (!utf16::is_ascii(value.as_text())) return std::nullopt;
    part.kind = Part::Kind::text;
    part.word = word(value.as_text());
    return keep(part, {});
  }

  Made same_text(Part part, const std::string& text) {
    const bool unequal = part.order == Part::Order::unequal;
    part.kind = Part::Kind::one_of;
    part.order = Part::Order::equal;
    const std::uint32_t same = keep(part, {word(text)});
    if (!unequal) return same;
    Part other;
    other.kind = Part::Kind::opposite;
    other.of_item = part.of_item;
    return keep(other, {same});
  }

  std::uint32_t word(const std::string& text) {
    const auto [found, is_new] =
        set_.word_numbers_.try_emplace(text, static_cast<std::uint32_t>(set_.words_.size()));
    if (is_new) set_.words_.push_back(text);
    return found->second;
  }

  std::uint32_t keep(Part part, const Links& links) {
    const auto byte = [](auto word) { return static_cast<std::uint64_t>(word); };
    std::vector<std::uint64_t> key{
        byte(part.kind),     byte(part.order),   byte(part.of_item),
        byte(part.decisive), byte(part.settled), byte(part.empty),
        part.place,          part.word,          std::bit_cast<std::uint64_t>(part.number)};
    key.insert(key.end(), links.begin(), links.end());
    const auto [found, is_new] =
        set_.known_.try_emplace(std::move(key), static_cast<std::uint32_t>(set_.parts_.size()));
    if (is_new) {
      part.first = static_cast<std::uint32_t>(set_.links_.size());
      part.count = static_cast<std::uint32_t>(links.size());
      set_.links_.insert(set_.links_.end(), links.begin(), links.end());
      set_.parts_.push_back(part);
      const bool is_truth = part.kind == Part::Kind::is_true && !part.of_item;
      if (is_truth && part.place != kNoIndex) set_.truths_[part.place] = found->second;
    }
    return found->second;
  }

  RuleSet& set_;
  const Binding& binding_;
  const Program& program_;
};

std::size_t RuleSet::add(Rule rule) {
  const Binding& binding = bindings_.emplace_back(std::move(rule), columns_);
  roots_.push_back(Maker(*this, binding).make());
  return roots_.size() - 1;
}

std::uint32_t RuleSet::word_number(const std::string& text) const {
  const auto found = word_numbers_.find(text);
  return found == word_numbers_.end() ? kNoIndex : found->second;
}

}  // namespace huice::logic
