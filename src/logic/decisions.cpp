// SPDX-License-Identifier: Apache-2.0
#include "logic/decisions.h"

#include <algorithm>

namespace huice::logic {
namespace {

State known(bool yes) {
  return yes ? State::yes : State::no;
}

template <class T>
State ordered(Part::Order order, const T& a, const T& b) {
  switch (order) {
    case Part::Order::equal:
      return known(a == b);
    case Part::Order::unequal:
      return known(a != b);
    case Part::Order::less:
      return known(a < b);
    case Part::Order::at_most:
      return known(a <= b);
    case Part::Order::greater:
      return known(a > b);
    case Part::Order::at_least:
      break;
  }
  return known(a >= b);
}

}  // namespace

Decisions::Decisions(const RuleSet& set, std::span<const Value> row)
    : set_(set),
      row_(row),
      states_(set.parts().size(), State::undecided),
      cells_(set.columns().names().size()) {
  for (std::size_t i = 0; i < std::min(row.size(), cells_.size()); ++i) {
    if (!row[i].is_nothing()) cells_[i].value = &row[i];
  }
}

Verdict Decisions::verdict(std::size_t rule) {
  const std::uint32_t root = set_.root(rule);
  const State state = root == kNoIndex ? State::other : decide(root, nullptr);
  if (state == State::other) return decide_whole(rule).verdict;
  return static_cast<Verdict>(state);
}

std::vector<std::size_t> Decisions::missing(std::size_t rule) {
  if (verdict(rule) != Verdict::unknown) return {};
  const Binding& binding = set_.binding(rule);
  const std::uint32_t root = set_.root(rule);
  if (root == kNoIndex || states_[root] == State::other) {
    return missing_columns(binding, decide_whole(rule));
  }
  mark_missing(root);
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < binding.rule().paths().size(); ++i) {
    const auto column = binding.column_of_path(i);
    if (!column || !cells_[*column].is_missing) continue;
    cells_[*column].is_missing = false;
    out.push_back(*column);
  }
  return out;
}

State Decisions::decide(std::uint32_t part, Cell* item) {
  if (item != nullptr) return work_out(set_.parts()[part], item);
  State& state = states_[part];
  if (state == State::undecided) state = work_out(set_.parts()[part], item);
  return state;
}

State Decisions::work_out(const Part& part, Cell* item) {
  switch (part.kind) {
    case Part::Kind::all_of:
      return join(part, State::no, item);
    case Part::Kind::any_of:
      return join(part, State::yes, item);
    case Part::Kind::opposite: {
      const State state = decide(set_.links()[part.first], item);
      return state >= State::unknown ? state : known(state == State::no);
    }
    case Part::Kind::items:
      return quantify(part);
    default:
      break;
  }
  if (item != nullptr) return test(part, item[part.place]);
  return part.place == kNoIndex ? State::unknown : test(part, cells_[part.place]);
}

State Decisions::join(const Part& part, State decisive, Cell* item) {
  State out = known(decisive == State::no);
  for (std::uint32_t i = 0; i < part.count; ++i) {
    const State one = decide(set_.links()[part.first + i], item);
    if (one == decisive) return one;
    if (one >= State::unknown) out = std::max(out, one);
  }
  return out;
}

State Decisions::quantify(const Part& part) {
  if (part.place == kNoIndex || cells_[part.place].value == nullptr) return State::unknown;
  const Value& list = *cells_[part.place].value;
  if (!list.is(Kind::list)) return State::other;
  if (list.items().empty()) return part.empty;
  Items& items = items_of(part.place, list.items());
  if (!items.are_objects) return State::other;
  State out = known(part.settled == State::no);
  for (std::size_t i = 0; i < items.count; ++i) {
    Cell* const item = items.cells.data() + i * set_.members().size();
    const State one = decide(set_.links()[part.first], item);
    if (one == part.decisive) return part.settled;
    if (one >= State::unknown) out = std::max(out, one);
  }
  return out;
}

State Decisions::test(const Part& part, Cell& cell) const {
  if (cell.value == nullptr) return State::unknown;
  const Value& value = *cell.value;
  switch (part.kind) {
    case Part::Kind::boolean:
      if (!value.is(Kind::boolean)) break;
      return ordered(part.order, value.as_boolean() ? 1.0 : 0.0, part.number);
    case Part::Kind::number:
      if (!value.is(Kind::number)) break;
      return ordered(part.order, value.as_number(), part.number);
    case Part::Kind::text:
      if (!value.is(Kind::text)) break;
      return ordered(part.order, value.as_text(), set_.word(part.word));
    case Part::Kind::one_of:
      if (!value.is(Kind::text)) break;
      return known(is_one_of(part, cell));
    default:
      break;
  }
  return State::other;
}

bool Decisions::is_one_of(const Part& part, Cell& cell) const {
  if (cell.word == kUnread) cell.word = set_.word_number(cell.value->as_text());
  const std::uint32_t* const first = set_.links().data() + part.first;
  return std::find(first, first + part.count, cell.word) != first + part.count;
}

Decisions::Items& Decisions::items_of(std::uint32_t column, const std::vector<Value>& list) {
  for (Items& items : items_) {
    if (items.column == column) return items;
  }
  Items& made = items_.emplace_back();
  made.column = column;
  made.count = list.size();
  made.cells.reserve(list.size() * set_.members().size());
  for (const Value& item : list) {
    made.are_objects = made.are_objects && item.is(Kind::object);
    if (!made.are_objects) return made;
    for (const std::string& member : set_.members()) {
      const Value* value = item.find(member);
      Cell& cell = made.cells.emplace_back();
      if (value != nullptr && !value->is_nothing()) cell.value = value;
    }
  }
  return made;
}

// Of a list, what is missing in an item counts as missing in the list.
void Decisions::mark_missing(std::uint32_t index) {
  const Part& part = set_.parts()[index];
  if (decide(index, nullptr) != State::unknown) return;
  if (part.kind >= Part::Kind::items) {
    if (part.place != kNoIndex) cells_[part.place].is_missing = true;
    return;
  }
  for (std::uint32_t i = 0; i < part.count; ++i) mark_missing(set_.links()[part.first + i]);
}

const Answer& Decisions::decide_whole(std::size_t rule) {
  const auto found = whole_.find(rule);
  if (found != whole_.end()) return found->second;
  return whole_.emplace(rule, logic::decide(set_.binding(rule), row_)).first->second;
}

}  // namespace huice::logic
