// SPDX-License-Identifier: Apache-2.0
//
// libxlsxwriter keeps the rows in a file without a name in the machine's temporary folder (TMPDIR)
// and puts the workbook together at the end. It does not look whether those rows could be written
// (a full disk), so the finished file is unpacked once and its cells are counted.
//
// Reproducible: the library dates every part of the archive 1980-01-01 and writes no other time
// than the one given; the bytes still depend on the versions of libxlsxwriter and zlib.
#include "base/messages/files.h"
#include "base/messages/formats.h"
#include "base/utf8.h"
#include "formats/sheet_rows.h"
#include "formats/writers.h"
#include "formats/written_text.h"
#include "formats/zip_parts.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <ctime>

namespace huice::formats {
namespace {

constexpr std::size_t kExactDigits = 15;  // of a double, and of Excel
constexpr double kLeastWidth = 9;
constexpr double kMostWidth = 60;

struct FreeWorkbook {
  void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
};
using WorkbookHandle = std::unique_ptr<lxw_workbook, FreeWorkbook>;

// Seconds since 1970 of a day written YYYY-MM-DD, midnight UTC; 1970-01-01 where it is none.
std::int64_t seconds_of(const std::string& date) {
  if (date.size() != 10) return 0;
  const auto number = [&](std::size_t from, std::size_t length) {
    int value = 0;
    std::from_chars(date.data() + from, date.data() + from + length, value);
    return value;
  };
  std::tm day{};
  day.tm_year = number(0, 4) - 1900;
  day.tm_mon = number(5, 2) - 1;
  day.tm_mday = number(8, 2);
  return ::timegm(&day);
}

class XlsxWriter final : public RowWriter {
 public:
  XlsxWriter(std::unique_ptr<TargetFile> file, std::size_t columns)
      : file_(std::move(file)), columns_(columns) {}

  Result<void> begin(const TableOptions& options);
  Result<void> write(const std::vector<Cell>& row) override;
  Result<void> finish() override;

 private:
  Result<void> write_cell(std::size_t column, const Cell& cell, lxw_format* format);
  Result<void> checked(lxw_error error) const;
  Diagnostic unwritable(const Argument& why) const {
    return problem(msg::file_unwritable{.reason = why}, Location::of_file(file_->path()));
  }
  bool is_whole() const;

  std::unique_ptr<TargetFile> file_;
  std::size_t columns_;
  std::string machine_path_;
  WorkbookHandle workbook_;
  lxw_worksheet* sheet_ = nullptr;
  std::size_t row_ = 0;  // the next one, from 0
  std::size_t cells_ = 0;
};

Result<void> XlsxWriter::begin(const TableOptions& options) {
  const Result<std::string> path = file_->machine_path();
  if (!path) return path.error();
  machine_path_ = path.value();
  lxw_workbook_options how{};
  how.constant_memory = LXW_TRUE;
  workbook_.reset(workbook_new_opt(machine_path_.c_str(), &how));
  if (!workbook_) return unwritable(msg::why_no_memory{});
  Result<void> named =
      checked(workbook_validate_sheet_name(workbook_.get(), options.sheet.c_str()));
  if (!named) return named;
  lxw_doc_properties about{};
  about.created = seconds_of(options.created);
  named = checked(workbook_set_properties(workbook_.get(), &about));
  if (!named) return named;
  sheet_ = workbook_add_worksheet(workbook_.get(), options.sheet.c_str());
  lxw_format* bold = workbook_add_format(workbook_.get());
  if (sheet_ == nullptr || bold == nullptr) return unwritable(msg::why_no_temporary{});
  format_set_bold(bold);
  worksheet_freeze_panes(sheet_, 1, 0);
  for (std::size_t i = 0; i < options.columns.size(); ++i) {
    const Column& column = options.columns[i];
    // Two more than the name, for the filter's button.
    const double needed = static_cast<double>(utf8::display_width(column.name)) + 3;
    const double width = column.width > 0 ? column.width : std::max(needed, kLeastWidth);
    const auto at = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet_, at, at, std::min(width, kMostWidth), nullptr);
    Result<void> done = write_cell(i, Cell::of(column.name), bold);
    if (!done) return done;
  }
  ++row_;
  return {};
}

Result<void> XlsxWriter::write(const std::vector<Cell>& row) {
  if (row_ >= kMostRows) {
    return problem(msg::table_too_large{.part = msg::part_table{},
                                        .limit = msg::limit_rows{.count = kMostRows}},
                   Location::of_file(file_->path()));
  }
  for (std::size_t i = 0; i < row.size() && i < columns_; ++i) {
    Result<void> done = write_cell(i, row[i], nullptr);
    if (!done) return done;
  }
  ++row_;
  return {};
}

Result<void> XlsxWriter::write_cell(std::size_t column, const Cell& cell, lxw_format* format) {
  if (cell.kind == Cell::Kind::none || cell.text.empty()) return {};
  ++cells_;
  const auto row = static_cast<lxw_row_t>(row_);
  const auto at = static_cast<lxw_col_t>(column);
  const bool number = cell.kind == Cell::Kind::number && is_number(cell.text) &&
                      significant_digits(cell.text) <= kExactDigits;
  if (number) {
    const double value = std::strtod(cell.text.c_str(), nullptr);
    return checked(worksheet_write_number(sheet_, row, at, value, format));
  }
  const std::string text = xlsx_text(cell.text);
  if (utf16_length(text) > kMostCellCharacters) {
    return problem(
        msg::table_too_large{.part = msg::part_cell{.name = cell_name(row_ + 1, column + 1)},
                             .limit = msg::limit_characters{.count = kMostCellCharacters}},
        Location::of_file(file_->path()));
  }
  return checked(worksheet_write_string(sheet_, row, at, text.c_str(), format));
}

Result<void> XlsxWriter::finish() {
  worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(row_ - 1),
                       static_cast<lxw_col_t>(columns_ - 1));
  // It frees the workbook, also where it fails.
  const Result<void> closed = checked(workbook_close(workbook_.release()));
  if (!closed) return closed;
  if (!is_whole()) return unwritable(msg::why_temporary_lost{});
  return file_->finish();
}

