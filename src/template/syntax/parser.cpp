// SPDX-License-Identifier: Apache-2.0
// The parser's ground: stepping through tokens, reporting a problem once a tag, and bodies with the
// tags that end them. Statements and expressions are in files of their own.

#include "template/syntax/parser.h"

#include "base/messages/template_syntax.h"
#include "base/spelling.h"

#include <algorithm>

namespace huice::tmpl {
namespace {

Argument describe_token(const Token& token) {
  switch (token.kind) {
    case TokenKind::variable_end:
    case TokenKind::block_end:
      return msg::token_tag_end{};
    case TokenKind::end:
      return msg::token_file_end{};
    case TokenKind::string:
      return msg::token_text{};
    default:
      return "“" + std::string(token.text) + "”";
  }
}

}  // namespace

void Parser::run() {
  body_until(template_.root.body, Open{});
  template_.root.name = template_.source.name;
  template_.root.home = &template_;
}

const Token& Parser::ahead() const {
  return tokens_[std::min(position_ + 1, tokens_.size() - 1)];
}

const Token& Parser::advance() {
  const Token& token = tokens_[position_];
  if (position_ + 1 < tokens_.size()) ++position_;
  return token;
}

bool Parser::at_tag_end() const {
  const TokenKind kind = current().kind;
  return kind == TokenKind::block_end || kind == TokenKind::variable_end || kind == TokenKind::end;
}

bool Parser::skip_sign(std::string_view sign) {
  if (!at_sign(sign)) return false;
  advance();
  return true;
}

bool Parser::skip_name(std::string_view name) {
  if (!at_name(name)) return false;
  advance();
  return true;
}

void Parser::expect_sign(std::string_view sign) {
  if (!skip_sign(sign)) unexpected("“" + std::string(sign) + "”");
}

void Parser::expect_name(std::string_view name) {
  if (!skip_name(name)) unexpected("“" + std::string(name) + "”");
}

std::string_view Parser::expect_identifier() {
  if (current().kind == TokenKind::name) return advance().text;
  unexpected(msg::token_name{});
  return {};
}

void Parser::unexpected(const Argument& wanted) {
  const Token& token = current();
  if (token.kind == TokenKind::bad) panic_ = true;  // the lexer has reported it
  refuse(msg::template_syntax{.wanted = wanted, .found = describe_token(token)}, token.span);
}

void Parser::refuse(Message message, Span span, std::string suggestion) {
  if (panic_ || gave_up_) return;
  panic_ = true;
  Diagnostic found = problem(std::move(message), template_.source.at(span));
  found.suggestion = std::move(suggestion);
  problems_.add(std::move(found));
}

/// Leaves the rest of the file unread. Tags within each other too deep are one mistake, however
/// many they are; reading on would nest as deep.
void Parser::give_up() {
  gave_up_ = true;
  position_ = tokens_.size() - 1;
}

/// Ends a block tag; after a problem, wherever the tag ends.
void Parser::end_tag() {
  skip_sign(":");  // Jinja allows a colon here, as Python does
  if (!panic_ && current().kind != TokenKind::block_end) unexpected(msg::token_tag_end{});
  while (!at_tag_end()) advance();
  if (current().kind == TokenKind::block_end) advance();
  panic_ = false;
}

Body Parser::body(std::string_view tag, Span span, Names ends) {
  end_tag();
  open_.push_back({tag, span, std::move(ends)});
  Body out;
  const Open open = open_.back();
  body_until(out, open);
  open_.pop_back();
  return out;
}

Body Parser::body_to(std::string_view tag, Span span, std::string_view end) {
  Body out = body(tag, span, {end});
  if (at_name(end)) advance();
  return out;
}

bool Parser::closes_outer(std::string_view name) const {
  return std::any_of(open_.begin(), open_.end(), [name](const Open& open) {
    return std::find(open.ends.begin(), open.ends.end(), name) != open.ends.end();
  });
}

// Leaves the ending tag's name as the current token; where an outer tag's end comes first, reports
// the open tag and leaves that end to the outer one, standing at "{%".
void Parser::body_until(Body& out, const Open& open) {
  while (current().kind != TokenKind::end) {
    const Token& token = current();
    if (token.kind == TokenKind::data) {
      auto* text = template_.make<TextStatement>(token.span);
      text->text = advance().text;
      out.push_back(text);
    } else if (token.kind == TokenKind::variable_begin) {
      output(out, advance().span);
    } else if (token.kind != TokenKind::block_begin) {
      advance();
    } else {
      const Token& name = ahead();
      const bool ends = name.kind == TokenKind::name &&
                        std::find(open.ends.begin(), open.ends.end(), name.text) != open.ends.end();
      if (ends) return static_cast<void>(advance());
      if (name.kind == TokenKind::name && closes_outer(name.text)) break;
      const Span start = advance().span;
      if (Statement* made = statement(start)) out.push_back(made);
      if (!unended_) end_tag();
      if (unended_) panic_ = false;
      unended_ = false;
    }
  }
  if (!open.tag.empty()) {
    panic_ = false;
    refuse(msg::template_missing_end{.name = open.tag, .end = "end" + std::string(open.tag)},
           open.span);
    panic_ = true;  // nothing more is said of this tag
    unended_ = true;
  }
}

void Parser::output(Body& out, Span open) {
  auto* made = template_.make<Output>(open);
  made->value = tuple(true);
  if (!panic_ && current().kind != TokenKind::variable_end) unexpected(msg::token_tag_end{});
  while (!at_tag_end()) advance();
  made->span = join(open, current().span);
  if (current().kind == TokenKind::variable_end) advance();
  panic_ = false;
  out.push_back(made);
}

void Parser::stray_end(const Token& name) {
  const std::string tag(name.text.substr(0, 3) == "end" ? name.text.substr(3) : name.text);
  if (unknown_tags_.contains(tag)) {
    panic_ = true;
    return;
  }
  const std::string inside = open_.empty() ? std::string("nothing") : std::string(open_.back().tag);
  refuse(msg::template_stray_end{.name = name.text, .open = inside}, name.span);
}

Statement* Parser::unknown_tag(const Token& name) {
  static const std::vector<std::string_view> kTags{
      "for",       "if",       "set",     "with",     "autoescape", "filter",  "break",
      "continue",  "macro",    "call",    "block",    "extends",    "include", "import",
      "from",      "raw",      "endfor",  "endif",    "endset",     "endwith", "endautoescape",
      "endfilter", "endmacro", "endcall", "endblock", "elif",       "else"};
  if (std::find(kTags.begin(), kTags.end(), name.text) != kTags.end() || name.text == "endraw") {
    stray_end(name);
    return nullptr;
  }
  if (name.text.starts_with("end")) {
    const std::string tag(name.text.substr(3));
    if (unknown_tags_.contains(tag)) {
      panic_ = true;
      return nullptr;
    }
  }
  unknown_tags_.emplace(name.text);
  refuse(msg::template_unknown_tag{.name = name.text}, name.span,
         std::string(nearest(name.text, kTags)));
  return nullptr;
}

Expr* Parser::nothing(Span span) {
  return template_.make<Literal>(span);
}

Origin Parser::origin(Origin::Reason reason, Span span, std::string_view name) const {
  return {&template_.source, span, reason, name};
}

}  // namespace huice::tmpl
