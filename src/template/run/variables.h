// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names set at a template's top level, which importers, blocks and includes see.

#include "template/syntax/ast.h"
#include "template/values/value.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace huice::tmpl {

struct Variable {
  Symbol symbol = 0;
  Value value;
  bool exported = true;  ///< importers may see it
};

/// Keeps the order in which they were set first. Few are looked through, more have an index.
class Variables {
 public:
  const Variable* find(Symbol symbol) const;
  void set(Symbol symbol, const Value& value, bool exported);

  std::size_t size() const { return all_.size(); }
  const Variable& operator[](std::size_t place) const { return all_[place]; }
  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }

 private:
  static constexpr std::size_t kFew = 16;

  std::vector<Variable> all_;
  std::unordered_map<Symbol, std::size_t> places_;  ///< empty for few
  Charge charge_;
};

}  // namespace huice::tmpl