Result<void> XlsxWriter::checked(lxw_error error) const {
  if (error == LXW_NO_ERROR) return {};
  switch (error) {
    case LXW_ERROR_MEMORY_MALLOC_FAILED:
      return unwritable(msg::why_no_memory{});
    case LXW_ERROR_CREATING_TMPFILE:
      return unwritable(msg::why_no_temporary{});
    case LXW_ERROR_READING_TMPFILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE:
      return unwritable(msg::why_temporary_lost{});
    default:
      return unwritable(
          msg::why_fault_number{.library = "libxlsxwriter", .number = static_cast<int>(error)});
  }
}

bool XlsxWriter::is_whole() const {
  Result<std::unique_ptr<OpenFile>> file = RealFileSystem().open(machine_path_);
  Argument reason = std::string();
  const std::unique_ptr<ZipParts> parts =
      file ? ZipParts::open(std::move(file).value(), reason) : nullptr;
  const std::unique_ptr<ZipPart> part = parts ? parts->part("xl/worksheets/sheet1.xml") : nullptr;
  if (!part) return false;
  constexpr std::string_view kCell = "<c ";  // in a text, < is written &lt;
  std::string piece(std::size_t{64} << 10U, '\0');
  std::size_t kept = 0;
  std::size_t found = 0;
  while (true) {
    const std::int64_t count = part->read(piece.data() + kept, piece.size() - kept);
    if (count < 0) return false;
    if (count == 0) return found == cells_;
    const std::string_view text(piece.data(), kept + static_cast<std::size_t>(count));
    for (std::size_t at = text.find(kCell); at != std::string_view::npos;
         at = text.find(kCell, at + 1)) {
      ++found;
    }
    kept = std::min(text.size(), kCell.size() - 1);
    std::copy(text.end() - static_cast<std::ptrdiff_t>(kept), text.end(), piece.begin());
  }
}

}  // namespace

Result<std::unique_ptr<RowWriter>> create_xlsx(std::unique_ptr<TargetFile> file,
                                               const TableOptions& options) {
  auto writer = std::make_unique<XlsxWriter>(std::move(file), options.columns.size());
  const Result<void> begun = writer->begin(options);
  if (!begun) return begun.error();
  return std::unique_ptr<RowWriter>(std::move(writer));
}

}  // namespace huice::formats
