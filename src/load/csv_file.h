// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a CSV table (RFC 4180) into a list of records, one row a record. The header names fields
// of the record's table; a field inside a field is reached with a point: source.document. A cell
// of a list field holds its items separated by “;”.

#include "load/file_context.h"

namespace huice::load {

/// Empty cells mean "not known". Every problem is reported with its line and column.
/// REQUIRES: list_shape is a list of objects whose fields are scalars, lists of scalars, or
/// objects of such.
void read_csv_list(const model::Shape& list_shape, void* list, FileContext& context);

/// Whether a table can hold such records: every required field has a place in a cell.
bool fits_a_table(const model::Shape& record);

/// One cell of a table with its place in the text. `text` is unquoted.
struct Cell {
  std::string text;
  Span span;
};

/// Splits the next row off; returns false at the end. A quote that never closes is reported and
/// ends the table. Blank lines are skipped.
bool next_csv_row(std::string_view text, std::size_t& offset, std::vector<Cell>& row,
                  FileContext& context);

}  // namespace huice::load
