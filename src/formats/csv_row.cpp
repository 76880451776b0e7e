// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_row.h"

#include <algorithm>

namespace huice::formats {
namespace {

// Reads the quoted part of a cell; false where its quote never closes.
bool read_quoted(std::string_view text, std::size_t& offset, std::string& out) {
  ++offset;
  while (true) {
    const std::size_t quote = text.find('"', offset);
    if (quote == std::string_view::npos) {
      offset = text.size();
      return false;
    }
    out += text.substr(offset, quote - offset);
    offset = quote + 1;
    if (offset >= text.size() || text[offset] != '"') return true;
    out += '"';
    ++offset;
  }
}

std::size_t end_of_cell(std::string_view text, std::size_t offset) {
  while (offset < text.size() && text[offset] != ',' && text[offset] != '\n' &&
         text[offset] != '\r') {
    ++offset;
  }
  return offset;
}

}  // namespace

CsvSplit split_csv_row(std::string_view text, std::size_t& offset, std::vector<CsvCell>& row) {
  row.clear();
  while (offset < text.size() && (text[offset] == '\n' || text[offset] == '\r')) ++offset;
  if (offset >= text.size()) return CsvSplit::end;
  while (true) {
    CsvCell cell;
    cell.offset = offset;
    const bool quoted = offset < text.size() && text[offset] == '"';
    if (quoted && !read_quoted(text, offset, cell.text)) {
      row.push_back(std::move(cell));
      return CsvSplit::open_quote;
    }
    const std::size_t end = end_of_cell(text, offset);
    cell.text += text.substr(offset, end - offset);
    cell.length = std::max<std::size_t>(1, end - cell.offset);
    row.push_back(std::move(cell));
    offset = end;
    if (offset >= text.size() || text[offset] != ',') return CsvSplit::row;
    ++offset;
  }
}

}  // namespace huice::formats
