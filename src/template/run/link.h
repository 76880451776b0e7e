// SPDX-License-Identifier: Apache-2.0
#pragma once

// The pass between parsing and rendering: every name gets a slot, every filter and test its
// function. Scopes follow Jinja's compiler (its idtracking module) to the letter, since templates
// depend on its corners: a name stored in a scope is that scope's everywhere in it; a loop's body
// starts afresh each time; a name stored in only some branches falls back to the outer one.

#include "template/library/registry.h"
#include "template/syntax/template.h"

namespace huice::tmpl {

/// Links a parsed template. Reports unknown filters and tests and arguments that cannot fit.
void link(Template& parsed, Symbols& symbols, const Registry& registry, Diagnostics& problems);

}  // namespace huice::tmpl
