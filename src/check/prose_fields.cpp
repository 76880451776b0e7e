// SPDX-License-Identifier: Apache-2.0
#include "check/prose_fields.h"

#include <algorithm>

namespace huice::check {
namespace {

void blank(std::string& text, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < std::min(to, text.size()); ++i) text[i] = ' ';
}

// From each `open` up to and including the next `close`.
void blank_between(std::string& text, std::string_view open, std::string_view close) {
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    const std::size_t end = text.find(close, at + open.size());
    if (end == std::string::npos) return;
    blank(text, at, end + close.size());
  }
}

}  // namespace

std::vector<prose::Citation> citations_of(const ProseField& field, const model::Library& library) {
  return prose::citations(field.prose->markdown, library);
}

std::string words_of(const ProseField& field, const std::vector<prose::Citation>& citations) {
  std::string text = field.prose->markdown;
  for (const prose::Citation& one : citations) blank(text, one.offset, one.offset + one.length);
  blank_between(text, "`", "`");
  blank_between(text, "](", ")");
  blank_between(text, "<http", ">");
  return text;
}

}  // namespace huice::check
