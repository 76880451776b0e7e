// SPDX-License-Identifier: Apache-2.0
#include "logic/direct.h"

#include <algorithm>

namespace huice::logic {
namespace {

Verdict known(bool yes) {
  return yes ? Verdict::yes : Verdict::no;
}

// ECMA-262, IsLessThan: texts compare by UTF-16 units, which bytes of UTF-8 do likewise where one
// of the two is ASCII.
bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

}  // namespace

/// Makes the steps of a rule, as far as it can be decided so.
class Direct::Maker {
 public:
  Maker(const Program& program, const std::vector<std::optional<std::size_t>>& columns)
      : program_(program), columns_(columns) {}

  std::optional<Direct> make() {
    // Missing answers are bits of one word.
    if (program_.outer_paths.size() > 64) return std::nullopt;
    made_.steps_.emplace_back();
    if (!fill(0, program_.root)) return std::nullopt;
    return std::move(made_);
  }

 private:
  const Node& operand(const Node& node, std::uint32_t i) const {
    return program_.nodes[program_.operands[node.first + i]];
  }

  bool fill(std::size_t place, std::uint32_t index) {
    const Node& node = program_.nodes[index];
    switch (node.op) {
      case Operator::and_:
        return gather(place, Kind::all_of, node);
      case Operator::or_:
        return gather(place, Kind::any_of, node);
      case Operator::negate:
        return node.count == 1 && gather(place, Kind::opposite, node);
      case Operator::some:
      case Operator::all:
      case Operator::none:
        return items(place, node);
      case Operator::variable:
        made_.steps_[place].kind = Kind::holds;
        return answer(made_.steps_[place], node);
      case Operator::in:
        return one_of(made_.steps_[place], node);
      case Operator::loose_equal:
      case Operator::strict_equal:
        return comparison(place, node, Order::equal);
      case Operator::loose_unequal:
      case Operator::strict_unequal:
        return comparison(place, node, Order::unequal);
      case Operator::less:
        return comparison(place, node, Order::less);
      case Operator::at_most:
        return comparison(place, node, Order::at_most);
      case Operator::greater:
        return comparison(place, node, Order::greater);
      case Operator::at_least:
        return comparison(place, node, Order::at_least);
      default:
        return false;
    }
  }

  bool gather(std::size_t place, Kind kind, const Node& node) {
    if (node.count == 0) return false;
    const std::size_t first = made_.steps_.size();
    made_.steps_.resize(first + node.count);
    made_.steps_[place].kind = kind;
    made_.steps_[place].first = static_cast<std::uint32_t>(first);
    made_.steps_[place].count = node.count;
    for (std::uint32_t i = 0; i < node.count; ++i) {
      if (!fill(first + i, program_.operands[node.first + i])) return false;
    }
    return true;
  }

  bool items(std::size_t place, const Node& node) {
    if (of_item_ || node.count != 2 || !answer(made_.steps_[place], operand(node, 0))) return false;
    const std::size_t first = made_.steps_.size();
    made_.steps_.emplace_back();
    Step& step = made_.steps_[place];
    step.kind = Kind::items;
    step.first = static_cast<std::uint32_t>(first);
    step.decisive = known(node.op != Operator::all);
    step.settled = known(node.op == Operator::some);
    step.empty = known(node.op == Operator::none);
    of_item_ = true;
    const bool made = fill(first, program_.operands[node.first + 1]);
    of_item_ = false;
    return made;
  }

  // A var with one name and no default.
  bool answer(Step& step, const Node& node) {
    if (node.op != Operator::variable || node.count != 0) return false;
    const Path& path = program_.paths[node.extra];
    if (path.steps.size() != 1) return false;
    step.of_item = of_item_;
    if (of_item_) {
      step.answer = static_cast<std::uint32_t>(made_.names_.size());
      made_.names_.push_back(path.steps.front().name);
      return true;
    }
    if (path.place == kNoIndex || path.variable == kNoIndex) return false;
    const auto& column = columns_[path.variable];
    step.answer = column ? static_cast<std::uint32_t>(*column) : kNoIndex;
    step.missing_bit = std::uint64_t{1} << path.place;
    return true;
  }

  std::uint32_t keep(const std::string& text) {
    made_.texts_.push_back(text);
    return static_cast<std::uint32_t>(made_.texts_.size() - 1);
  }

  bool one_of(Step& step, const Node& node) {
    if (node.count != 2 || !answer(step, operand(node, 0))) return false;
    const Node& listed = operand(node, 1);
    if (listed.op != Operator::constant) return false;
    const Value& list = program_.constants[listed.extra];
    if (!list.is(logic::Kind::list)) return false;
    step.kind = Kind::one_of;
    step.first = static_cast<std::uint32_t>(made_.texts_.size());
    for (const Value& item : list.items()) {
      if (!item.is(logic::Kind::text)) return false;
      keep(item.as_text());
      ++step.count;
    }
    return true;
  }

  // Of {"<": [low, var, high]} each half is a step of its own.
  bool comparison(std::size_t place, const Node& node, Order order) {
    if (node.count == 2) return half(place, operand(node, 0), order, operand(node, 1));
    const bool between = node.op == Operator::less || node.op == Operator::at_most;
    if (node.count != 3 || !between) return false;
    const std::size_t first = made_.steps_.size();
    made_.steps_.resize(first + 2);
    made_.steps_[place].kind = Kind::all_of;
    made_.steps_[place].first = static_cast<std::uint32_t>(first);
    made_.steps_[place].count = 2;
    return half(first, operand(node, 0), order, operand(node, 1)) &&
           half(first + 1, operand(node, 1), order, operand(node, 2));
  }

