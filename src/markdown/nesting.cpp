// SPDX-License-Identifier: Apache-2.0
#include "markdown/nesting.h"

#include "base/ascii.h"

#include <algorithm>

namespace huice::markdown {
namespace {

/// The length of the block marker at `at`, or 0.
std::size_t marker_length(std::string_view line, std::size_t at) {
  if (line[at] == '>') return 1;
  std::size_t length = 0;
  while (at + length < line.size() && ascii::is_digit(line[at + length])) ++length;
  if (at + length == line.size()) return 0;
  const char mark = line[at + length];
  const bool is_number = length > 0 && (mark == '.' || mark == ')');
  const bool is_bullet = length == 0 && (mark == '-' || mark == '+' || mark == '*');
  if (!is_number && !is_bullet) return 0;
  ++length;
  return at + length == line.size() || ascii::is_space_or_tab(line[at + length]) ? length : 0;
}

std::optional<std::size_t> excessive_markers(std::string_view line, int max_markers) {
  std::size_t at = 0;
  for (int markers = 0;; ++markers) {
    while (at < line.size() && ascii::is_space_or_tab(line[at])) ++at;
    if (at == line.size()) return std::nullopt;
    const std::size_t length = marker_length(line, at);
    if (length == 0) return std::nullopt;
    if (markers == max_markers) return at;
    at += length;
  }
}

std::optional<std::size_t> excessive_brackets(std::string_view markdown, std::ptrdiff_t limit) {
  if (std::count(markdown.begin(), markdown.end(), '[') <= limit) return std::nullopt;
  std::ptrdiff_t open = 0;
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    const char c = markdown[i];
    if (c == '[' && ++open > limit) return i;
    if (c == ']' && open > 0) --open;
    if (c == '\n' && i + 1 < markdown.size() && markdown[i + 1] == '\n') open = 0;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> find_excessive_nesting(std::string_view markdown, int max_markers) {
  // Looking for one character is many times faster than for either of two.
  const bool has_returns = markdown.find('\r') != std::string_view::npos;
  for (std::size_t start = 0; start < markdown.size();) {
    const std::size_t found =
        has_returns ? markdown.find_first_of("\r\n", start) : markdown.find('\n', start);
    const std::size_t end = std::min(found, markdown.size());
    if (const auto at = excessive_markers(markdown.substr(start, end - start), max_markers)) {
      return start + *at;
    }
    start = end + 1;
  }
  return excessive_brackets(markdown, std::ptrdiff_t{10} * max_markers);
}

}  // namespace huice::markdown
