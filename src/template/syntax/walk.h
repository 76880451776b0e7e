// SPDX-License-Identifier: Apache-2.0
#pragma once

// Visits the children of nodes, so that each pass names only the nodes it handles.

#include "template/syntax/statements.h"

#include <functional>

namespace huice::tmpl {

/// Calls `visit` with every expression directly inside `expr`.
void for_each_part(const Expr& expr, const std::function<void(Expr&)>& visit);

/// Calls `visit` with `expr` and everything inside it, outermost first.
void walk(Expr& expr, const std::function<void(Expr&)>& visit);

/// Calls `visit` with every expression directly in `statement`, not in its bodies.
void for_each_expression(const Statement& statement, const std::function<void(Expr&)>& visit);

/// Calls `visit` with every body of `statement` in the order of the text.
void for_each_body(const Statement& statement, const std::function<void(const Body&)>& visit);

/// Whether a name is read anywhere in the body; blocks inside do not count.
bool mentions(const Body& body, Symbol symbol);

}  // namespace huice::tmpl
