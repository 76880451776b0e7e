// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names that an included template or a scoped block may see of the one around it.

#include "template/syntax/ast.h"

#include <memory>
#include <vector>

namespace huice::tmpl {

struct VisibleName {
  Symbol symbol = 0;
  std::uint32_t slot = SlotRef::kNone;
};

/// Those that a scope stores, then those of the scopes around it. Each scope makes its part once,
/// however many statements of it show them.
struct VisibleNames {
  std::vector<VisibleName> own;  ///< sorted by symbol
  std::shared_ptr<const VisibleNames> outer;
  bool other_frame = false;  ///< whether those of `outer` are in the frame around this one

  /// Where the innermost of that name is, seen from the frame of this scope.
  SlotRef find(Symbol symbol) const;
};

}  // namespace huice::tmpl
