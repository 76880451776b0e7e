// SPDX-License-Identifier: Apache-2.0
#pragma once

// The grammar of CSV (RFC 4180), for tables read from files and for those of data/.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace huice::formats {

/// One cell with its place in the text, quotes included. `text` is unquoted.
struct CsvCell {
  std::string text;
  std::size_t offset = 0;
  std::size_t length = 1;
};

enum class CsvSplit { row, end, open_quote };

/// Splits the next row off, leaving out blank lines before it, and moves `offset` to the line break
/// after it. A quote that never closes gives open_quote: its cell is the last one of `row`.
/// Where `offset` ends at the end of the text, a longer text could have given another row.
CsvSplit split_csv_row(std::string_view text, std::size_t& offset, std::vector<CsvCell>& row);

}  // namespace huice::formats
