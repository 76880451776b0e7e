// SPDX-License-Identifier: Apache-2.0
#include "load/file_context.h"

#include "base/spelling.h"

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
                              std::string_view token, Span span) {
  const model::Place where = place(span.offset);
  const model::ScalarForm& scalar = *shape.scalar();
  const auto refused = scalar.parse(target, model::Token{token, where});
  if (refused) {
    std::string suggestion;
    if (!scalar.choices.empty()) suggestion = nearest(token, scalar.choices);
    if (scalar.suggest != nullptr) suggestion = scalar.suggest(token);
    report(Message::of(*refused, {{"field", key},
                                  {"text", token},
                                  {"choices", Argument::list(scalar.choices)},
                                  {"wanted", shape.name},
                                  {"found", token}}),
           span, std::move(suggestion));
    return;
  }
  if (scalar.refers_to != model::RefKind::none) {
    references_.push_back(Reference{scalar.refers_to, std::string(token), where, std::string(key)});
  }
}

}  // namespace huice::load
