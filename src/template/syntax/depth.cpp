// SPDX-License-Identifier: Apache-2.0
#include "template/syntax/depth.h"

#include "base/messages/template_syntax.h"
#include "template/syntax/walk.h"

#include <utility>
#include <vector>

namespace huice::tmpl {
namespace {

constexpr std::size_t kDeepest = 1250;  // the longest chain within the deepest parentheses

bool is_too_deep(const Expr& root) {
  std::vector<std::pair<const Expr*, std::size_t>> waiting{{&root, 1}};
  while (!waiting.empty()) {
    const Expr* expr = waiting.back().first;
    const std::size_t depth = waiting.back().second;
    if (depth > kDeepest) return true;
    waiting.pop_back();
    for_each_part(*expr, [&](const Expr& part) { waiting.emplace_back(&part, depth + 1); });
  }
  return false;
}

void check(const Template& parsed, const Body& body, Diagnostics& problems) {
  for (const Statement* statement : body) {
    for_each_expression(*statement, [&](const Expr& expr) {
      if (!is_too_deep(expr)) return;
      problems.add(problem(msg::template_too_deep{.limit = kDeepest}, parsed.source.at(expr.span)));
    });
    for_each_body(*statement, [&](const Body& inner) { check(parsed, inner, problems); });
  }
}

}  // namespace

void check_depth(const Template& parsed, Diagnostics& problems) {
  check(parsed, parsed.root.body, problems);
}

}  // namespace huice::tmpl
