// SPDX-License-Identifier: Apache-2.0
#include "load/file_context.h"

#include "base/spelling.h"

namespace huice::load {
namespace {

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

}  // namespace

model::Place FileContext::place(std::size_t offset) const {
  const LineColumn where = source_.line_column(offset);
  return model::Place{file_, where.line, where.column};
}

void FileContext::report(Code code, Span span, std::vector<std::string> arguments,
                         std::string suggestion) {
  Diagnostic found = problem(code, source_.at(span.offset, span.length), std::move(arguments));
  found.suggestion = std::move(suggestion);
  problems_.add(std::move(found));
}

void FileContext::read_scalar(const model::Shape& shape, void* target, std::string_view key,
                              std::string_view token, Span span) {
  const model::Place where = place(span.offset);
  const auto refused = shape.parse(target, model::Token{token, where});
  if (refused) {
    std::string suggestion;
    if (!shape.choices.empty()) suggestion = nearest(token, shape.choices);
    if (shape.suggest != nullptr) suggestion = shape.suggest(token);
    report(*refused, span, {std::string(key), std::string(token), joined(shape.choices)},
           std::move(suggestion));
    return;
  }
  if (shape.refers_to != model::RefKind::none) {
    references_.push_back(Reference{shape.refers_to, std::string(token), where, std::string(key)});
  }
}

}  // namespace huice::load
