// SPDX-License-Identifier: Apache-2.0
// Postfix operators: attributes, subscripts, calls, filters and tests.

#include "base/messages/template_syntax.h"
#include "template/syntax/parser.h"

namespace huice::tmpl {
namespace {

constexpr int kLongest = 200;  // links in one chain: each is a level when evaluated

// Words that follow a finished test; any other name is the test's argument.
bool goes_on(std::string_view word) {
  return word == "else" || word == "or" || word == "and" || word == "if" || word == "in" ||
         word == "not" || word == "is" || word == "recursive";
}

}  // namespace

Expr* Parser::postfix(Expr* node) {
  for (int links = 0; !panic_; ++links) {
    if (links > kLongest) refuse(msg::template_too_deep{.limit = kLongest}, current().span);
    if (at_sign(".")) {
      node = attribute(node);
    } else if (at_sign("[")) {
      node = subscript(node);
    } else if (at_sign("(")) {
      node = call(node);
    } else {
      break;
    }
  }
  return node;
}

Expr* Parser::filters_and_tests(Expr* node) {
  for (int links = 0; !panic_; ++links) {
    if (links > kLongest) refuse(msg::template_too_deep{.limit = kLongest}, current().span);
    if (at_sign("|")) {
      advance();
      node = filter(node);
    } else if (at_name("is")) {
      node = test(node);
    } else if (at_sign("(")) {
      node = call(node);
    } else {
      break;
    }
  }
  return node;
}

Expr* Parser::attribute(Expr* object) {
  advance();
  const Token& token = current();
  if (token.kind == TokenKind::integer) {
    auto* made = template_.make<Subscript>(join(object->span, advance().span));
    made->object = object;
    made->index = constant(token.span, Value(token.integer));
    made->origin = origin(Origin::Reason::item, token.span, token.text);
    made->origin.object = object->span;
    return made;
  }
  if (token.kind != TokenKind::name) {
    unexpected(msg::token_name_or_number{});
    return nothing(token.span);
  }
  advance();
  auto* made = template_.make<Attribute>(join(object->span, token.span));
  made->object = object;
  made->origin = origin(Origin::Reason::attribute, token.span, token.text);
  made->origin.object = object->span;
  return made;
}

Expr* Parser::subscript(Expr* object) {
  const Span open = advance().span;
  auto* made = template_.make<Subscript>(join(object->span, open));
  made->object = object;
  made->index = subscript_index();
  if (at_sign(",") && !panic_) {
    auto* several = template_.make<ListExpr>(made->index->span);
    several->is_tuple = true;
    several->items.push_back(made->index);
    while (!panic_ && skip_sign(",")) several->items.push_back(subscript_index());
    made->index = several;
  }
  made->span = join(object->span, current().span);
  made->origin =
      origin(Origin::Reason::item, made->index->span, template_.source.slice(made->index->span));
  made->origin.object = object->span;
  expect_sign("]");
  return made;
}

/// An expression, or a slice "start:stop:step" with any part left out.
Expr* Parser::subscript_index() {
  const Span start = current().span;
  const auto part = [this]() -> Expr* {
    return at_sign(":") || at_sign("]") || at_sign(",") ? nullptr : expression();
  };
  Expr* first = part();
  if (!at_sign(":")) {
    if (first == nullptr) unexpected(msg::token_expression{});
    return first == nullptr ? nothing(start) : first;
  }
  auto* made = template_.make<Slice>(start);
  made->start = first;
  advance();
  made->stop = part();
  if (skip_sign(":")) made->step = part();
  made->span = Span{start.offset, current().span.offset - start.offset};
  return made;
}

void Parser::argument(Arguments& out, std::unordered_set<std::string_view>& named) {
  const Span span = current().span;
  const auto ordered = [&](bool good) {
    if (!good) refuse(msg::template_argument_order{}, span);
  };
  if (skip_sign("*")) {
    ordered(out.splat == nullptr && out.splat_named == nullptr);
    out.splat = expression();
  } else if (skip_sign("**")) {
    ordered(out.splat_named == nullptr);
    out.splat_named = expression();
  } else if (current().kind == TokenKind::name && ahead().is_sign("=")) {
    ordered(out.splat_named == nullptr);
    const std::string_view key = advance().text;
    advance();
    if (!named.insert(key).second) refuse(msg::template_argument_twice{.name = key}, span);
    out.named.emplace_back(key, expression());
  } else {
    ordered(out.splat == nullptr && out.splat_named == nullptr && out.named.empty());
    out.positional.push_back(expression());
  }
}

void Parser::arguments(Arguments& out) {
  expect_sign("(");
  std::unordered_set<std::string_view> named;
  while (!panic_ && !at_sign(")")) {
    argument(out, named);
    if (!skip_sign(",")) break;
  }
  expect_sign(")");
}

Expr* Parser::call(Expr* callee) {
  auto* made = template_.make<CallExpr>(callee->span);
  made->callee = callee;
  arguments(made->arguments);
  made->span = join(callee->span, tokens_[position_ - 1].span);
  return made;
}

std::string_view Parser::dotted_name(Span& span) {
  span = current().span;
  expect_identifier();
  while (!panic_ && skip_sign(".")) {
    span = join(span, current().span);
    expect_identifier();
  }
  return template_.source.slice(span);
}

Expr* Parser::filter(Expr* input) {
  auto* made = template_.make<FilterExpr>(current().span);
  made->input = input;
  made->name = dotted_name(made->name_span);
  if (at_sign("(") && !panic_) arguments(made->arguments);
  const Span last = tokens_[position_ - 1].span;
  made->span = join(input != nullptr ? input->span : made->name_span, last);
  made->origin = origin(Origin::Reason::item, made->span, made->name);
  for (const auto& [name, value] : made->arguments.named) {
    const auto* literal = node_if<Literal>(value);
    const bool asks = made->name == "map" && name == "attribute" && input != nullptr;
    if (!asks || literal == nullptr || !literal->value.is_string()) continue;
    made->origin = origin(Origin::Reason::mapped, literal->span, literal->value.text());
    made->origin.object = input->span;
  }
  return made;
}

/// One filter or several with "|" between them; `start_inline`: the first has no "|" before it.
Expr* Parser::filters(Expr* input, bool start_inline) {
  for (int links = 0; !panic_ && (start_inline || at_sign("|")); ++links) {
    if (links > kLongest) refuse(msg::template_too_deep{.limit = kLongest}, current().span);
    if (!start_inline) advance();
    start_inline = false;
    input = filter(input);
  }
  return input;
}

Expr* Parser::test(Expr* input) {
  advance();
  const bool negated = skip_name("not");
  auto* made = template_.make<TestExpr>(input->span);
  made->input = input;
  made->name = dotted_name(made->name_span);
  const Token& next = current();
  const bool plain = next.kind == TokenKind::string || next.kind == TokenKind::integer ||
                     next.kind == TokenKind::floating || at_sign("[") || at_sign("{");
  const bool named = next.kind == TokenKind::name && !goes_on(next.text);
  if (panic_) {
    // nothing more to read
  } else if (at_sign("(")) {
    arguments(made->arguments);
  } else if (at_name("is")) {
    refuse(msg::template_chained_test{}, next.span);
  } else if (plain || named) {
    made->arguments.positional.push_back(postfix(primary()));
  }
  made->span = join(input->span, tokens_[position_ - 1].span);
  if (!negated) return made;
  auto* no = template_.make<Negation>(made->span);
  no->operand = made;
  return no;
}

}  // namespace huice::tmpl
