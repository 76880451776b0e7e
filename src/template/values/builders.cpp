// SPDX-License-Identifier: Apache-2.0
#include "template/values/builders.h"

#include "template/values/same_key.h"

#include <algorithm>
#include <functional>

namespace huice::tmpl {

ListValue ListValue::tuple(std::vector<Value> items) {
  ListValue result(std::move(items));
  result.tuple_ = true;
  return result;
}

// Keys are found one by one up to kFew, then by an index: open addressing, at most half full.
namespace {

constexpr std::size_t kFew = 16;
constexpr std::uint32_t kFree = 0xFFFFFFFF;

std::size_t hash_of_key(std::string_view key) {
  return std::hash<std::string_view>()(key);
}

}  // namespace

std::size_t Dict::place_of(std::string_view key) const {
  if (index_.empty()) {
    std::size_t place = 0;
    while (place < entries_.size() && entries_[place].first != key) ++place;
    return place;
  }
  usage().work_on_text(key.size());
  const std::size_t mask = index_.size() - 1;
  for (std::size_t slot = hash_of_key(key) & mask;; slot = (slot + 1) & mask) {
    const std::uint32_t place = index_[slot];
    if (place == kFree) return entries_.size();
    if (entries_[place].first == key) return place;
  }
}

void Dict::add_to_index(std::size_t place) {
  const std::size_t mask = index_.size() - 1;
  std::size_t slot = hash_of_key(entries_[place].first) & mask;
  while (index_[slot] != kFree) slot = (slot + 1) & mask;
  index_[slot] = static_cast<std::uint32_t>(place);
}

Dict& Dict::set(std::string_view key, Value value) & {
  const std::size_t place = place_of(key);
  if (place < entries_.size()) {
    entries_[place].second = std::move(value);
    return *this;
  }
  usage().work_on_text(key.size());
  entries_.emplace_back(std::string(key), std::move(value));
  charge_.add(sizeof(entries_[0]) + key.size());
  if (entries_.size() <= kFew) return *this;
  if (entries_.size() * 2 <= index_.size()) {
    add_to_index(place);
    return *this;
  }
  index_.assign(std::max(index_.size() * 2, kFew * 8), kFree);
  for (std::size_t i = 0; i < entries_.size(); ++i) add_to_index(i);
  return *this;
}

Value Dict::get(std::string_view key) const {
  const std::size_t place = place_of(key);
  return place < entries_.size() ? entries_[place].second : Value();
}

const Value& Dict::find(std::string_view key, Hint& hint, Value& made) const {
  const std::size_t guess = hint.guess();
  if (guess < entries_.size() && same_key(entries_[guess].first, key)) {
    return entries_[guess].second;
  }
  const std::size_t place = place_of(key);
  if (place == entries_.size()) return made = Value();
  hint.remember(place);
  return entries_[place].second;
}

std::vector<std::string> Dict::keys() const {
  std::vector<std::string> out;
  out.reserve(entries_.size());
  for (const auto& entry : entries_) out.push_back(entry.first);
  return out;
}

}  // namespace huice::tmpl
