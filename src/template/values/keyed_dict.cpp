// SPDX-License-Identifier: Apache-2.0
#include "template/values/keyed_dict.h"

#include "template/values/operations.h"

#include <functional>

namespace huice::tmpl {
namespace {

constexpr std::size_t kDeepestKey = 50;
constexpr std::size_t kMostParts = 10'000;  // a tuple can hold another twice, and so on

std::optional<std::size_t> hash_of_part(const Value& key, std::size_t depth, std::size_t& parts) {
  if (++parts > kMostParts || depth > kDeepestKey) return std::nullopt;
  if (key.is_none() || key.is_string() || is_number(key)) return equality_hash(key);
  if (!key.is_list() || !key.list().is_tuple()) return std::nullopt;
  std::size_t hash = 17;
  for (std::size_t i = 0; i < key.list().size(); ++i) {
    const auto part = hash_of_part(key.list().at(i), depth + 1, parts);
    if (!part) return std::nullopt;
    hash = hash * 31 + *part;
  }
  return hash;
}

}  // namespace

std::optional<std::size_t> hash_of(const Value& key) {
  std::size_t parts = 0;
  const auto hash = hash_of_part(key, 0, parts);
  usage().work_on_items(parts);
  return hash;
}

std::optional<std::size_t> KeyedDict::place_of(std::size_t hash, const Value& key) const {
  const auto [first, last] = places_.equal_range(hash);
  for (auto at = first; at != last; ++at) {
    if (equal(entries_[at->second].first, key)) return at->second;
  }
  return std::nullopt;
}

void KeyedDict::set(const Value& key, Value value) {
  const std::size_t hash = hash_of(key).value_or(0);
  if (const auto place = place_of(hash, key)) {
    entries_[*place].second = std::move(value);
    return;
  }
  places_.emplace(hash, entries_.size());
  entries_.emplace_back(key, std::move(value));
  charge_.add(sizeof(entries_[0]) + 4 * sizeof(std::size_t));
}

Value KeyedDict::get(std::string_view key) const {
  return value_of(Value::borrow(key));
}

std::vector<std::string> KeyedDict::keys() const {
  std::vector<std::string> out;
  for (const auto& entry : entries_) {
    if (entry.first.is_string()) out.emplace_back(entry.first.text());
  }
  return out;
}

Value KeyedDict::value_of(const Value& key) const {
  const auto hash = hash_of(key);
  const auto place = hash ? place_of(*hash, key) : std::nullopt;
  return place ? entries_[*place].second : Value();
}

std::vector<Value> KeyedDict::all_keys() const {
  std::vector<Value> out;
  out.reserve(entries_.size());
  for (const auto& entry : entries_) out.push_back(entry.first);
  return out;
}

bool DictBuilder::set(const Value& key, Value value) {
  if (key.is_string() && !keyed_) {
    texts_.set(key.text(), std::move(value));
    return true;
  }
  if (!hash_of(key)) return false;
  if (!keyed_) {
    keyed_.emplace();
    for (const auto& [name, held] : texts_.entries()) keyed_->set(Value(name), held);
  }
  keyed_->set(key, std::move(value));
  return true;
}

Value DictBuilder::take() && {
  return keyed_ ? Value(std::move(*keyed_)) : Value(std::move(texts_));
}

}  // namespace huice::tmpl
