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
      roots_(set.roots().data()),
      parts_(set.parts().data()),
      links_(set.links().data()),
      states_(set.parts().size(), State::undecided),
      cells_(set.columns().names().size()) {
  for (std::size_t i = 0; i < std::min(row.size(), cells_.size()); ++i) {
    if (row[i].is_nothing()) continue;
    cells_[i].value = &row[i];
    const std::uint32_t truth = set.truths()[i];
    if (truth != kNoIndex && row[i].is(Kind::boolean)) states_[truth] = known(row[i].as_boolean());
  }
}

std::vector<std::size_t> Decisions::missing(std::size_t rule) {
  if (verdict(rule) != Verdict::unknown) return {};
  const Binding& binding = set_.binding(rule);
  const std::uint32_t root = roots_[rule];
  if (states_[root] == State::other) return missing_columns(binding, decide_whole(rule));
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

State Decisions::combine(const Part& part, Cell* item) {
  switch (part.kind) {
    case Part::Kind::all_of:
      return join(part, State::no, item);
    case Part::Kind::any_of:
      return join(part, State::yes, item);
    case Part::Kind::opposite: {
      const State state = decide(links_[part.first], item);
      return state >= State::unknown ? state : known(state == State::no);
    }
    case Part::Kind::items:
      return quantify(part);
    default:
      return State::other;
  }
}

State Decisions::join(const Part& part, State decisive, Cell* item) {
  State out = known(decisive == State::no);
  const std::uint32_t* const end = links_ + part.first + part.count;
  for (const std::uint32_t* link = links_ + part.first; link != end; ++link) {
    const State one = decide(*link, item);
    if (one == decisive) return one;
    if (one >= State::unknown) out = std::max(out, one);
  }
  return out;
}

State Decisions::quantify(const Part& part) {
  if (part.place == kNoIndex || cells_[part.place].value == nullptr) return State::unknown;
  if (!cells_[part.place].value->is(Kind::list)) return State::other;
  Items& items = items_of(cells_[part.place]);
  if (!items.are_objects) return State::other;
  if (items.cells.empty()) return part.empty;
  State out = known(part.settled == State::no);
  const Part& each = parts_[links_[part.first]];
  const std::size_t width = set_.members().size();
  Cell* const end = items.cells.data() + items.cells.size();
  for (Cell* item = items.cells.data(); item != end; item += width) {
    const State one = work_out(each, item);
    if (one == part.decisive) return part.settled;
    if (one >= State::unknown) out = std::max(out, one);
  }
  return out;
}

State Decisions::test(const Part& part, Cell* cells) {
  if (part.place == kNoIndex || cells[part.place].value == nullptr) return State::unknown;
  Cell& cell = cells[part.place];
  const Value& value = *cell.value;
  switch (part.kind) {
    case Part::Kind::is_true:
      return value.is(Kind::boolean) ? known(value.as_boolean()) : State::other;
    case Part::Kind::is_false:
      return value.is(Kind::boolean) ? known(!value.as_boolean()) : State::other;
    case Part::Kind::number:
      if (!value.is(Kind::number)) return State::other;
      return ordered(part.order, value.as_number(), part.number);
    case Part::Kind::text:
      if (!value.is(Kind::text)) return State::other;
      return ordered(part.order, value.as_text(), set_.word(part.word));
    default:
      return value.is(Kind::text) ? known(is_one_of(part, cell)) : State::other;
  }
}

bool Decisions::is_one_of(const Part& part, Cell& cell) const {
  if (cell.word == kUnread) cell.word = set_.word_number(cell.value->as_text());
  for (std::uint32_t i = 0; i < part.count; ++i) {
    if (links_[part.first + i] == cell.word) return true;
  }
  return false;
}

Decisions::Items& Decisions::items_of(Cell& list) {
  if (list.word != kUnread) return items_[list.word];
  list.word = static_cast<std::uint32_t>(items_.size());
  Items& made = items_.emplace_back();
  const std::vector<Value>& items = list.value->items();
  made.are_objects = std::all_of(items.begin(), items.end(),
                                 [](const Value& item) { return item.is(Kind::object); });
  if (!made.are_objects) return made;
  made.cells.reserve(items.size() * set_.members().size());
  for (const Value& item : items) {
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
  const Part& part = parts_[index];
  if (decide(index, nullptr) != State::unknown) return;
  if (part.kind >= Part::Kind::items) {
    if (part.place != kNoIndex) cells_[part.place].is_missing = true;
    return;
  }
  for (std::uint32_t i = 0; i < part.count; ++i) mark_missing(links_[part.first + i]);
}

const Decision& Decisions::decide_whole(std::size_t rule) {
  const auto found = whole_.find(rule);
  if (found != whole_.end()) return found->second;
  return whole_.emplace(rule, logic::decide(set_.binding(rule), row_)).first->second;
}

}  // namespace huice::logic
