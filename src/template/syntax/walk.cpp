// SPDX-License-Identifier: Apache-2.0
#include "template/syntax/walk.h"

namespace huice::tmpl {
namespace {

using ExprVisit = std::function<void(Expr&)>;

void visit_if(Expr* expr, const ExprVisit& visit) {
  if (expr != nullptr) visit(*expr);
}

void visit_arguments(const Arguments& arguments, const ExprVisit& visit) {
  for (Expr* argument : arguments.positional) visit(*argument);
  for (const auto& argument : arguments.named) visit(*argument.second);
  visit_if(arguments.splat, visit);
  visit_if(arguments.splat_named, visit);
}

void visit_operators(const Expr& expr, const ExprVisit& visit) {
  if (const auto* unary = node_if<Unary>(&expr)) visit(*unary->operand);
  if (const auto* negation = node_if<Negation>(&expr)) visit(*negation->operand);
  if (const auto* binary = node_if<Binary>(&expr)) visit(*binary->left), visit(*binary->right);
  if (const auto* logic = node_if<Logic>(&expr)) visit(*logic->left), visit(*logic->right);
  if (const auto* compare = node_if<Compare>(&expr)) {
    visit(*compare->first);
    for (const auto& operand : compare->rest) visit(*operand.second);
  }
  if (const auto* concat = node_if<Concat>(&expr)) {
    for (Expr* part : concat->parts) visit(*part);
  }
  if (const auto* choice = node_if<Conditional>(&expr)) {
    visit(*choice->condition);
    visit(*choice->then);
    visit_if(choice->otherwise, visit);
  }
}

void visit_targets(const Target& target, const ExprVisit& visit) {
  visit_if(target.object, visit);
  for (const Target& part : target.parts) visit_targets(part, visit);
}

void visit_parameters(const MacroFunction& function, const ExprVisit& visit) {
  for (const Parameter& parameter : function.parameters) visit_if(parameter.default_value, visit);
}

}  // namespace

void for_each_part(const Expr& expr, const ExprVisit& visit) {
  if (const auto* attribute = node_if<Attribute>(&expr)) visit(*attribute->object);
  if (const auto* subscript = node_if<Subscript>(&expr)) {
    visit(*subscript->object);
    visit(*subscript->index);
  }
  if (const auto* slice = node_if<Slice>(&expr)) {
    visit_if(slice->start, visit);
    visit_if(slice->stop, visit);
    visit_if(slice->step, visit);
  }
  if (const auto* call = node_if<CallExpr>(&expr)) {
    visit(*call->callee);
    visit_arguments(call->arguments, visit);
  }
  if (const auto* filter = node_if<FilterExpr>(&expr)) {
    visit_if(filter->input, visit);
    visit_arguments(filter->arguments, visit);
  }
  if (const auto* test = node_if<TestExpr>(&expr)) {
    visit(*test->input);
    visit_arguments(test->arguments, visit);
  }
  if (const auto* list = node_if<ListExpr>(&expr)) {
    for (Expr* item : list->items) visit(*item);
  }
  if (const auto* dict = node_if<DictExpr>(&expr)) {
    for (const auto& [key, value] : dict->entries) visit(*key), visit(*value);
  }
  visit_operators(expr, visit);
}

void walk(Expr& expr, const ExprVisit& visit) {
  visit(expr);
  for_each_part(expr, [&visit](Expr& part) { walk(part, visit); });
}

void for_each_expression(const Statement& statement, const ExprVisit& visit) {
  const Statement* node = &statement;
  if (const auto* output = node_if<Output>(node)) visit(*output->value);
  if (const auto* condition = node_if<Condition>(node)) {
    for (const auto& branch : condition->branches) visit(*branch.first);
  }
  if (const auto* loop = node_if<Loop>(node)) visit(*loop->items), visit_if(loop->filter, visit);
  if (const auto* set = node_if<Set>(node)) visit(*set->value), visit_targets(set->target, visit);
  if (const auto* set = node_if<SetBlock>(node)) {
    visit_if(set->filter, visit);
    visit_targets(set->target, visit);
  }
  if (const auto* macro = node_if<Macro>(node)) visit_parameters(macro->function, visit);
  if (const auto* block = node_if<CallBlock>(node)) {
    visit_parameters(block->function, visit);
    visit_if(block->call, visit);
  }
  if (const auto* block = node_if<FilterBlock>(node)) visit_if(block->filter, visit);
  if (const auto* extends = node_if<Extends>(node)) visit(*extends->name);
  if (const auto* include = node_if<Include>(node)) visit(*include->name);
  if (const auto* import = node_if<Import>(node)) visit(*import->name);
  if (const auto* import = node_if<FromImport>(node)) visit(*import->name);
  if (const auto* with = node_if<With>(node)) {
    for (const auto& value : with->values) visit(*value.second);
  }
  if (const auto* escape = node_if<Autoescape>(node)) visit(*escape->enabled);
}

void for_each_body(const Statement& statement, const std::function<void(const Body&)>& visit) {
  const Statement* node = &statement;
  if (const auto* condition = node_if<Condition>(node)) {
    for (const auto& branch : condition->branches) visit(branch.second);
    visit(condition->otherwise);
  }
  if (const auto* loop = node_if<Loop>(node)) visit(loop->body.body), visit(loop->otherwise);
  if (const auto* set = node_if<SetBlock>(node)) visit(set->body);
  if (const auto* macro = node_if<Macro>(node)) visit(macro->function.body);
  if (const auto* block = node_if<CallBlock>(node)) visit(block->function.body);
  if (const auto* block = node_if<FilterBlock>(node)) visit(block->body);
  if (const auto* block = node_if<Block>(node)) visit(block->function.body);
  if (const auto* with = node_if<With>(node)) visit(with->body);
  if (const auto* escape = node_if<Autoescape>(node)) visit(escape->body);
}

bool mentions(const Body& body, Symbol symbol) {
  bool found = false;
  for (const Statement* statement : body) {
    if (found || statement->kind == StatementKind::block) continue;
    for_each_expression(*statement, [&](Expr& expr) {
      walk(expr, [&](const Expr& part) {
        const auto* name = node_if<Name>(&part);
        found = found || (name != nullptr && name->symbol == symbol);
      });
    });
    for_each_body(*statement, [&](const Body& inner) { found = found || mentions(inner, symbol); });
  }
  return found;
}

}  // namespace huice::tmpl
