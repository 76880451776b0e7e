// SPDX-License-Identifier: Apache-2.0
//
// A character is counted by its first byte: all bytes but those that go on with one, 10xxxxxx.
#include "base/location.h"

#include "base/utf8.h"

#include <algorithm>

namespace huice {
namespace {

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

// The end of the first `characters` characters from `from` on, `to` at most.
std::size_t forward(std::string_view text, std::size_t from, std::size_t to,
                    std::size_t characters) {
  std::size_t at = from;
  for (; at < to; ++at) {
    if (begins_character(text[at]) && characters-- == 0) break;
  }
  return at;
}

}  // namespace

LineTable::LineTable(std::string_view text) : starts_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    starts_.push_back(at + 1);
  }
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += kStep) {
    counts_.push_back(count);
    count += static_cast<std::uint32_t>(count_characters(text.substr(at, kStep)));
  }
}

std::size_t LineTable::line_of(std::size_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(next - starts_.begin()) - 1;
}

std::size_t LineTable::characters(std::string_view text, std::size_t from, std::size_t to) const {
  if (to - from <= kStep) return count_characters(text.substr(from, to - from));
  const auto before = [&](std::size_t offset) {
    const std::size_t step = offset / kStep;
    return counts_[step] + count_characters(text.substr(step * kStep, offset % kStep));
  };
  return before(to) - before(from);
}

LineColumn LineTable::line_column(std::string_view text, std::size_t offset) const {
  const std::size_t line = line_of(offset);
  return {static_cast<std::uint32_t>(line + 1),
          static_cast<std::uint32_t>(characters(text, starts_[line], offset) + 1)};
}

std::size_t LineTable::offset(std::string_view text, LineColumn place) const {
  const std::size_t line = place.line == 0 ? 0 : place.line - 1U;
  if (line >= starts_.size()) return text.size();
  std::size_t from = starts_[line];
  std::size_t characters = place.column == 0 ? 0 : place.column - 1U;
  if (characters > kStep) {
    // The last step whose count is not beyond the one looked for; a column has a byte at least.
    const std::size_t wanted = counts_[from / kStep] + characters +
                               count_characters(text.substr(from / kStep * kStep, from % kStep));
    const auto beyond = std::upper_bound(counts_.begin(), counts_.end(), wanted);
    const auto step = static_cast<std::size_t>(beyond - counts_.begin()) - 1;
    if (step * kStep > from) {
      from = step * kStep;
      characters = wanted - counts_[step];
    }
  }
  return forward(text, from, text.size(), characters);
}

Location LineTable::locate(const std::string& file, std::string_view text, std::size_t offset,
                           std::size_t bytes) const {
  offset = std::min(offset, text.size());
  const std::size_t line = line_of(offset);
  const std::size_t line_start = starts_[line];
  std::size_t line_end = line + 1 < starts_.size() ? starts_[line + 1] - 1 : text.size();
  if (line_end > line_start && text[line_end - 1] == '\r') --line_end;
  const std::size_t start = std::min(offset, line_end);
  const std::size_t end = start + std::min(bytes, line_end - start);
  Location where;
  where.file = file;
  where.line = static_cast<std::uint32_t>(line + 1);
  where.column = static_cast<std::uint32_t>(characters(text, line_start, start) + 1);
  where.length =
      std::max<std::uint32_t>(1, static_cast<std::uint32_t>(characters(text, start, end)));
  std::size_t first = start;
  std::size_t before = 0;
  while (first > line_start && before < kExcerptBefore) {
    if (begins_character(text[--first])) ++before;
  }
  const std::size_t last = forward(text, first, line_end, kExcerpt);
  where.excerpt = std::string(text.substr(first, last - first));
  where.excerpt_column = where.column - static_cast<std::uint32_t>(before);
  where.goes_on = last < line_end;
  return where;
}

SourceText::SourceText(std::string file, std::string_view text)
    : file_(std::move(file)), text_(utf8::without_bom(text)), lines_(text_) {}

Location SourceText::at(std::size_t offset, std::size_t bytes) const {
  return lines_.locate(file_, text_, offset, bytes);
}

}  // namespace huice
