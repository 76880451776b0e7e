// SPDX-License-Identifier: Apache-2.0
#include "formats/merged_cells.h"

#include "base/ascii.h"

#include <charconv>

namespace huice::formats {

bool read_cell_name(std::string_view name, std::size_t& column, std::size_t& row) {
  column = 0;
  std::size_t letters = 0;
  while (letters < name.size() && ascii::is_upper(name[letters]) && letters < 4) {
    column = column * 26 + static_cast<std::size_t>(name[letters] - 'A') + 1;
    ++letters;
  }
  const std::string_view digits = name.substr(letters);
  const auto done = std::from_chars(digits.data(), digits.data() + digits.size(), row);
  const bool number = done.ec == std::errc() && done.ptr == digits.data() + digits.size();
  return letters > 0 && column <= kMostColumns && number;
}

// “B5:B9”; what is no such name is not said to be merged.
void MergedScan::start(std::string_view name, const XmlAttributes& attributes) {
  constexpr std::size_t kMost = 1000;
  if (name == "row") in_row_ = true;
  if (name != "mergeCell" || in_row_ || merged_.size() == kMost) return;
  const std::string_view cells = attributes["ref"];
  const std::size_t colon = cells.find(':');
  if (colon == std::string_view::npos) return;
  MergedCells found;
  found.name = cells.substr(0, 40);
  if (!read_cell_name(cells.substr(0, colon), found.first_column, found.first_row)) return;
  if (!read_cell_name(cells.substr(colon + 1), found.last_column, found.last_row)) return;
  merged_.push_back(std::move(found));
}

void MergedScan::end(std::string_view name) {
  if (name == "row") in_row_ = false;
}

}  // namespace huice::formats
