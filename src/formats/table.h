// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables of text, read and written row by row, so that a table of any length takes the memory of
// one row. What the cells mean is for the caller to know.

#include "base/files.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace huice::formats {

/// Limits of a table: Excel's own bounds, and bounds that keep hostile files small in memory.
constexpr std::size_t kMostColumns = 16384;
constexpr std::size_t kMostRows = 1048576;
constexpr std::size_t kMostCellCharacters = 32767;             ///< of a cell of .xlsx, in UTF-16
constexpr std::size_t kMostCellBytes = std::size_t{1} << 20U;  ///< of a cell read
constexpr std::size_t kMostRowBytes = std::size_t{16} << 20U;  ///< of a row read
/// Of the cells of a workbook's sheet together, beside kSheetGrowth times the sheet's own bytes: a
/// sheet names each shared string by its number, so that a small file could hold any amount.
constexpr std::size_t kMostSheetText = std::size_t{64} << 20U;
constexpr std::size_t kSheetGrowth = 16;

struct Row {
  /// As a spreadsheet shows it: from 1, growing, with gaps for blank rows. A CSV row counts as one
  /// however many line breaks its cells hold.
  std::size_t number = 0;
  /// A row may have fewer or more cells than the header; what is missing is empty.
  std::vector<std::string> cells;
  /// Columns, from 0, of numbers with more than 15 digits, of which a workbook keeps 15.
  std::vector<std::size_t> rounded;
  /// Whether the table itself says how many cells the row has, empty ones included: CSV does, a
  /// workbook does not.
  bool counted = false;
  bool hidden = false;  ///< a workbook does not show it
};

/// Cells of a workbook that are shown as one.
struct MergedCells {
  std::string name;           ///< B5:B9
  std::size_t first_row = 0;  ///< all from 1
  std::size_t last_row = 0;
  std::size_t first_column = 0;
  std::size_t last_column = 0;
};

/// "AB" for column 27: columns from 0, as spreadsheets name them.
std::string column_letters(std::size_t column);

class RowReader {
 public:
  RowReader() = default;
  virtual ~RowReader() = default;
  RowReader(const RowReader&) = delete;
  RowReader& operator=(const RowReader&) = delete;

  /// Gives the next row, the header being the first. False at the end of the table, or after a
  /// problem that leaves nothing more to read; that problem has then been reported as an error.
  virtual bool next(Row& row) = 0;

  /// Whether such a problem came: what was given is not the whole table.
  virtual bool broken() const = 0;

  /// What is merged in the table: the first of these cells has the content.
  virtual std::vector<MergedCells> merged() const { return {}; }

  /// The place of a cell of the row given last, columns from 0: line and column in a CSV file; the
  /// row and column, with the sheet's name after the file's, in a workbook. Without the line's
  /// text: rosters hold what no log may show.
  virtual Location place(std::size_t column) const = 0;
};

/// A CSV table (RFC 4180): UTF-8 with or without a byte-order mark, or, where the bytes cannot be
/// UTF-8, GB18030, which is what Excel in China writes as "CSV"; a note then says so. Blank lines
/// and rows of empty cells are left out.
/// Null, with an error reported, where nothing can be read. REQUIRES: problems outlives the reader.
std::unique_ptr<RowReader> open_csv(const FileSystem& files, const std::string& path,
                                    Diagnostics& problems);

/// What people put between columns instead of the comma; not read, but told by name.
inline constexpr std::array<std::string_view, 4> kOtherSeparators{"\t", ";", "，", "；"};

/// A separator as messages name it: “;”, tabs.
Argument separator_name(std::string_view sign);

/// The same for what was piped in; `name` is the file's name in messages.
std::unique_ptr<RowReader> read_csv(std::string bytes, const std::string& name,
                                    Diagnostics& problems);

