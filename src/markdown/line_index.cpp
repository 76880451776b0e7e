// SPDX-License-Identifier: Apache-2.0
#include "markdown/line_index.h"

#include <algorithm>
#include <iterator>

namespace huice::markdown {

LineIndex::LineIndex(std::string_view text) : text_(text) {
  starts_.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (text[i] == '\n' || (text[i] == '\r' && !is_pair)) starts_.push_back(i + 1);
  }
  if (starts_.back() != text.size()) starts_.push_back(text.size());
}

std::string_view LineIndex::line(std::size_t number) const {
  if (number == 0 || number >= starts_.size()) return {};
  std::string_view line = text_.substr(starts_[number - 1], starts_[number] - starts_[number - 1]);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

std::size_t LineIndex::offset(SourcePos place) const {
  if (place.line == 0 || place.line >= starts_.size()) return place.line == 0 ? 0 : text_.size();
  const std::size_t column = place.column == 0 ? 0 : place.column - 1;
  return starts_[place.line - 1] + std::min(column, line(place.line).size());
}

SourcePos LineIndex::place(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), std::prev(starts_.end()), offset);
  const auto line = static_cast<std::uint32_t>(after - starts_.begin());
  return {line, static_cast<std::uint32_t>(offset - starts_[line - 1]) + 1};
}

}  // namespace huice::markdown
