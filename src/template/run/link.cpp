// SPDX-License-Identifier: Apache-2.0
// Two steps a scope: first every name of its own statements is collected (gather), then slots are
// fixed and written into the nodes while inner scopes get their turn (link). The nodes are const to
// everyone but the parser and this pass.

#include "template/run/link.h"

#include "base/messages/template_run.h"
#include "base/messages/template_syntax.h"
#include "base/spelling.h"
#include "template/run/scope.h"
#include "template/syntax/walk.h"

#include <algorithm>

namespace huice::tmpl {
namespace {

class Linker {
 public:
  Linker(Template& parsed, Symbols& symbols, const Registry& registry, Diagnostics& problems)
      : template_(parsed), symbols_(symbols), registry_(registry), problems_(problems) {}

  void run() { function(template_.root, nullptr, true, {}); }

 private:
  // Collecting.
  static void gather(Expr* expr, Scope& scope) {
    if (expr == nullptr) return;
    walk(*expr, [&scope](const Expr& part) {
      if (const auto* name = node_if<Name>(&part)) scope.load(name->symbol);
    });
  }

  static void gather(const Target& target, Scope& scope) {
    if (target.object != nullptr) return scope.load(target.object->symbol);
    if (!target.is_tuple) return scope.store(target.symbol);
    for (const Target& part : target.parts) gather(part, scope);
  }

  static void gather(const Body& body, Scope& scope) {
    for (const Statement* statement : body) gather(*statement, scope);
  }

  static void gather(const Statement& statement, Scope& scope) {
    const Statement* node = &statement;
    if (const auto* output = node_if<Output>(node)) gather(output->value, scope);
    if (const auto* condition = node_if<Condition>(node)) gather_branches(*condition, scope);
    if (const auto* loop = node_if<Loop>(node)) gather(loop->items, scope);
    if (const auto* set = node_if<Set>(node)) gather(set->value, scope), gather(set->target, scope);
    if (const auto* set = node_if<SetBlock>(node)) gather(set->target, scope);
    if (const auto* macro = node_if<Macro>(node)) gather(macro->target, scope);
    if (const auto* block = node_if<CallBlock>(node)) gather(block->call, scope);
    if (const auto* block = node_if<FilterBlock>(node)) gather(block->filter, scope);
    if (const auto* extends = node_if<Extends>(node)) gather(extends->name, scope);
    if (const auto* include = node_if<Include>(node)) gather(include->name, scope);
    if (const auto* import = node_if<Import>(node)) {
      gather(import->name, scope);
      gather(import->target, scope);
    }
    if (const auto* import = node_if<FromImport>(node)) {
      gather(import->name, scope);
      for (const auto& name : import->names) gather(name.second, scope);
    }
    if (const auto* with = node_if<With>(node)) {
      for (const auto& value : with->values) gather(value.second, scope);
    }
  }

  // Jinja treats every elif together as one branch, and a missing else as an empty one.
  static void gather_branches(const Condition& condition, Scope& scope) {
    gather(condition.branches.front().first, scope);
    std::vector<Scope> branches{scope.branch(), scope.branch(), scope.branch()};
    gather(condition.branches.front().second, branches[0]);
    for (std::size_t i = 1; i < condition.branches.size(); ++i) {
      Condition alone;
      alone.branches.push_back(condition.branches[i]);
      gather_branches(alone, branches[1]);
    }
    gather(condition.otherwise, branches[2]);
    scope.merge(branches);
  }

  // Fixing slots.
  void link(Expr* expr, const Scope& scope) {
    if (expr == nullptr) return;
    walk(*expr, [this, &scope](Expr& part) {
      if (auto* name = node_if<Name>(&part)) name->slot = scope.find(name->symbol);
      if (auto* filter = node_if<FilterExpr>(&part)) link_filter(*filter);
      if (auto* test = node_if<TestExpr>(&part)) link_test(*test);
    });
  }

  void link(Target& target, const Scope& scope) {
    if (target.object != nullptr) return link(target.object, scope);
    target.slot = scope.find(target.symbol);
    for (Target& part : target.parts) link(part, scope);
  }

  void link(Body& body, const Scope& scope) {
    for (Statement* statement : body) link(*statement, scope);
  }

