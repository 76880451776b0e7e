// SPDX-License-Identifier: Apache-2.0
// Tags that run: loops, conditions, assignments and the tags around a body.

#include "base/messages/template_syntax.h"
#include "template/syntax/parser.h"

#include <array>

namespace huice::tmpl {

namespace {
constexpr int kDeepest = 100;
}  // namespace

Statement* Parser::statement(Span open) {
  using Rule = Statement* (Parser::*)(Span);
  static constexpr std::array<std::pair<std::string_view, Rule>, 15> kRules{{
      {"for", &Parser::loop},
      {"if", &Parser::condition},
      {"set", &Parser::set},
      {"with", &Parser::with},
      {"autoescape", &Parser::autoescape},
      {"filter", &Parser::filter_block},
      {"break", &Parser::loop_break},
      {"continue", &Parser::loop_continue},
      {"macro", &Parser::macro},
      {"call", &Parser::call_block},
      {"block", &Parser::block},
      {"extends", &Parser::extends},
      {"include", &Parser::include},
      {"import", &Parser::import},
      {"from", &Parser::from_import},
  }};
  const Token& name = current();
  if (name.kind != TokenKind::name) {
    unexpected(msg::token_tag_name{});
    return nullptr;
  }
  for (const auto& [tag, rule] : kRules) {
    if (tag != name.text) continue;
    if (depth_ >= kDeepest) {
      refuse(msg::template_too_deep{.limit = kDeepest}, name.span);
      give_up();
      return nullptr;
    }
    ++depth_;
    advance();
    Statement* made = (this->*rule)(open);
    --depth_;
    return made;
  }
  return unknown_tag(name);
}

Statement* Parser::loop(Span open) {
  auto* made = template_.make<Loop>(open);
  made->target = target(false);
  expect_name("in");
  made->items = tuple(false, "recursive");
  if (skip_name("if")) made->filter = expression();
  made->recursive = skip_name("recursive");
  made->neighbour = origin(Origin::Reason::neighbour, open, "loop");
  made->span = join(open, current().span);
  ++loop_depth_;
  made->body.body = body("for", made->span, {"endfor", "else"});
  --loop_depth_;
  made->body.name = "loop";
  made->body.home = &template_;
  if (skip_name("else")) {
    made->otherwise = body_to("for", made->span, "endfor");
  } else if (at_name("endfor")) {
    advance();
  }
  return made;
}

Statement* Parser::condition(Span open) {
  auto* made = template_.make<Condition>(open);
  while (true) {
    Expr* test = tuple(false);
    made->span = join(open, current().span);
    made->branches.emplace_back(test, body("if", made->span, {"elif", "else", "endif"}));
    if (!skip_name("elif")) break;
  }
  if (skip_name("else")) {
    made->otherwise = body_to("if", made->span, "endif");
  } else if (at_name("endif")) {
    advance();
  }
  return made;
}

Statement* Parser::set(Span open) {
  Target into = target(true);
  if (skip_sign("=")) {
    auto* made = template_.make<Set>(open);
    made->target = std::move(into);
    made->value = tuple(true);
    made->span = join(open, current().span);
    return made;
  }
  if (!at_tag_end() && !at_sign("|")) {
    unexpected(std::string("“=”"));
    while (!at_tag_end() && !at_sign("=")) advance();
    // With its value in it, the tag has no end elsewhere.
    if (at_sign("=")) return nullptr;
  }
  auto* made = template_.make<SetBlock>(open);
  made->target = std::move(into);
  if (at_sign("|")) made->filter = filters(nullptr, false);
  made->span = join(open, current().span);
  made->body = body_to("set", made->span, "endset");
  return made;
}

Statement* Parser::with(Span open) {
  auto* made = template_.make<With>(open);
  while (!at_tag_end() && !panic_) {
    if (!made->values.empty()) expect_sign(",");
    Target into = target(false);
    expect_sign("=");
    made->values.emplace_back(std::move(into), expression());
  }
  made->span = join(open, current().span);
  made->body = body_to("with", made->span, "endwith");
  return made;
}

Statement* Parser::autoescape(Span open) {
  auto* made = template_.make<Autoescape>(open);
  made->enabled = expression();
  made->span = join(open, current().span);
  made->body = body_to("autoescape", made->span, "endautoescape");
  return made;
}

Statement* Parser::filter_block(Span open) {
  auto* made = template_.make<FilterBlock>(open);
  made->filter = filters(nullptr, true);
  made->span = join(open, current().span);
  made->body = body_to("filter", made->span, "endfilter");
  return made;
}

Statement* Parser::loop_break(Span open) {
  const Span span = join(open, current().span);
  if (loop_depth_ == 0) refuse(msg::template_outside_loop{.name = "break"}, span);
  return template_.make<LoopBreak>(span);
}

Statement* Parser::loop_continue(Span open) {
  const Span span = join(open, current().span);
  if (loop_depth_ == 0) refuse(msg::template_outside_loop{.name = "continue"}, span);
  return template_.make<LoopContinue>(span);
}

Target Parser::name_target() {
  Target made;
  made.span = current().span;
  made.name = expect_identifier();
  made.symbol = symbols_.intern(made.name);
  if (made.name == "true" || made.name == "false" || made.name == "none" || made.name == "True" ||
      made.name == "False" || made.name == "None" || made.name == "loop") {
    refuse(msg::template_bad_target{.name = made.name}, made.span);
  }
  return made;
}

Target Parser::target_part() {
  if (!at_sign("(")) return name_target();
  const Span open = advance().span;
  // Beside the tags that it is in: a target at the deepest of them may have parentheses.
  if (++depth_ > 2 * kDeepest) refuse(msg::template_too_deep{.limit = 2 * kDeepest}, open);
  Target made;
  if (!panic_) made = target(false);
  --depth_;
  expect_sign(")");
  return made;
}

/// "a", "a, b", "a, (b, c)", or "namespace.attribute".
Target Parser::target(bool with_namespace) {
  if (with_namespace && current().kind == TokenKind::name && ahead().is_sign(".")) {
    Target made;
    const Token& object = advance();
    made.span = object.span;
    auto* name = template_.make<Name>(object.span);
    name->symbol = symbols_.intern(object.text);
    name->origin = origin(Origin::Reason::name, object.span, object.text);
    made.object = name;
    advance();
    made.attribute = expect_identifier();
    return made;
  }
  Target first = target_part();
  if (!at_sign(",")) return first;
  Target made;
  made.span = first.span;
  made.is_tuple = true;
  made.parts.push_back(std::move(first));
  while (skip_sign(",") && !panic_) {
    if (at_tag_end() || at_sign(")")) break;
    // As in Jinja, which wants parentheses around one name with a comma.
    if (at_name("in") || at_sign("=")) unexpected(msg::token_name{});
    if (panic_) break;
    made.parts.push_back(target_part());
    made.span = join(made.span, made.parts.back().span);
  }
  return made;
}

}  // namespace huice::tmpl
