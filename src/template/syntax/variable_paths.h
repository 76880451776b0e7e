// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which parts of a variable a template reads.

#include "template/syntax/template.h"

#include <set>
#include <string>

namespace huice::tmpl {

/// Adds the path of every use of the variable: "page.top" for {{ t.page.top }}, "nav" for
/// {{ t.nav[kind] }}, whose last key is known only while rendering, "" for the variable itself.
void collect_paths(const Template& parsed, Symbol variable, std::set<std::string>& paths);

}  // namespace huice::tmpl
