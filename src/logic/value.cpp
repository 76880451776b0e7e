// SPDX-License-Identifier: Apache-2.0
#include "logic/value.h"

#include <algorithm>

namespace huice::logic {
namespace {

constexpr std::uint64_t kHeaviest = std::uint64_t{1} << 63U;

// Objects of fewer members are searched from end to end; more are found through an index.
constexpr std::size_t kSearched = 8;

// The size of a list or object, summed up once, since shared parts would make each count long.
struct Measure {
  std::uint64_t weight = 1;
  std::size_t depth = 1;

  void add(const Value& part) {
    const std::uint64_t more = part.weight();
    weight = more > kHeaviest - weight ? kHeaviest : weight + more;
    depth = std::max(depth, part.depth() + 1);
  }
};

using Indexes = std::vector<std::uint32_t>;

Indexes sorted_by_name(const std::vector<Value::Member>& members) {
  Indexes out(members.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint32_t>(i);
  std::stable_sort(out.begin(), out.end(), [&members](std::uint32_t a, std::uint32_t b) {
    return members[a].first < members[b].first;
  });
  return out;
}

void drop_repeated(std::vector<Value::Member>& members) {
  const Indexes order = sorted_by_name(members);
  std::vector<bool> dropped(members.size(), false);
  for (std::size_t from = 0; from < order.size();) {
    std::size_t to = from + 1;
    for (; to < order.size() && members[order[to]].first == members[order[from]].first; ++to) {
      members[order[from]].second = std::move(members[order[to]].second);
      dropped[order[to]] = true;
    }
    from = to;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (dropped[i]) continue;
    if (kept != i) members[kept] = std::move(members[i]);
    ++kept;
  }
  members.resize(kept);
}

}  // namespace

struct Value::List {
  std::vector<Value> items;
  Measure measure;
};

struct Value::Object {
  std::vector<Member> members;
  Indexes by_name;
  Measure measure;
};

Value Value::text(std::string value) {
  return Value(
      State(std::in_place_index<4>, std::make_shared<const std::string>(std::move(value))));
}

Value Value::list(std::vector<Value> items) {
  Measure measure;
  for (const Value& item : items) measure.add(item);
  return Value(
      State(std::in_place_index<5>, std::make_shared<const List>(List{std::move(items), measure})));
}

Value Value::object(std::vector<Member> members) {
  drop_repeated(members);
  Object made;
  for (const Member& member : members) {
    made.measure.add(member.second);
    made.measure.weight += member.first.size();
  }
  made.measure.weight = std::min(made.measure.weight, kHeaviest);
  if (members.size() > kSearched) made.by_name = sorted_by_name(members);
  made.members = std::move(members);
  return Value(State(std::in_place_index<6>, std::make_shared<const Object>(std::move(made))));
}

const std::vector<Value>& Value::items() const {
  return std::get<5>(state_)->items;
}

const std::vector<Value::Member>& Value::members() const {
  return std::get<6>(state_)->members;
}

const Value* Value::find(std::string_view name) const {
  const Object& object = *std::get<6>(state_);
  if (object.by_name.empty()) {
    for (const Member& member : object.members) {
      if (member.first == name) return &member.second;
    }
    return nullptr;
  }
  const auto found = std::lower_bound(object.by_name.begin(), object.by_name.end(), name,
                                      [&object](std::uint32_t index, std::string_view wanted) {
                                        return object.members[index].first < wanted;
                                      });
  if (found == object.by_name.end() || object.members[*found].first != name) return nullptr;
  return &object.members[*found].second;
}

bool Value::is_same(const Value& other) const {
  return is(Kind::list) ? std::get<5>(state_) == std::get<5>(other.state_)
                        : std::get<6>(state_) == std::get<6>(other.state_);
}

std::uint64_t Value::weight() const {
  switch (kind()) {
    case Kind::text:
      return 1 + as_text().size();
    case Kind::list:
      return std::get<5>(state_)->measure.weight;
    case Kind::object:
      return std::get<6>(state_)->measure.weight;
    default:
      return 1;
  }
}

std::size_t Value::depth() const {
  if (is(Kind::list)) return std::get<5>(state_)->measure.depth;
  return is(Kind::object) ? std::get<6>(state_)->measure.depth : 0;
}

}  // namespace huice::logic
