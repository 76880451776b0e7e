// SPDX-License-Identifier: Apache-2.0
// Expressions from the loosest operator to the literals; parser.h shows the grammar.

#include "base/messages/template_syntax.h"
#include "template/syntax/parser.h"

#include <algorithm>
#include <array>
#include <string>

namespace huice::tmpl {
namespace {

constexpr int kDeepest = 200;
constexpr int kLongest = 1000;  // operators of one kind in a row: each is a level when evaluated

}  // namespace

// Whether one more operator may follow so many.
bool Parser::may_link(int& links) {
  if (panic_) return false;
  if (++links > kLongest) refuse(msg::template_too_deep{.limit = kLongest}, current().span);
  return !panic_;
}

Expr* Parser::expression() {
  if (++depth_ > kDeepest) refuse(msg::template_too_deep{.limit = kDeepest}, current().span);
  Expr* value = panic_ ? nothing(current().span) : either();
  for (int links = 0; at_name("if") && may_link(links);) {
    advance();
    auto* made = template_.make<Conditional>(value->span);
    made->then = value;
    made->condition = either();
    if (skip_name("else")) made->otherwise = expression();
    Expr* last = made->otherwise != nullptr ? made->otherwise : made->condition;
    made->span = join(value->span, last->span);
    made->origin = origin(Origin::Reason::condition, made->span, {});
    value = made;
  }
  --depth_;
  return value;
}

Expr* Parser::either() {
  Expr* left = both();
  for (int links = 0; at_name("or") && may_link(links);) {
    advance();
    Expr* right = both();
    auto* made = template_.make<Logic>(join(left->span, right->span));
    made->left = left;
    made->right = right;
    left = made;
  }
  return left;
}

Expr* Parser::both() {
  Expr* left = negation();
  for (int links = 0; at_name("and") && may_link(links);) {
    advance();
    Expr* right = negation();
    auto* made = template_.make<Logic>(join(left->span, right->span));
    made->is_and = true;
    made->left = left;
    made->right = right;
    left = made;
  }
  return left;
}

Expr* Parser::negation() {
  if (!at_name("not")) return comparison();
  const Span start = advance().span;
  if (++depth_ > kDeepest) refuse(msg::template_too_deep{.limit = kDeepest}, start);
  auto* made = template_.make<Negation>(start);
  made->operand = panic_ ? nothing(start) : negation();
  made->span = join(start, made->operand->span);
  --depth_;
  return made;
}

bool Parser::compare_operator(CompareOp& op) {
  static constexpr std::array<std::pair<std::string_view, CompareOp>, 6> kSigns{{
      {"==", CompareOp::equal},
      {"!=", CompareOp::not_equal},
      {"<", CompareOp::less},
      {"<=", CompareOp::less_equal},
      {">", CompareOp::greater},
      {">=", CompareOp::greater_equal},
  }};
  for (const auto& [sign, meaning] : kSigns) {
    if (!skip_sign(sign)) continue;
    op = meaning;
    return true;
  }
  if (skip_name("in")) {
    op = CompareOp::in;
    return true;
  }
  if (!at_name("not") || !ahead().is_name("in")) return false;
  advance();
  advance();
  op = CompareOp::not_in;
  return true;
}

Expr* Parser::comparison() {
  Expr* first = sum();
  CompareOp op{};
  if (panic_ || !compare_operator(op)) return first;
  auto* made = template_.make<Compare>(first->span);
  made->first = first;
  do {
    made->rest.emplace_back(op, sum());
  } while (!panic_ && compare_operator(op));
  made->span = join(first->span, made->rest.back().second->span);
  return made;
}

Expr* Parser::sum() {
  Expr* left = concat();
  for (int links = 0; (at_sign("+") || at_sign("-")) && may_link(links);) {
    auto* made = template_.make<Binary>(left->span);
    made->op = advance().text == "+" ? BinaryOp::add : BinaryOp::subtract;
    made->left = left;
    made->right = concat();
    made->span = join(left->span, made->right->span);
    left = made;
  }
  return left;
}

Expr* Parser::concat() {
  Expr* first = product();
  if (panic_ || !at_sign("~")) return first;
  auto* made = template_.make<Concat>(first->span);
  made->parts.push_back(first);
  while (!panic_ && skip_sign("~")) made->parts.push_back(product());
  made->span = join(first->span, made->parts.back()->span);
  return made;
}

Expr* Parser::product() {
  static constexpr std::array<std::pair<std::string_view, BinaryOp>, 4> kSigns{{
      {"*", BinaryOp::multiply},
      {"/", BinaryOp::divide},
      {"//", BinaryOp::floor_divide},
      {"%", BinaryOp::modulo},
  }};
  Expr* left = power();
  for (int links = 0;;) {
    const auto* found = std::find_if(kSigns.begin(), kSigns.end(),
                                     [this](const auto& sign) { return at_sign(sign.first); });
    if (found == kSigns.end() || !may_link(links)) break;
    advance();
    auto* made = template_.make<Binary>(left->span);
    made->op = found->second;
    made->left = left;
    made->right = power();
    made->span = join(left->span, made->right->span);
    left = made;
  }
  return left;
}

Expr* Parser::power() {
  Expr* left = unary(true);
  for (int links = 0; at_sign("**") && may_link(links);) {
    advance();
    auto* made = template_.make<Binary>(left->span);
    made->op = BinaryOp::power;
    made->left = left;
    made->right = unary(true);
    made->span = join(left->span, made->right->span);
    left = made;
  }
  return left;
}

Expr* Parser::unary(bool with_filters) {
  Expr* value = nullptr;
  if (at_sign("-") && ahead().only_negative) {
    const Token& sign = advance();
    const Token& number = advance();
    value = constant(join(sign.span, number.span), number.integer);
  } else if (at_sign("-") || at_sign("+")) {
    const Token& sign = advance();
    if (++depth_ > kDeepest) refuse(msg::template_too_deep{.limit = kDeepest}, sign.span);
    auto* made = template_.make<Unary>(sign.span);
    made->op = sign.text == "-" ? UnaryOp::minus : UnaryOp::plus;
    made->operand = panic_ ? nothing(sign.span) : unary(false);
    made->span = join(sign.span, made->operand->span);
    value = made;
    --depth_;
  } else {
    value = primary();
  }
  value = postfix(value);
  return with_filters ? filters_and_tests(value) : value;
}

Expr* Parser::constant(Span span, Value value) {
  auto* made = template_.make<Literal>(span);
  made->value = std::move(value);
  return made;
}

Expr* Parser::primary() {
  const Token& token = current();
  switch (token.kind) {
    case TokenKind::name:
      return name_or_constant();
    case TokenKind::string:
      return string_literal();
    case TokenKind::integer:
      if (token.only_negative) refuse(msg::template_bad_number{.text = token.text}, token.span);
      return constant(advance().span, token.integer);
    case TokenKind::floating:
      return constant(advance().span, token.floating);
    default:
      break;
  }
  if (at_sign("(")) return parenthesized();
  if (at_sign("[")) return list_literal();
  if (at_sign("{")) return dict_literal();
  unexpected(msg::token_expression{});
  return nothing(token.span);
}

Expr* Parser::name_or_constant() {
  const Token& token = advance();
  if (token.text == "true" || token.text == "True") return constant(token.span, true);
  if (token.text == "false" || token.text == "False") return constant(token.span, false);
  if (token.text == "none" || token.text == "None") return constant(token.span, nullptr);
  auto* made = template_.make<Name>(token.span);
  made->symbol = symbols_.intern(token.text);
  made->origin = origin(Origin::Reason::name, token.span, token.text);
  return made;
}

// Neighbouring literals are one text, as in Python.
Expr* Parser::string_literal() {
  const Token& first = advance();
  auto* made = template_.make<Literal>(first.span);
  if (current().kind != TokenKind::string) {
    made->value = Value::borrow(first.text);
    return made;
  }
  std::string joined(first.text);
  while (current().kind == TokenKind::string) {
    made->span = join(first.span, current().span);
    joined += advance().text;
  }
  made->value = Value::borrow(std::string_view(template_.strings.emplace_back(joined)));
  return made;
}

Expr* Parser::parenthesized() {
  const Span open = advance().span;
  auto* made = template_.make<ListExpr>(open);
  made->is_tuple = true;
  bool comma = false;
  while (!panic_ && !at_sign(")")) {
    made->items.push_back(expression());
    if (!skip_sign(",")) break;
    comma = true;
  }
  expect_sign(")");
  if (made->items.size() == 1 && !comma) return made->items.front();
  return made;
}

/// Expressions with commas between them make a tuple; `end_name` may follow the last comma.
Expr* Parser::tuple(bool with_condition, std::string_view end_name) {
  const Level level = with_condition ? &Parser::expression : &Parser::without_condition;
  Expr* first = (this->*level)();
  if (panic_ || !at_sign(",")) return first;
  auto* made = template_.make<ListExpr>(first->span);
  made->is_tuple = true;
  made->items.push_back(first);
  while (!panic_ && skip_sign(",")) {
    if (at_tag_end() || (!end_name.empty() && at_name(end_name))) break;
    made->items.push_back((this->*level)());
  }
  made->span = join(first->span, made->items.back()->span);
  return made;
}

Expr* Parser::list_literal() {
  auto* made = template_.make<ListExpr>(advance().span);
  while (!panic_ && !at_sign("]")) {
    made->items.push_back(expression());
    if (!skip_sign(",")) break;
  }
  made->span = join(made->span, current().span);
  expect_sign("]");
  return made;
}

Expr* Parser::dict_literal() {
  auto* made = template_.make<DictExpr>(advance().span);
  while (!panic_ && !at_sign("}")) {
    Expr* key = expression();
    expect_sign(":");
    made->entries.emplace_back(key, expression());
    if (!skip_sign(",")) break;
  }
  made->span = join(made->span, current().span);
  expect_sign("}");
  return made;
}

}  // namespace huice::tmpl
