// SPDX-License-Identifier: Apache-2.0
#include "template/library/registry.h"

namespace huice::tmpl {
namespace {

template <class Map>
auto find_in(const Map& map, std::string_view name) -> decltype(&map.begin()->second) {
  const auto found = map.find(name);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

void Registry::filter(const std::string& name, Signature signature, Filter body) {
  filters_[name] = FilterEntry{name, std::move(signature), std::move(body)};
}

void Registry::test(const std::string& name, Signature signature, Test body) {
  tests_[name] = TestEntry{name, std::move(signature), std::move(body)};
}

void Registry::global(std::string name, Value value) {
  globals_[std::move(name)] = std::move(value);
}

void Registry::filter_alias(std::string_view alias, std::string_view name) {
  FilterEntry entry = *find_filter(name);
  entry.name = alias;
  filters_[std::string(alias)] = std::move(entry);
}

void Registry::test_alias(std::string_view alias, std::string_view name) {
  TestEntry entry = *find_test(name);
  entry.name = alias;
  tests_[std::string(alias)] = std::move(entry);
}

const FilterEntry* Registry::find_filter(std::string_view name) const {
  return find_in(filters_, name);
}

const TestEntry* Registry::find_test(std::string_view name) const {
  return find_in(tests_, name);
}

const Value* Registry::find_global(std::string_view name) const {
  return find_in(globals_, name);
}

}  // namespace huice::tmpl