/// A sheet of an Excel workbook (ECMA-376); the first visible one where `sheet` is empty, with a
/// note where there are more. Cells become text as follows.
///  - Numbers have at most 15 digits, as Excel shows them: 0.1, 1200000; percentages keep their
///    sign: 5%. A number shown with 元, 万元 or 亿元 after it keeps that unit, unless the format
///    shows it scaled, which would leave in doubt what was meant.
///  - Dates are YYYY-MM-DD, whichever way the cell shows them; a time of day beside a date is left
///    out, one alone is HH:MM:SS. 1900-02-29, which Excel believes in, stays.
///  - Formulas give the result stored with them. Booleans are TRUE and FALSE. Errors (#N/A) stay as
///    they are, with a warning.
///  - Of merged cells, the first has the text and the others are empty.
/// Memory holds one row and the workbook's shared strings (at most 256 MiB).
/// Null, with an error reported, where nothing can be read. REQUIRES: problems outlives the reader.
std::unique_ptr<RowReader> open_xlsx(const FileSystem& files, const std::string& path,
                                     std::string_view sheet, Diagnostics& problems);

/// One of the two, by the file's first bytes. What is called a workbook (.xlsx, .xls, .et …) and
/// is a web page, an XML spreadsheet or nothing is refused by what it is; a table of text with such
/// a name is read. `sheet` is for workbooks only.
std::unique_ptr<RowReader> open_table(const FileSystem& files, const std::string& path,
                                      std::string_view sheet, Diagnostics& problems);

/// A cell to be written.
struct Cell {
  enum class Kind { none, text, number };
  Kind kind = Kind::none;
  std::string text;

  static Cell none() { return {}; }
  static Cell of(std::string text) { return {Kind::text, std::move(text)}; }
  /// In JSON's form of a number, like -12.5; anything else is written as text. XLSX holds 15
  /// digits: a number with more is written there as text too.
  static Cell number(std::string digits) { return {Kind::number, std::move(digits)}; }
};

class RowWriter {
 public:
  RowWriter() = default;
  virtual ~RowWriter() = default;
  RowWriter(const RowWriter&) = delete;
  RowWriter& operator=(const RowWriter&) = delete;

  /// REQUIRES: not more cells than columns; missing ones are none. After an error the writer is
  /// good for nothing but destruction. Errors: file_unwritable, table_too_large.
  virtual Result<void> write(const std::vector<Cell>& row) = 0;

  /// Puts the whole file in place of what was at the path, in one step. Without it, or where it
  /// fails, what was there stays. Call it once, last. Errors: file_unwritable.
  virtual Result<void> finish() = 0;
};

enum class TableKind { csv, xlsx, json, jsonl };

/// By the end of the name, in any case. Errors: table_kind.
Result<TableKind> table_kind(const std::string& path);

struct Column {
  std::string name;
  double width = 0;  ///< in characters, XLSX only; 0: as wide as the name needs
};

struct TableOptions {
  std::vector<Column> columns;   ///< not empty; names differ
  std::string created;           ///< YYYY-MM-DD, written into XLSX; equal input gives equal bytes
  std::string sheet = "Sheet1";  ///< the sheet's name; at most 31 characters, none of []:*?/\ .
};

/// Begins a table with its header. Until finish(), it grows in a hidden file beside `path`.
///  - CSV: UTF-8 with byte-order mark, CRLF. A text that a spreadsheet could take for a formula (it
///    starts with = + - @, tab or CR, full-width signs included) gets an apostrophe in front.
///  - XLSX: bold frozen header with a filter; texts are never formulas or links.
///  - JSON: an array of objects keyed by the columns' names; JSONL: one such object a line. A none
///    is null.
/// Errors: file_unwritable, table_too_large.
/// REQUIRES: files outlives the writer.
Result<std::unique_ptr<RowWriter>> create_table(FileSystem& files, const std::string& path,
                                                TableKind kind, const TableOptions& options);

}  // namespace huice::formats
