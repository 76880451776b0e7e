// SPDX-License-Identifier: Apache-2.0
#pragma once

// Dictionaries whose keys are not all texts, as {2024: 'a', (1, 'b'): 'c'}. Records and data have
// texts as keys alone, which is what Dict is made for; these come from templates only.

#include "template/values/builders.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace huice::tmpl {

/// Equal keys have equal hashes. Returns nullopt for unhashable values: lists, mappings, callables,
/// undefined, and tuples that contain one of these or are longer than any key needs to be.
std::optional<std::size_t> hash_of(const Value& key);

/// Keeps the order of its keys. As in Python 1, 1.0 and true are one key, written as it came first.
class KeyedDict final : public Mapping {
 public:
  /// REQUIRES: hash_of(key) has a value.
  void set(const Value& key, Value value);

  Value get(std::string_view key) const override;
  /// Its texts alone.
  std::vector<std::string> keys() const override;
  Value value_of(const Value& key) const override;
  std::vector<Value> all_keys() const override;
  std::size_t size() const override { return entries_.size(); }

 private:
  std::optional<std::size_t> place_of(std::size_t hash, const Value& key) const;

  std::vector<std::pair<Value, Value>> entries_;
  std::unordered_multimap<std::size_t, std::size_t> places_;  ///< of the entries, by hash
  Charge charge_;
};

/// A dictionary as it grows: a Dict as long as its keys are texts.
class DictBuilder {
 public:
  /// Whether the key can be one.
  bool set(const Value& key, Value value);
  Value take() &&;

 private:
  Dict texts_;
  std::optional<KeyedDict> keyed_;
};

}  // namespace huice::tmpl
