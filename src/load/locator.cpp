// SPDX-License-Identifier: Apache-2.0
#include "load/locator.h"

#include "base/utf8.h"

namespace huice::load {

const std::string& Locator::text(std::uint32_t file) {
  const auto known = texts_.find(file);
  if (known != texts_.end()) return known->second;
  auto read = file_system_.read(join_path(root_, files_.at(file)));
  return texts_.emplace(file, read ? std::move(read).value() : std::string{}).first->second;
}

Location Locator::at(const model::Place& place, std::string_view token) {
  if (place.file == 0 || place.file >= files_.size()) return {};
  const std::string_view whole = utf8::without_bom(text(place.file));
  std::size_t start = 0;
  for (std::uint32_t line = 1; line < place.line && start < whole.size(); ++line) {
    const std::size_t next = whole.find('\n', start);
    start = next == std::string_view::npos ? whole.size() : next + 1;
  }
  std::size_t offset = start;
  for (std::uint32_t column = 1; column < place.column && offset < whole.size(); ++column) {
    utf8::decode(whole, offset);
  }
  std::size_t length = std::max<std::size_t>(1, token.size());
  if (!token.empty() && offset < whole.size() && whole[offset] == '"') length += 2;
  return SourceText(files_[place.file], whole).at(offset, length);
}

}  // namespace huice::load