  static Order turned(Order order) {
    switch (order) {
      case Order::less:
        return Order::greater;
      case Order::at_most:
        return Order::at_least;
      case Order::greater:
        return Order::less;
      case Order::at_least:
        return Order::at_most;
      default:
        return order;
    }
  }

  bool half(std::size_t place, const Node& left, Order order, const Node& right) {
    if (left.op == Operator::constant) return set_against(place, right, turned(order), left);
    return set_against(place, left, order, right);
  }

  bool set_against(std::size_t place, const Node& variable, Order order, const Node& constant) {
    Step& step = made_.steps_[place];
    if (constant.op != Operator::constant || !answer(step, variable)) return false;
    const Value& value = program_.constants[constant.extra];
    step.order = order;
    if (value.is(logic::Kind::number)) {
      step.kind = Kind::number;
      step.number = value.as_number();
      return true;
    }
    if (value.is(logic::Kind::boolean) && order <= Order::unequal) {
      step.kind = Kind::boolean;
      step.number = value.as_boolean() ? 1 : 0;
      return true;
    }
    if (!value.is(logic::Kind::text) || !(order <= Order::unequal || is_ascii(value.as_text()))) {
      return false;
    }
    step.kind = Kind::text;
    step.text = keep(value.as_text());
    return true;
  }

  const Program& program_;
  const std::vector<std::optional<std::size_t>>& columns_;
  Direct made_;
  bool of_item_ = false;
};

std::optional<Direct> Direct::of(const Program& program,
                                 const std::vector<std::optional<std::size_t>>& columns) {
  return Maker(program, columns).make();
}

std::optional<Answer> Direct::decide(std::span<const Value> row) const {
  Run run;
  run.row = row;
  const Verdict verdict = decide(steps_.front(), run);
  if (run.is_other) return std::nullopt;
  if (verdict != Verdict::unknown) return Answer{verdict, {}, {}};
  return Answer{verdict, PathSet(run.missing), {}};
}

Verdict Direct::decide(const Step& step, Run& run) const {
  switch (step.kind) {
    case Kind::all_of:
      return join(step, Verdict::no, run);
    case Kind::any_of:
      return join(step, Verdict::yes, run);
    case Kind::opposite: {
      const Verdict verdict = decide(steps_[step.first], run);
      return verdict == Verdict::unknown ? verdict : known(verdict == Verdict::no);
    }
    case Kind::items:
      return quantify(step, run);
    default:
      return test(step, run);
  }
}

// What is missing counts only where it may matter: behind an operand that settles it, nothing does.
Verdict Direct::join(const Step& step, Verdict decisive, Run& run) const {
  const std::uint64_t before = run.missing;
  Verdict verdict = known(decisive == Verdict::no);
  for (std::uint32_t i = 0; i < step.count; ++i) {
    const Verdict one = decide(steps_[step.first + i], run);
    if (one == decisive) {
      run.missing = before;
      return one;
    }
    if (one == Verdict::unknown) verdict = one;
  }
  return verdict;
}

Verdict Direct::quantify(const Step& step, Run& run) const {
  const Value* const list = step.answer < run.row.size() ? &run.row[step.answer] : nullptr;
  if (list == nullptr || list->is_nothing()) {
    run.missing |= step.missing_bit;
    return Verdict::unknown;
  }
  if (!list->is(logic::Kind::list)) {
    run.is_other = true;
    return Verdict::unknown;
  }
  if (list->items().empty()) return step.empty;
  const std::uint64_t before = run.missing;
  Verdict verdict = known(step.settled == Verdict::no);
  run.owner_bit = step.missing_bit;
  for (const Value& item : list->items()) {
    run.item = &item;
    const Verdict one = decide(steps_[step.first], run);
    if (one == step.decisive) {
      run.missing = before;
      return step.settled;
    }
    if (one == Verdict::unknown) verdict = one;
  }
  return verdict;
}

Verdict Direct::test(const Step& step, Run& run) const {
  const Value* value = nullptr;
  if (!step.of_item) {
    if (step.answer < run.row.size()) value = &run.row[step.answer];
  } else if (run.item->is(logic::Kind::object)) {
    value = run.item->find(names_[step.answer]);
  } else {
    run.is_other = true;
    return Verdict::unknown;
  }
  if (value == nullptr || value->is_nothing()) {
    run.missing |= step.of_item ? run.owner_bit : step.missing_bit;
    return Verdict::unknown;
  }
  return compare(step, *value, run);
}

Verdict Direct::compare(const Step& step, const Value& value, Run& run) const {
  const auto ordered = [&step](const auto& a, const auto& b) {
    switch (step.order) {
      case Order::equal:
        return known(a == b);
      case Order::unequal:
        return known(a != b);
      case Order::less:
        return known(a < b);
      case Order::at_most:
        return known(a <= b);
      case Order::greater:
        return known(a > b);
      case Order::at_least:
        break;
    }
    return known(a >= b);
  };
  switch (step.kind) {
    case Kind::holds:
      if (value.is(logic::Kind::boolean)) return known(value.as_boolean());
      break;
    case Kind::boolean:
      if (value.is(logic::Kind::boolean))
        return ordered(value.as_boolean() ? 1.0 : 0.0, step.number);
      break;
    case Kind::number:
      if (value.is(logic::Kind::number)) return ordered(value.as_number(), step.number);
      break;
    case Kind::text:
      if (value.is(logic::Kind::text)) return ordered(value.as_text(), texts_[step.text]);
      break;
    case Kind::one_of:
      if (value.is(logic::Kind::text)) {
        const auto first = texts_.begin() + step.first;
        return known(std::find(first, first + step.count, value.as_text()) != first + step.count);
      }
      break;
    default:
      break;
  }
  run.is_other = true;
  return Verdict::unknown;
}

}  // namespace huice::logic
