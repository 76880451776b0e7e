// SPDX-License-Identifier: Apache-2.0
#pragma once

// Chinese order: by pinyin, as dictionaries and telephone lists have it.

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace huice::view {

/// For each text, a key whose byte order is the pinyin order of the texts (ICU, zh). Names of
/// places and families are read as they are (长沙, 单县; 曾 of 曾某), and numbers by their size.
std::vector<std::string> pinyin_keys(const std::vector<std::string>& texts);

/// Sorts by pinyin of name_of(item); equal names keep their order.
template <class Item, class NameOf>
void sort_by_pinyin(std::vector<Item>& items, NameOf name_of) {
  std::vector<std::string> names;
  names.reserve(items.size());
  for (const Item& item : items) names.push_back(name_of(item));
  const std::vector<std::string> keys = pinyin_keys(names);
  std::vector<std::size_t> order(items.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&keys](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const std::size_t i : order) sorted.push_back(std::move(items[i]));
  items = std::move(sorted);
}

}  // namespace huice::view
