// SPDX-License-Identifier: Apache-2.0
#include "logic/condition/vocabulary.h"

#include "base/half_width.h"
#include "base/utf8.h"

namespace huice::logic {
namespace {

bool is_quotation_mark(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'“' || c == U'”' || c == U'‘' || c == U'’';
}

// Moves `at` behind the quotation marks there; returns how many there were.
std::size_t skip_marks(std::string_view text, std::size_t& at) {
  std::size_t count = 0;
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_quotation_mark(half_width(utf8::decode(text, next)))) break;
    at = next;
    ++count;
  }
  return count;
}

}  // namespace

std::size_t length_of_name(std::string_view text, std::size_t at, std::string_view name) {
  const std::size_t start = at;
  std::size_t marks = skip_marks(text, at);
  std::size_t in_name = 0;
  bool any = false;
  for (skip_marks(name, in_name); in_name < name.size(); skip_marks(name, in_name)) {
    if (any) marks += skip_marks(text, at);
    if (at >= text.size()) return 0;
    if (half_width(utf8::decode(text, at)) != half_width(utf8::decode(name, in_name))) return 0;
    any = true;
  }
  if (!any) return 0;
  // The mark that closes one that was opened within the name.
  if (std::size_t next = at; marks % 2 == 1 && skip_marks(text, next) > 0) {
    utf8::decode(text, at);
  }
  return at - start;
}

bool are_alike(std::string_view a, std::string_view b) {
  return !a.empty() && length_of_name(a, 0, b) == a.size();
}

std::optional<FoundName> longest_name(std::string_view text, std::size_t at,
                                      const std::vector<std::string_view>& names) {
  std::optional<FoundName> best;
  bool exact = false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t length = length_of_name(text, at, names[i]);
    if (length == 0 || (best && length < best->length)) continue;
    const bool to_the_letter = text.substr(at, length) == names[i];
    if (!best || length > best->length || (to_the_letter && !exact)) {
      best = FoundName{i, length, std::nullopt};
      exact = to_the_letter;
    } else if (to_the_letter == exact) {
      best->other = i;
    }
  }
  return best;
}

}  // namespace huice::logic
