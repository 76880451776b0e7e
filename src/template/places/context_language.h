// SPDX-License-Identifier: Apache-2.0
#pragma once

// The interface that ContextWalk (context_walk.h) requires of a format.
//
// A Language has a State (copyable, comparable; a new one is text) and
//   void read(State&, TextStatement&)
//   EscapeContext context_of(State&, const Expr* value, Span)
//     (value is null for a block, an include or a call tag)
//   bool join(State& into, const State& other, JoinPoint)
//     (false: the two cannot be one)
//   bool is_text(const State&), Argument describe(const State&)
//   State fragment()
//     (how macros, blocks and set tags begin)
//   void open_end(const State&)
//     (the whole template ends elsewhere than in text)
//   void refuse(Message, Span) const, Diagnostics* problems

#include "base/diagnostic.h"
#include "template/syntax/template.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huice::tmpl {

/// The tag at which two ways meet.
struct JoinPoint {
  std::string_view tag;
  Span span;
};

/// The shared part of languages: the template, and where problems go.
struct LanguageBase {
  LanguageBase(Template& of, Diagnostics& into) : parsed(of), problems(&into) {}
  void refuse(Message message, Span span) const {
    problems->add(problem(std::move(message), parsed.source.at(span)));
  }
  static bool ends_in(const Expr* value, std::string_view name) {
    const auto* filter = node_if<FilterExpr>(value);
    return filter != nullptr && filter->name == name;
  }

  Template& parsed;
  Diagnostics* problems;
};

}  // namespace huice::tmpl
