// SPDX-License-Identifier: Apache-2.0
#pragma once

// The filters, tests and global names an environment knows. Each family of built-ins registers
// itself through one of the functions below.

#include "template/values/call.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace huice::tmpl {

struct FilterEntry {
  std::string name;
  Signature signature;
  Filter body;
};

struct TestEntry {
  std::string name;
  Signature signature;
  Test body;
};

class Registry {
 public:
  void filter(const std::string& name, Signature signature, Filter body);
  void test(const std::string& name, Signature signature, Test body);
  void global(std::string name, Value value);
  /// A second name for what is registered already.
  void filter_alias(std::string_view alias, std::string_view name);
  void test_alias(std::string_view alias, std::string_view name);

  const FilterEntry* find_filter(std::string_view name) const;
  const TestEntry* find_test(std::string_view name) const;
  const Value* find_global(std::string_view name) const;

  const std::map<std::string, FilterEntry, std::less<>>& filters() const { return filters_; }
  const std::map<std::string, TestEntry, std::less<>>& tests() const { return tests_; }
  const std::map<std::string, Value, std::less<>>& globals() const { return globals_; }

 private:
  std::map<std::string, FilterEntry, std::less<>> filters_;
  std::map<std::string, TestEntry, std::less<>> tests_;
  std::map<std::string, Value, std::less<>> globals_;
};

void add_text_filters(Registry& registry);    // filters_text.cpp
void add_layout_filters(Registry& registry);  // filters_layout.cpp: indent, wordwrap, truncate, …
void add_number_filters(Registry& registry);  // filters_number.cpp
void add_list_filters(Registry& registry);    // filters_list.cpp
void add_choosing_filters(
    Registry& registry);  // filters_choosing.cpp: map, select, groupby, sort, …
void add_escape_filters(Registry& registry);  // filters_escape.cpp
void add_tests(Registry& registry);           // tests.cpp
void add_functions(Registry& registry);       // functions.cpp: range, dict, namespace, …

}  // namespace huice::tmpl
