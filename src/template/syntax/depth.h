// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostic.h"
#include "template/syntax/template.h"

namespace huice::tmpl {

/// Reports expressions whose tree is deeper than evaluating and linking them, which recurse, may
/// go: each chain of operators is bounded by the parser, but chains are within chains.
void check_depth(const Template& parsed, Diagnostics& problems);

}  // namespace huice::tmpl
