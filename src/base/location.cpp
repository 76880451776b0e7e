// SPDX-License-Identifier: Apache-2.0
#include "base/location.h"

#include "base/utf8.h"

#include <algorithm>

namespace huice {

SourceText::SourceText(std::string file, std::string_view text)
    : file_(std::move(file)), text_(text) {}

Location SourceText::at(std::size_t offset, std::size_t bytes) const {
  offset = std::min(offset, text_.size());
  const auto before = text_.substr(0, offset);
  const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::size_t last_break = before.rfind('\n');
  const std::size_t line_start = last_break == std::string_view::npos ? 0 : last_break + 1;
  std::size_t line_end = text_.find('\n', offset);
  if (line_end == std::string_view::npos) line_end = text_.size();
  if (line_end > line_start && text_[line_end - 1] == '\r') --line_end;
  const std::size_t start = std::min(offset, line_end);
  const std::size_t end = std::min(start + bytes, line_end);
  const auto source_line = text_.substr(line_start, line_end - line_start);
  return Location{
      file_, line,
      static_cast<std::uint32_t>(utf8::count(text_.substr(line_start, start - line_start))) + 1,
      std::max<std::uint32_t>(
          1, static_cast<std::uint32_t>(utf8::count(text_.substr(start, end - start)))),
      std::string(source_line)};
}

}  // namespace huice
