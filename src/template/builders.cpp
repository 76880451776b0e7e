// SPDX-License-Identifier: Apache-2.0
#include "template/builders.h"

#include <algorithm>

namespace huice::tmpl {

ListValue ListValue::tuple(std::vector<Value> items) {
  ListValue result(std::move(items));
  result.tuple_ = true;
  return result;
}

Dict& Dict::set(std::string_view key, Value value) & {
  const auto same = [key](const auto& entry) { return entry.first == key; };
  const auto found = std::find_if(entries_.begin(), entries_.end(), same);
  if (found == entries_.end()) {
    entries_.emplace_back(std::string(key), std::move(value));
  } else {
    found->second = std::move(value);
  }
  return *this;
}

Value Dict::get(std::string_view key) const {
  for (const auto& [name, value] : entries_) {
    if (name == key) return value;
  }
  return {};
}

const Value& Dict::find(std::string_view key, Hint& hint, Value& made) const {
  const std::size_t guess = hint.guess();
  if (guess < entries_.size() && entries_[guess].first == key) return entries_[guess].second;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].first != key) continue;
    hint.remember(i);
    return entries_[i].second;
  }
  return made = Value();
}

std::vector<std::string> Dict::keys() const {
  std::vector<std::string> out;
  out.reserve(entries_.size());
  for (const auto& entry : entries_) out.push_back(entry.first);
  return out;
}

}  // namespace huice::tmpl
