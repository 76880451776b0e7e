// SPDX-License-Identifier: Apache-2.0
// Tags that define or fetch: macros, call tags, blocks, and other templates.

#include "base/messages/template_syntax.h"
#include "template/syntax/parser.h"

#include <algorithm>

namespace huice::tmpl {

void Parser::signature(MacroFunction& function) {
  expect_sign("(");
  bool defaults = false;
  while (!at_sign(")") && !panic_) {
    if (!function.parameters.empty()) expect_sign(",");
    const Span span = current().span;
    Parameter parameter;
    parameter.name = expect_identifier();
    parameter.symbol = symbols_.intern(parameter.name);
    parameter.origin = origin(Origin::Reason::parameter, span, parameter.name);
    if (skip_sign("=")) {
      parameter.default_value = expression();
      defaults = true;
    } else if (defaults) {
      refuse(msg::template_default_order{.name = parameter.name}, span);
    }
    function.parameters.push_back(parameter);
  }
  expect_sign(")");
}

Statement* Parser::macro(Span open) {
  auto* made = template_.make<Macro>(open);
  made->target = name_target();
  made->function.name = made->target.name;
  made->function.home = &template_;
  made->function.caller_origin = origin(Origin::Reason::parameter, made->target.span, "caller");
  signature(made->function);
  made->span = join(open, current().span);
  const int loops = std::exchange(loop_depth_, 0);
  made->function.body = body_to("macro", made->span, "endmacro");
  loop_depth_ = loops;
  return made;
}

Statement* Parser::call_block(Span open) {
  auto* made = template_.make<CallBlock>(open);
  made->function.name = "caller";
  made->function.home = &template_;
  made->function.caller_origin = origin(Origin::Reason::parameter, open, "caller");
  made->function.is_caller = true;
  if (at_sign("(")) signature(made->function);
  Expr* called = expression();
  made->call = node_if<CallExpr>(called);
  if (made->call == nullptr) {
    refuse(msg::template_syntax{.wanted = msg::token_call{},
                                .found =
                                    "“" + std::string(template_.source.slice(called->span)) + "”"},
           called->span);
  }
  made->span = join(open, current().span);
  const int loops = std::exchange(loop_depth_, 0);
  made->function.body = body_to("call", made->span, "endcall");
  loop_depth_ = loops;
  return made;
}

Statement* Parser::block(Span open) {
  auto* made = template_.make<Block>(open);
  const Span name_span = current().span;
  made->function.name = expect_identifier();
  made->function.home = &template_;
  made->symbol = symbols_.intern(made->function.name);
  made->scoped = skip_name("scoped");
  made->required = skip_name("required");
  if (!blocks_.insert(made->symbol).second) {
    refuse(msg::template_block_twice{.name = made->function.name}, name_span);
  } else {
    template_.blocks.push_back(made);
  }
  made->span = join(open, current().span);
  const int loops = std::exchange(loop_depth_, 0);
  made->function.body = body_to("block", made->span, "endblock");
  loop_depth_ = loops;
  if (current().kind == TokenKind::name && current().text == made->function.name) advance();
  const auto blank = [](const Statement* part) {
    const auto* text = node_if<TextStatement>(part);
    return text != nullptr && text->text.find_first_not_of(" \t\n\r\f\v") == std::string_view::npos;
  };
  if (made->required &&
      !std::all_of(made->function.body.begin(), made->function.body.end(), blank)) {
    refuse(msg::template_required_block_body{.name = made->function.name}, name_span);
  }
  return made;
}

// Templates named by literals are loaded together with this one.
void Parser::note_reference(Expr* name) {
  if (const auto* list = node_if<ListExpr>(name)) {
    for (Expr* item : list->items) note_reference(item);
  } else if (const auto* choice = node_if<Conditional>(name)) {
    note_reference(choice->then);
    note_reference(choice->otherwise);
  } else if (const auto* literal = node_if<Literal>(name)) {
    if (literal->value.is_string()) template_.references.emplace_back(literal->value.text());
  }
}

Statement* Parser::extends(Span open) {
  auto* made = template_.make<Extends>(open);
  made->name = expression();
  made->span = join(open, current().span);
  note_reference(made->name);
  return made;
}

bool Parser::context_clause(bool otherwise) {
  if (!(at_name("with") || at_name("without")) || !ahead().is_name("context")) return otherwise;
  const bool with = advance().text == "with";
  advance();
  return with;
}

Statement* Parser::include(Span open) {
  auto* made = template_.make<Include>(open);
  made->name = expression();
  if (at_name("ignore") && ahead().is_name("missing")) {
    advance();
    advance();
    made->ignore_missing = true;
  }
  made->with_context = context_clause(true);
  made->span = join(open, current().span);
  note_reference(made->name);
  return made;
}

Statement* Parser::import(Span open) {
  auto* made = template_.make<Import>(open);
  made->name = expression();
  expect_name("as");
  made->target = name_target();
  made->with_context = context_clause(false);
  made->span = join(open, current().span);
  note_reference(made->name);
  return made;
}

Statement* Parser::from_import(Span open) {
  auto* made = template_.make<FromImport>(open);
  made->name = expression();
  expect_name("import");
  while (!panic_) {
    if (!made->names.empty()) expect_sign(",");
    if ((at_name("with") || at_name("without")) && ahead().is_name("context")) break;
    const Span span = current().span;
    Target into = name_target();
    const Origin from = origin(Origin::Reason::imported, span, into.name);
    if (into.name.starts_with('_')) {
      refuse(msg::template_private_import{.name = into.name}, span);
    }
    if (skip_name("as")) into = name_target();
    made->names.emplace_back(from, std::move(into));
    if (!at_sign(",")) break;
    if (ahead().kind == TokenKind::block_end) advance();
    if (at_tag_end()) break;
  }
  made->with_context = context_clause(false);
  made->span = join(open, current().span);
  note_reference(made->name);
  return made;
}

}  // namespace huice::tmpl