  void link(Statement& node, const Scope& scope) {
    for_each_expression(node, [&](Expr& expr) {
      const bool elsewhere = node.kind == StatementKind::macro;
      if (!elsewhere && !inside_own_scope(node, expr)) link(&expr, scope);
    });
    switch (node.kind) {
      case StatementKind::condition:
        for (auto& branch : node_cast<Condition>(node).branches) link(branch.second, scope);
        return link(node_cast<Condition>(node).otherwise, scope);
      case StatementKind::loop:
        return loop(node_cast<Loop>(node), scope);
      case StatementKind::set:
        node_cast<Set>(node).toplevel = scope.toplevel();
        return link(node_cast<Set>(node).target, scope);
      case StatementKind::set_block:
        return set_block(node_cast<SetBlock>(node), scope);
      case StatementKind::macro:
        node_cast<Macro>(node).toplevel = scope.toplevel();
        link(node_cast<Macro>(node).target, scope);
        return macro(node_cast<Macro>(node).function, scope);
      case StatementKind::call_block:
        return macro(node_cast<CallBlock>(node).function, scope);
      case StatementKind::filter_block:
        return captured(node_cast<FilterBlock>(node), scope);
      case StatementKind::block:
        return block(node_cast<Block>(node), scope);
      case StatementKind::with:
        return with(node_cast<With>(node), scope);
      case StatementKind::autoescape:
        return autoescape(node_cast<Autoescape>(node), scope);
      default:
        return templates(node, scope);
    }
  }

  // Expressions that belong to a statement's inner scope, which links them itself.
  static bool inside_own_scope(const Statement& node, const Expr& expr) {
    if (const auto* loop = node_if<Loop>(&node)) {
      return &expr == loop->filter;
    }
    if (const auto* set = node_if<SetBlock>(&node)) return &expr == set->filter;
    if (const auto* block = node_if<FilterBlock>(&node)) return &expr == block->filter;
    if (const auto* block = node_if<CallBlock>(&node)) return &expr != block->call;
    return node.kind == StatementKind::autoescape;
  }

  void templates(Statement& node, const Scope& scope) {
    if (node.kind == StatementKind::include) {
      node_cast<Include>(node).visible = scope.visible();
    } else if (node.kind == StatementKind::import) {
      auto& import = node_cast<Import>(node);
      import.toplevel = scope.toplevel();
      import.visible = scope.visible();
      link(import.target, scope);
    } else if (node.kind == StatementKind::from_import) {
      auto& import = node_cast<FromImport>(node);
      import.toplevel = scope.toplevel();
      import.visible = scope.visible();
      for (auto& name : import.names) link(name.second, scope);
    }
  }

  void autoescape(Autoescape& node, const Scope& outer) {
    Scope scope(outer.frame(), &outer, false);
    gather(node.enabled, scope);
    gather(node.body, scope);
    scope.close();
    node.scope = scope.start();
    link(node.enabled, scope);
    link(node.body, scope);
  }

  void set_block(SetBlock& node, const Scope& outer) {
    node.toplevel = outer.toplevel();
    link(node.target, outer);
    captured(node, outer);
  }

  // A body whose text goes through a filter: both see names of their own.
  template <class Node>
  void captured(Node& node, const Scope& outer) {
    Scope scope(outer.frame(), &outer, false);
    gather(node.body, scope);
    gather(node.filter, scope);
    scope.close();
    node.scope = scope.start();
    link(node.filter, scope);
    link(node.body, scope);
  }

  void with(With& node, const Scope& outer) {
    Scope scope(outer.frame(), &outer, false);
    for (auto& value : node.values) declare(value.first, scope);
    gather(node.body, scope);
    scope.close();
    node.scope = scope.start();
    for (auto& value : node.values) link(value.first, scope);
    link(node.body, scope);
  }

  void declare(Target& target, Scope& scope) {
    if (!target.is_tuple) target.slot.slot = scope.declare(target.symbol);
    for (Target& part : target.parts) declare(part, scope);
  }

  void loop(Loop& node, const Scope& outer) {
    FrameLayout own{&outer.frame()};
    FrameLayout& frame = node.recursive ? own : outer.frame();
    const Symbol loop_name = symbols_.intern("loop");
    node.uses_loop =
        node.recursive || mentions(node.body.body, loop_name) || has_scoped_block(node.body.body);
    Scope body(frame, &outer, false);
    declare(node.target, body);
    if (node.uses_loop) node.loop_slot = body.declare(loop_name);
    gather(node.body.body, body);
    body.close();
    node.body.scope = body.start();
    link(node.target, body);
    link(node.body.body, body);
    if (node.filter != nullptr) loop_filter(node, frame, outer);
    Scope otherwise(frame, &outer, false);
    gather(node.otherwise, otherwise);
    otherwise.close();
    node.otherwise_scope = otherwise.start();
    link(node.otherwise, otherwise);
    node.body.slot_count = own.count;
  }

  void loop_filter(Loop& node, FrameLayout& frame, const Scope& outer) {
    node.filter_target = node.target;
    Scope filter(frame, &outer, false);
    declare(node.filter_target, filter);
    gather(node.filter, filter);
    filter.close();
    node.filter_scope = filter.start();
    link(node.filter_target, filter);
    link(node.filter, filter);
  }

  static bool has_scoped_block(const Body& body) {
    bool found = false;
    for (const Statement* statement : body) {
      const auto* block = node_if<Block>(statement);
      found = found || (block != nullptr && block->scoped);
      for_each_body(*statement, [&](const Body& part) { found = found || has_scoped_block(part); });
    }
    return found;
  }

