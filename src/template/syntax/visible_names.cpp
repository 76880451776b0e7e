// SPDX-License-Identifier: Apache-2.0
#include "template/syntax/visible_names.h"

#include <algorithm>

namespace huice::tmpl {

SlotRef VisibleNames::find(Symbol symbol) const {
  std::uint32_t depth = 0;
  for (const VisibleNames* at = this; at != nullptr; at = at->outer.get()) {
    const auto found = std::lower_bound(
        at->own.begin(), at->own.end(), symbol,
        [](const VisibleName& name, Symbol wanted) { return name.symbol < wanted; });
    if (found != at->own.end() && found->symbol == symbol) return {depth, found->slot};
    if (at->other_frame) ++depth;
  }
  return {};
}

}  // namespace huice::tmpl
