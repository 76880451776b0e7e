// SPDX-License-Identifier: Apache-2.0
#include "formats/sheet_rows.h"

#include "base/messages/formats.h"
#include "base/utf8.h"
#include "formats/merged_cells.h"
#include "formats/written_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace huice::formats {
namespace {

constexpr double kTooLong = 1e15;  // 16 digits, and Excel keeps 15

template <class T>
bool read_number(std::string_view text, T& out) {
  const auto done = std::from_chars(text.data(), text.data() + text.size(), out);
  return done.ec == std::errc() && done.ptr == text.data() + text.size();
}

}  // namespace

std::string column_letters(std::size_t column) {
  std::string letters;
  for (++column; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters;
}

std::string cell_name(std::size_t row, std::size_t column) {
  return column_letters(column - 1) + std::to_string(row);
}

Location SheetRows::at(std::size_t column) const {
  Location out = Location::of_file(where_);
  out.line = static_cast<std::uint32_t>(number_);
  out.column = static_cast<std::uint32_t>(column);
  return out;
}

void SheetRows::take(Row& out) {
  has_row_ = false;
  out.number = number_;
  out.cells.swap(cells_);
  out.rounded.swap(rounded_);
  out.counted = false;
  out.hidden = hidden_;
}

void SheetRows::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "row" && !in_row_) {
    start_row(attributes);
  } else if (name == "c" && in_row_ && !in_cell_) {
    start_cell(attributes);
  } else if (in_cell_) {
    if (name == "rPh") ++sounds_;
    if (name == "f") has_formula_ = true;
    // Some programs write the value of an inline text once more as <v>: Excel reads <is> alone.
    takes_text_ = type_ == "inlineStr" ? name == "t" && sounds_ == 0 : name == "v";
  }
}

void SheetRows::end(std::string_view name) {
  takes_text_ = false;
  if (name == "rPh" && sounds_ > 0) --sounds_;
  if (name == "c" && in_cell_) end_cell();
  if (name == "row" && in_row_) {
    in_row_ = false;
    // Rows that only carry a format are not rows.
    has_row_ = !cells_.empty();
    if (has_row_) stream_->pause();
  }
}

void SheetRows::text(std::string_view piece) {
  if (!takes_text_) return;
  text_ += piece;
  if (text_.size() > kMostCellBytes) {
    stream_->fail(msg::why_cell_large{.cell = last_cell()});
  }
}

void SheetRows::start_row(const XmlAttributes& attributes) {
  std::size_t number = number_ + 1;
  const std::string_view written = attributes["r"];
  const bool readable = written.empty() || read_number(written, number);
  if (!readable || number <= number_ || number > kMostRows) {
    stream_->fail(msg::why_row_order{.number = written.substr(0, 20), .row = number_});
    return;
  }
  number_ = number;
  column_ = 0;
  bytes_ = 0;
  cells_.clear();
  rounded_.clear();
  in_row_ = true;
  const std::string_view hidden = attributes["hidden"];
  hidden_ = hidden == "1" || hidden == "true";
}

void SheetRows::start_cell(const XmlAttributes& attributes) {
  std::size_t column = column_ + 1;
  std::size_t row = number_;
  const std::string_view written = attributes["r"];
  const bool readable = written.empty() || read_cell_name(written, column, row);
  if (!readable || column <= column_ || column > kMostColumns || row != number_) {
    stream_->fail(msg::why_cell_order{.name = written.substr(0, 20), .cell = last_cell()});
    return;
  }
  column_ = column;
  in_cell_ = true;
  has_formula_ = false;
  sounds_ = 0;
  type_ = attributes["t"];
  style_ = 0;
  read_number(attributes["s"], style_);
  text_.clear();
}

void SheetRows::end_cell() {
  in_cell_ = false;
  std::string found = value();
  if (found.empty()) return;
  if (found.size() > kMostCellCharacters && utf16_length(found) > kMostCellCharacters) {
    stream_->fail(msg::why_cell_large{.cell = last_cell()});
    return;
  }
  sum_ += found.size();
  if (sum_ > kMostSheetText && sum_ / kSheetGrowth > stream_->bytes_read()) {
    stream_->fail(msg::why_sheet_large{});
    return;
  }
  bytes_ += found.size();
  if (bytes_ > kMostRowBytes) {
    stream_->fail(msg::why_row_large{.row = number_});
    return;
  }
  cells_.resize(column_);
  cells_.back() = std::move(found);
}

std::string SheetRows::value() {
  if (type_ == "inlineStr") return from_xlsx_text(text_);
  if (has_formula_ && text_.empty() && type_ != "str") {
    problems_.add(problem(msg::xlsx_no_value{.cell = last_cell()}, at(column_)));
    return {};
  }
  if (type_ == "str") return from_xlsx_text(text_);
  const std::string_view written = utf8::trimmed(text_);
  if (written.empty()) return {};
  if (type_ == "s") return shared_string();
  if (type_ == "b") return written == "1" || written == "true" ? "TRUE" : "FALSE";
  if (type_ == "e" && !written.starts_with('#')) {
    bad_cell(msg::why_no_error_value{});
    return {};
  }
  if (type_ == "e") {
    problems_.add(problem(
        msg::xlsx_error_value{.cell = last_cell(), .value = written.substr(0, 40)}, at(column_)));
    return std::string(written);
  }
  // ISO 8601, which Excel reads and never writes; the time of day goes as it does elsewhere.
  if (type_ == "d") return std::string(written.substr(0, written.find('T')));
  if (type_.empty() || type_ == "n") return number();
  bad_cell(msg::why_cell_type{.type = type_.substr(0, 20)});
  return {};
}

std::string SheetRows::shared_string() {
  std::size_t index = 0;
  if (read_number(utf8::trimmed(text_), index) && index < workbook_.strings.size()) {
    return from_xlsx_text(workbook_.strings[index]);
  }
  bad_cell(msg::why_no_shared_string{});
  return {};
}

std::string SheetRows::number() {
  double out = 0;
  if (!read_number(utf8::trimmed(text_), out) || out - out != 0) {
    bad_cell(msg::why_no_number{});
    return {};
  }
  const NumberForm form =
      style_ < workbook_.styles.size() ? workbook_.styles[style_] : NumberForm();
  if (form.kind == NumberKind::plain && std::fabs(out) >= kTooLong) rounded_.push_back(column_ - 1);
  return cell_text(out, form, workbook_.from_1904);
}

void SheetRows::bad_cell(const Argument& why) {
  problems_.add(problem(msg::xlsx_bad_cell{.cell = last_cell(), .reason = why}, at(column_)));
}

}  // namespace huice::formats
