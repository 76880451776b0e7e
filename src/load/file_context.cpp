// SPDX-License-Identifier: Apache-2.0
#include "load/file_context.h"

#include "base/spelling.h"
#include "base/utf8.h"

namespace huice::load {

model::Place FileContext::place(std::size_t offset) {
  const std::string_view text = text_.text();
  if (offset < line_start_) cursor_ = 0, line_start_ = 0, line_ = 1;
  if (offset < cursor_) cursor_ = line_start_;
  while (true) {
    const std::size_t next = text.substr(0, offset).find('\n', cursor_);
    if (next == std::string_view::npos) break;
    ++line_;
    line_start_ = next + 1;
    cursor_ = line_start_;
  }
  cursor_ = offset;
  const auto column = utf8::count(text.substr(line_start_, offset - line_start_)) + 1;
  return model::Place{file_, line_, static_cast<std::uint32_t>(column)};
}

void FileContext::report(Message message, Span span, std::string suggestion) {
  Diagnostic found = problem(std::move(message), text_.at(span.offset, span.length));
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
