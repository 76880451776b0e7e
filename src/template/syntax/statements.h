// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parsed form of tags and text. A Function is what has a frame of its own at run time: a
// template's top level, a block, a macro, the body of a call tag, the body of a recursive loop.

#include "template/syntax/ast.h"
#include "template/syntax/escape_context.h"
#include "template/syntax/visible_names.h"

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace huice::tmpl {

struct Template;

enum class StatementKind : std::uint8_t {
  text,
  output,
  condition,
  loop,
  set,
  set_block,
  macro,
  call_block,
  filter_block,
  block,
  extends,
  include,
  import,
  from_import,
  with,
  autoescape,
  loop_break,
  loop_continue
};

struct Statement : Node {
  explicit Statement(StatementKind k) : kind(k) {}
  StatementKind kind;
};

template <StatementKind K>
struct StatementOf : Statement {
  static constexpr StatementKind kKind = K;
  StatementOf() : Statement(K) {}
};

using Body = std::vector<Statement*>;

/// The initial value of a slot when its scope is entered.
struct SlotStart {
  std::uint32_t slot = 0;
  SlotRef alias;        ///< copied from an outer scope; absent: see `resolve`
  bool resolve = true;  ///< looked up in the context when first read; else plainly undefined
  const Origin* origin = nullptr;
};

/// The variables a scope sets up each time it is entered.
struct ScopeStart {
  std::vector<SlotStart> slots;
};

struct Function {
  std::string_view name;
  const Template* home = nullptr;
  Body body;
  ScopeStart scope;
  std::uint32_t slot_count = 0;
};

struct Parameter {
  Symbol symbol = 0;
  std::string_view name;
  Expr* default_value = nullptr;
  std::uint32_t slot = 0;
  Origin origin;
};

/// A macro's or call tag's body with its parameters.
struct MacroFunction : Function {
  bool is_caller = false;  ///< the body of a `call` tag
  std::vector<Parameter> parameters;
  std::uint32_t caller_slot = SlotRef::kNone;  ///< kNone where the body never mentions it
  std::uint32_t varargs_slot = SlotRef::kNone;
  std::uint32_t kwargs_slot = SlotRef::kNone;
  Origin caller_origin;
};

/// The target of an assignment: a name, a tuple of targets, or a namespace's attribute.
struct Target {
  Span span{};
  Symbol symbol = 0;
  std::string_view name;
  SlotRef slot;
  std::string_view attribute;  ///< `ns.attribute`; slot is then where ns is read
  Name* object = nullptr;
  std::vector<Target> parts;
  bool is_tuple = false;
};

struct TextStatement final : StatementOf<StatementKind::text> {
  std::string_view text;
  const DeferredCheck* deferred_check = nullptr;
};

struct Output final : StatementOf<StatementKind::output> {
  Expr* value = nullptr;
  EscapeContext escape_context = EscapeContext::none;
};

struct Condition final : StatementOf<StatementKind::condition> {
  std::vector<std::pair<Expr*, Body>> branches;
  Body otherwise;
};

struct Loop final : StatementOf<StatementKind::loop> {
  Target target;
  Expr* items = nullptr;
  Expr* filter = nullptr;
  bool recursive = false;
  bool uses_loop = false;
  Function body;  ///< its frame is the surrounding function's unless the loop is recursive
  ScopeStart filter_scope;
  Target filter_target;
  Body otherwise;
  ScopeStart otherwise_scope;
  std::uint32_t loop_slot = SlotRef::kNone;
  Origin neighbour;
};

struct Set final : StatementOf<StatementKind::set> {
  Target target;
  Expr* value = nullptr;
  bool toplevel = false;
};

struct SetBlock final : StatementOf<StatementKind::set_block> {
  Target target;
  Expr* filter = nullptr;
  Body body;
  ScopeStart scope;
  bool toplevel = false;
};

struct Macro final : StatementOf<StatementKind::macro> {
  MacroFunction function;
  Target target;
  bool toplevel = false;
};

struct CallBlock final : StatementOf<StatementKind::call_block> {
  MacroFunction function;
  CallExpr* call = nullptr;
  EscapeContext escape_context = EscapeContext::none;
};

struct FilterBlock final : StatementOf<StatementKind::filter_block> {
  Expr* filter = nullptr;
  Body body;
  ScopeStart scope;
  EscapeContext escape_context = EscapeContext::none;
};

struct Block final : StatementOf<StatementKind::block> {
  Symbol symbol = 0;
  Function function;
  bool scoped = false;
  bool required = false;
  std::shared_ptr<const VisibleNames> visible;
  std::uint32_t super_slot = SlotRef::kNone;
  EscapeContext escape_context = EscapeContext::none;
};

struct Extends final : StatementOf<StatementKind::extends> {
  Expr* name = nullptr;
};

struct Include final : StatementOf<StatementKind::include> {
  Expr* name = nullptr;
  bool ignore_missing = false;
  bool with_context = true;
  std::shared_ptr<const VisibleNames> visible;
  EscapeContext escape_context = EscapeContext::none;
};

struct Import final : StatementOf<StatementKind::import> {
  Expr* name = nullptr;
  Target target;
  bool with_context = false;
  std::shared_ptr<const VisibleNames> visible;
  bool toplevel = false;
};

struct FromImport final : StatementOf<StatementKind::from_import> {
  Expr* name = nullptr;
  std::vector<std::pair<Origin, Target>> names;
  bool with_context = false;
  std::shared_ptr<const VisibleNames> visible;
  bool toplevel = false;
};

struct With final : StatementOf<StatementKind::with> {
  std::vector<std::pair<Target, Expr*>> values;
  Body body;
  ScopeStart scope;
};

struct Autoescape final : StatementOf<StatementKind::autoescape> {
  Expr* enabled = nullptr;
  Body body;
  ScopeStart scope;
};

struct LoopBreak final : StatementOf<StatementKind::loop_break> {};
struct LoopContinue final : StatementOf<StatementKind::loop_continue> {};

}  // namespace huice::tmpl
