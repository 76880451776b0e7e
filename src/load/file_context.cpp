// SPDX-License-Identifier: Apache-2.0
#include "load/file_context.h"

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
  const auto doubted = scalar.doubt != nullptr ? scalar.doubt(target) : std::nullopt;
  if (doubted) report(Message::of(*doubted, {{"text", token}}), span);
  if (scalar.refers_to != model::RefKind::none) {
    references_.push_back(Reference{scalar.refers_to, std::string(token), where, std::string(key)});
  }
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
