// SPDX-License-Identifier: Apache-2.0
#include "template/run/variables.h"

#include <algorithm>

namespace huice::tmpl {

const Variable* Variables::find(Symbol symbol) const {
  if (!places_.empty()) {
    const auto found = places_.find(symbol);
    return found == places_.end() ? nullptr : &all_[found->second];
  }
  const auto found = std::find_if(all_.begin(), all_.end(), [symbol](const Variable& variable) {
    return variable.symbol == symbol;
  });
  return found == all_.end() ? nullptr : &*found;
}

void Variables::set(Symbol symbol, const Value& value, bool exported) {
  if (const Variable* known = find(symbol)) {
    Variable& variable = all_[static_cast<std::size_t>(known - all_.data())];
    variable.value = value;
    variable.exported = exported;
    return;
  }
  all_.push_back({symbol, value, exported});
  charge_.set(all_.capacity() * sizeof(Variable));
  if (all_.size() <= kFew) return;
  for (std::size_t place = places_.size(); place < all_.size(); ++place) {
    places_.emplace(all_[place].symbol, place);
  }
}

}  // namespace huice::tmpl