  void macro(MacroFunction& node, const Scope& outer) {
    FrameLayout frame{&outer.frame()};
    Scope scope(frame, &outer, false);
    for (Parameter& parameter : node.parameters) parameter.slot = scope.declare(parameter.symbol);
    node.caller_slot = special(node, "caller", scope);
    node.varargs_slot = special(node, "varargs", scope);
    node.kwargs_slot = special(node, "kwargs", scope);
    for (const Parameter& parameter : node.parameters) gather(parameter.default_value, scope);
    gather(node.body, scope);
    scope.close();
    node.scope = scope.start();
    for (const Parameter& parameter : node.parameters) link(parameter.default_value, scope);
    link(node.body, scope);
    node.slot_count = frame.count;
  }

  std::uint32_t special(const MacroFunction& node, std::string_view name, Scope& scope) {
    const bool declared =
        std::any_of(node.parameters.begin(), node.parameters.end(),
                    [name](const Parameter& parameter) { return parameter.name == name; });
    const Symbol symbol = symbols_.intern(name);
    if (declared || !mentions(node.body, symbol)) return SlotRef::kNone;
    return scope.declare(symbol);
  }

  void block(Block& node, const Scope& outer) {
    if (node.scoped) node.visible = outer.visible();
    const Symbol super = symbols_.intern("super");
    std::vector<Symbol> declared;
    if (mentions(node.function.body, super)) declared.push_back(super);
    function(node.function, &node, false, declared);
  }

  void function(Function& node, Block* block, bool toplevel, const std::vector<Symbol>& declared) {
    FrameLayout frame;
    Scope scope(frame, nullptr, toplevel);
    for (const Symbol symbol : declared) block->super_slot = scope.declare(symbol);
    gather(node.body, scope);
    scope.close();
    node.scope = scope.start();
    link(node.body, scope);
    node.slot_count = frame.count;
  }

  // Filters and tests.
  void link_filter(FilterExpr& filter) {
    const FilterEntry* entry = registry_.find_filter(filter.name);
    if (entry == nullptr) {
      return unknown(msg::template_unknown_filter::code, filter.name_span, filter.name,
                     registry_.filters());
    }
    filter.entry = entry;
    filter.arguments.inline_args = inline_args(entry->signature, filter.arguments);
    check(entry->signature, filter.arguments, filter.span, msg::callee_filter{.name = entry->name});
  }

  void link_test(TestExpr& test) {
    const TestEntry* entry = registry_.find_test(test.name);
    if (entry == nullptr) {
      return unknown(msg::template_unknown_test::code, test.name_span, test.name,
                     registry_.tests());
    }
    test.entry = entry;
    test.arguments.inline_args = inline_args(entry->signature, test.arguments);
    check(entry->signature, test.arguments, test.span, msg::callee_test{.name = entry->name});
  }

  static bool inline_args(const Signature& signature, const Arguments& given) {
    const std::size_t count = given.positional.size();
    return given.named.empty() && !given.has_splats() && count >= signature.required &&
           count <= signature.parameters.size() && signature.parameters.size() <= kInlineArgs;
  }

  template <class Map>
  void unknown(Code code, Span span, std::string_view name, const Map& known) {
    std::vector<std::string_view> names;
    names.reserve(known.size());
    for (const auto& entry : known) names.push_back(entry.first);
    Diagnostic found = problem(Message::of(code, {{"name", name}}), template_.source.at(span));
    found.suggestion = nearest(name, names);
    problems_.add(std::move(found));
  }

  // Mistakes that are known before rendering: too many arguments, and keywords nobody knows.
  void check(const Signature& signature, const Arguments& given, Span span,
             const Argument& callee) {
    if (given.positional.size() > signature.parameters.size() && !signature.more_positional) {
      problems_.add(problem(
          msg::template_too_many_arguments{.callee = callee, .limit = signature.parameters.size()},
          template_.source.at(span)));
    }
    for (const auto& argument : given.named) {
      const auto& known = signature.parameters;
      const bool has_name = !signature.by_place &&
                            std::find(known.begin(), known.end(), argument.first) != known.end();
      if (signature.more_named || has_name) continue;
      Diagnostic found =
          problem(msg::template_unknown_argument{.callee = callee, .name = argument.first},
                  template_.source.at(span));
      if (!signature.by_place) found.suggestion = nearest(argument.first, known);
      problems_.add(std::move(found));
    }
  }

  Template& template_;
  Symbols& symbols_;
  const Registry& registry_;
  Diagnostics& problems_;
};

}  // namespace

void link(Template& parsed, Symbols& symbols, const Registry& registry, Diagnostics& problems) {
  Linker(parsed, symbols, registry, problems).run();
}

}  // namespace huice::tmpl
