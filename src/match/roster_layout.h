// SPDX-License-Identifier: Apache-2.0
#pragma once

// How offices lay out their lists: a title above the header, a header over two rows, totals and
// remarks below the enterprises.

#include "formats/table.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::match {

/// How many rows the header is looked for in.
inline constexpr std::size_t kHeaderRows = 10;

struct FoundHeader {
  std::vector<std::string> names;  ///< without blanks around
  std::size_t rows = 0;            ///< how many of the rows given are title and header
  std::size_t first = 0;           ///< the table's row in which the header begins
  std::size_t last = 0;
};

/// The header among the first rows of a table: the row with the most names of fields, and where
/// it is over two rows, both, the lower one's names first. Where no row names a field, the first
/// one. REQUIRES: rows is not empty.
FoundHeader find_header(const std::vector<formats::Row>& rows,
                        const std::function<bool(const std::string&)>& names_field);

enum class RowKind { enterprise, total, remark };

/// What a row below the header is: a total (合计, 小计 …), a remark (注：…, 填表人：…), or an
/// enterprise.
RowKind kind_of_row(const std::vector<std::string>& cells);

}  // namespace huice::match
