// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads a CSV table (RFC 4180) into a list of records, one row a record. The header names fields
// of the record's table; a field inside a field is reached with a point: source.document. A cell
// of a list field holds its items separated by “;”.

#include "load/file_context.h"

namespace huice::load {

namespace untyped {
/// REQUIRES: shape is a list's, and list points to its type.
void read_csv_list(const model::Shape& shape, void* list, FileContext& context);
}  // namespace untyped

/// Adds a record a row to `list`. Empty cells mean "not known". Every problem is reported with its
/// line and column. REQUIRES: the records are objects whose fields are scalars, lists of scalars,
/// or objects of such.
template <class Record>
void read_csv_list(const model::ShapeFor<std::vector<Record>>& shape, std::vector<Record>& list,
                   FileContext& context) {
  untyped::read_csv_list(shape, &list, context);
}

/// Whether a table can hold such records: every required field has a place in a cell.
/// REQUIRES: record is an object's shape.
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
