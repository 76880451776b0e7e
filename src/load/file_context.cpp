// SPDX-License-Identifier: Apache-2.0
#include "load/file_context.h"

#include "base/hidden_characters.h"
#include "base/utf8.h"

namespace huice::load {

model::Place FileContext::place(std::size_t offset) const {
  const LineColumn where = source_.line_column(offset);
  return model::Place{file_, where.line, where.column};
}

void FileContext::report(Message message, Span span, std::string suggestion) {
  Diagnostic found = problem(std::move(message), source_.at(span.offset, span.length));
  found.suggestion = std::move(suggestion);
  problems_.add(std::move(found));
}

void FileContext::read_scalar(const model::Shape& shape, void* target, std::string_view key,
                              std::string_view token, Span span, const Argument& if_empty) {
  const model::Place where = place(span.offset);
  const model::ScalarForm& scalar = *shape.scalar();
  const std::string plain = scalar.plain != nullptr ? scalar.plain(token) : std::string();
  const std::string_view text = scalar.plain != nullptr ? std::string_view(plain) : token;
  const auto refused = scalar.parse(target, model::Token{text, where});
  if (refused) {
    std::string suggestion = scalar.suggest != nullptr ? scalar.suggest(token) : std::string();
    report(Message::of(*refused, {{"field", key},
                                  {"text", token},
                                  {"choices", scalar.shown_choices},
                                  {"wanted", shape.name},
                                  {"found", token},
                                  {"example", written_example(shape)},
                                  {"remedy", if_empty}}),
           span, std::move(suggestion));
    return;
  }
  // Pieces of JSON and rules are looked at text by text (json_file.cpp); what is written in several
  // forms has no place for such characters but around it, where they are taken away.
  const bool in_one_form = scalar.plain == nullptr && scalar.kind == model::ScalarForm::Kind::text;
  if (in_one_form) check_characters(key, token, span, scalar.peek_prose == nullptr);
  const auto doubted = scalar.doubt != nullptr ? scalar.doubt(target) : std::nullopt;
  if (doubted) report(Message::of(*doubted, {{"text", token}}), span);
  if (scalar.refers_to != model::RefKind::none) {
    references_.push_back(Reference{scalar.refers_to, std::string(token), where, std::string(key)});
  }
}

// A JSON string may hold it as an escape; any other text holds its bytes.
Span FileContext::written(const OddCharacter& one, Span span) const {
  const std::string_view text = source_.text();
  if (span.offset < text.size() && text[span.offset] == '"' && !source_.file().ends_with(".csv")) {
    return written_in_json(one, text, span);
  }
  std::string bytes;
  utf8::append(bytes, one.code_point);
  const std::size_t at = text.substr(span.offset, span.length).find(bytes);
  return at == std::string_view::npos ? span : Span{span.offset + at, bytes.size()};
}

void FileContext::check_characters(std::string_view key, std::string_view text, Span span,
                                   bool one_line) {
  const OddCharacters found = odd_characters(text, one_line);
  if (found.refused && found.refused->what == Oddity::line_break) {
    report(msg::line_break{.field = key}, written(*found.refused, span));
  } else if (found.refused) {
    report(msg::control_character{.field = key,
                                  .character = code_point_name(found.refused->code_point)},
           written(*found.refused, span));
  }
  if (found.hidden) report(hidden_message(key, *found.hidden), written(*found.hidden, span));
}

namespace {

std::string example_of(const model::ScalarForm& scalar) {
  const bool bare = scalar.kind == model::ScalarForm::Kind::number ||
                    scalar.kind == model::ScalarForm::Kind::boolean ||
                    scalar.kind == model::ScalarForm::Kind::json;
  if (bare) return std::string(scalar.example);
  return "\"" + std::string(scalar.example.empty() ? "…" : scalar.example) + "\"";
}

// Of an object that needs none of its members, one shows how they are written.
std::string first_member(const model::ObjectForm& object) {
  for (const model::Field& field : object.fields) {
    const auto* scalar = field.shape->scalar();
    if (scalar != nullptr) return "\"" + std::string(field.key) + "\": " + example_of(*scalar);
  }
  return "…";
}

}  // namespace

std::string written_example(const model::Shape& shape) {
  if (const auto* scalar = shape.scalar()) return example_of(*scalar);
  if (const auto* list = shape.list()) return "[" + written_example(*list->element) + "]";
  std::string members;
  for (const model::Field& field : shape.object()->fields) {
    if (field.presence == model::Presence::optional) continue;
    const auto* scalar = field.shape->scalar();
    const std::string value = scalar != nullptr                ? example_of(*scalar)
                              : field.shape->list() != nullptr ? "[…]"
                                                               : "{…}";
    members += (members.empty() ? "\"" : ", \"") + std::string(field.key) + "\": " + value;
  }
  if (members.empty()) members = first_member(*shape.object());
  return "{" + members + "}";
}

}  // namespace huice::load
