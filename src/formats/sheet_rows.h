// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows of one worksheet (ECMA-376 part 1, 18.3.1) from its XML events.

#include "formats/table.h"
#include "formats/workbook.h"
#include "formats/xml_stream.h"

namespace huice::formats {

/// "B7" from a row and column, both from 1.
std::string cell_name(std::size_t row, std::size_t column);

class SheetRows final : public XmlHandler {
 public:
  /// `where` names the file and sheet. REQUIRES: workbook and problems outlive the rows.
  SheetRows(const Workbook& workbook, std::string where, Diagnostics& problems)
      : workbook_(workbook), where_(std::move(where)), problems_(problems) {}

  /// The stream that calls this handler; it is paused after each row.
  void watch(XmlStream& stream) { stream_ = &stream; }

  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;

  bool has_row() const { return has_row_; }
  /// Gives the row that was finished. REQUIRES: has_row().
  void take(Row& out);

  /// Of the row last begun; columns from 1.
  Location at(std::size_t column) const;
  /// The name of the cell read last, or of the row's start.
  std::string last_cell() const { return cell_name(number_, column_ == 0 ? 1 : column_); }
  std::size_t last_column() const { return column_ == 0 ? 1 : column_; }

 private:
  void start_row(const XmlAttributes& attributes);
  void start_cell(const XmlAttributes& attributes);
  void end_cell();
  std::string value();
  std::string shared_string();
  std::string number();
  void bad_cell(const Argument& why);

  const Workbook& workbook_;
  std::string where_;
  Diagnostics& problems_;
  XmlStream* stream_ = nullptr;
  std::vector<std::string> cells_;
  std::vector<std::size_t> rounded_;
  std::size_t bytes_ = 0;   // of cells_
  std::uint64_t sum_ = 0;   // of all cells so far
  std::size_t number_ = 0;  // of the row, from 1
  std::size_t column_ = 0;  // of the cell, from 1
  bool in_row_ = false;
  bool hidden_ = false;
  bool in_cell_ = false;
  bool has_row_ = false;
  bool takes_text_ = false;
  bool has_formula_ = false;
  unsigned sounds_ = 0;
  std::string type_;
  unsigned style_ = 0;
  std::string text_;
};

}  // namespace huice::formats
