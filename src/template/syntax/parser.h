// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tokens -> tree, with Jinja's grammar and precedence:
//   expression  := or ["if" or ["else" expression]]        or := and {"or" and}
//   and         := not {"and" not}                          not := "not" not | compare
//   compare     := sum {(== != < <= > >= | [not] in) sum}   sum := concat {(+ -) concat}
//   concat      := product {"~" product}                    product := power {(* / // %) power}
//   power       := unary {"**" unary}
//   unary       := (- +) unary-without-filters | primary {postfix} {"|" filter | "is" test}
// A problem ends its tag, not the file: the parser goes on after the tag.

#include "template/syntax/lexer.h"
#include "template/syntax/template.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace huice::tmpl {

class Parser {
 public:
  Parser(Template& into, std::vector<Token> tokens, Symbols& symbols, Diagnostics& problems)
      : template_(into), tokens_(std::move(tokens)), symbols_(symbols), problems_(problems) {}

  /// Fills template_.root and template_.blocks. Reports every problem.
  void run();

 private:
  using Names = std::vector<std::string_view>;
  using Level = Expr* (Parser::*)();

  /// An open tag and the tags that may end or continue it.
  struct Open {
    std::string_view tag;
    Span span;
    Names ends;
  };

  // parser.cpp: tokens, recovery, bodies
  const Token& current() const { return tokens_[position_]; }
  const Token& ahead() const;
  const Token& advance();
  bool at_sign(std::string_view sign) const { return current().is_sign(sign); }
  bool at_name(std::string_view name) const { return current().is_name(name); }
  bool at_tag_end() const;
  bool skip_sign(std::string_view sign);
  bool skip_name(std::string_view name);
  void expect_sign(std::string_view sign);
  void expect_name(std::string_view name);
  std::string_view expect_identifier();
  void unexpected(const Argument& wanted);
  void refuse(Message message, Span span, std::string suggestion = {});
  void give_up();
  void end_tag();
  Body body(std::string_view tag, Span span, Names ends);
  void body_until(Body& out, const Open& open);
  Body body_to(std::string_view tag, Span span, std::string_view end);
  bool closes_outer(std::string_view name) const;
  void stray_end(const Token& name);
  void output(Body& out, Span open);

  // parser_statement.cpp, parser_definition.cpp
  Statement* statement(Span open);
  Statement* unknown_tag(const Token& name);
  Statement* loop(Span open);
  Statement* condition(Span open);
  Statement* set(Span open);
  Statement* with(Span open);
  Statement* autoescape(Span open);
  Statement* filter_block(Span open);
  Statement* loop_break(Span open);
  Statement* loop_continue(Span open);
  Statement* macro(Span open);
  Statement* call_block(Span open);
  Statement* block(Span open);
  Statement* extends(Span open);
  Statement* include(Span open);
  Statement* import(Span open);
  Statement* from_import(Span open);
  void signature(MacroFunction& function);
  bool context_clause(bool otherwise);
  void note_reference(Expr* name);
  Target target(bool with_namespace);
  Target target_part();
  Target name_target();

  // parser_expression.cpp, parser_postfix.cpp
  bool may_link(int& links);
  Expr* expression();
  Expr* without_condition() { return either(); }
  Expr* tuple(bool with_condition, std::string_view end_name = {});
  Expr* parenthesized();
  Expr* either();
  Expr* both();
  Expr* negation();
  Expr* comparison();
  bool compare_operator(CompareOp& op);
  Expr* sum();
  Expr* concat();
  Expr* product();
  Expr* power();
  Expr* unary(bool with_filters);
  Expr* primary();
  Expr* name_or_constant();
  Expr* string_literal();
  Expr* list_literal();
  Expr* dict_literal();
  Expr* postfix(Expr* node);
  Expr* filters_and_tests(Expr* node);
  Expr* attribute(Expr* object);
  Expr* subscript(Expr* object);
  Expr* subscript_index();
  Expr* call(Expr* callee);
  Expr* filter(Expr* input);
  Expr* filters(Expr* input, bool start_inline);
  Expr* test(Expr* input);
  void arguments(Arguments& out);
  void argument(Arguments& out, std::unordered_set<std::string_view>& named);
  std::string_view dotted_name(Span& span);
  Expr* nothing(Span span);
  Origin origin(Origin::Reason reason, Span span, std::string_view name) const;
  Expr* constant(Span span, Value value);

  Template& template_;
  std::vector<Token> tokens_;
  Symbols& symbols_;
  Diagnostics& problems_;
  std::size_t position_ = 0;
  bool unended_ = false;  ///< an open tag was left at the "{%" that ends an outer one
  bool panic_ = false;    ///< this tag has a reported problem: nothing more is said of it
  bool gave_up_ = false;  ///< the rest of the file was not read: nothing more is said at all
  std::vector<Open> open_;
  std::unordered_set<std::string> unknown_tags_;
  std::unordered_set<Symbol> blocks_;
  int loop_depth_ = 0;
  int depth_ = 0;  ///< of nested expressions and tags
};

}  // namespace huice::tmpl
