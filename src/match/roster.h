// SPDX-License-Identifier: Apache-2.0
#pragma once

// 政策找企业: a table with one enterprise a row. Columns whose header is a profile field's label or
// id hold answers; all others say who the enterprise is and are carried along. The text
// of a cell goes into the output alone: problems name row and column and what was expected.

#include "base/spelling_budget.h"
#include "formats/table.h"
#include "match/cells.h"
#include "match/roster_layout.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace huice::match {

/// One enterprise.
struct Entry {
  std::size_t number = 0;            ///< the table's row
  std::vector<std::string> carried;  ///< cells of carried_columns()
  Answers answers;
};

class Roster {
 public:
  /// Finds the header among the first rows (find_header). Reports where it is if not in the first
  /// row, which columns are answers, headers
  /// that come close to a field's name but are none, a field that is in two columns, and a
  /// table without any field. Of a table without any field nothing is quoted: its first row may be
  /// an enterprise.
  /// REQUIRES: the three outlive the roster.
  Roster(formats::RowReader& reader, const model::RecordList<model::ProfileField>& profile,
         Diagnostics& problems);

  /// Whether the table can be used at all.
  bool usable() const { return usable_; }
  /// All different: one without a header is named for its letters, one that is there again is
  /// numbered.
  const std::vector<std::string>& carried_columns() const { return carried_names_; }

  /// The next enterprise, or nothing at the end. A cell that cannot be read is reported and counts
  /// as not answered. Totals and remarks are reported and left out, and so is a row whose cells are
  /// not as many as the header's: they may be in other columns than they seem. Hidden rows are
  /// enterprises; at the end they are reported. What is merged over several rows of one column
  /// holds for each of them, where the column has words or days: of a sum nobody knows whether it
  /// is of all of them together. The other merged cells below the header are reported.
  std::optional<Entry> next();

  /// How many rows were left out because they could not be read.
  std::size_t unread() const { return unread_; }

 private:
  struct Column {
    std::string name;                  ///< as the header has it, without blanks around
    std::optional<std::size_t> field;  ///< the one it answers
    std::string unit;                  ///< of bare numbers, from the header; empty: none
    std::size_t carried = 0;           ///< where it is in carried_columns(), if it answers none
    bool rounded = false;              ///< a number that lost digits was reported
    bool hidden = false;               ///< so was a character that nobody sees
  };

  void read_header();
  bool next_row(formats::Row& row);
  bool is_left_out(const formats::Row& row);
  /// Of a cell of the row in hand; of the header before any.
  Location place(std::size_t column) const;
  void report_end();
  void report_merged();
  bool holds_for_each(const formats::MergedCells& cells) const;
  void fill_merged(formats::Row& row);
  Column column_of(const std::string& name) const;
  void report_no_field();
  void check_header();
  void name_carried(Column& column, std::size_t place);
  void warn_if_near(std::size_t column);
  void report_columns();
  void report_rounded(const formats::Row& row);
  void report_unseen(std::size_t column, std::string_view text);
  logic::Value answer(std::size_t column, std::size_t row, std::string_view cell);

  formats::RowReader& reader_;
  const model::RecordList<model::ProfileField>& profile_;
  Diagnostics& problems_;
  std::vector<Column> columns_;
  std::vector<std::string> carried_names_;
  std::unordered_map<std::string, int> taken_;  ///< these, and the last number behind each
  SpellingBudget spelling_;
  std::vector<formats::Row> ahead_;            ///< rows read while the header was looked for
  std::vector<std::vector<Location>> places_;  ///< of their cells
  Location file_;
  std::size_t given_ = 0;       ///< of these
  std::size_t row_ = 0;         ///< the row in hand, where it is one of these
  std::size_t header_row_ = 0;  ///< the last one of the header, as the table counts
  std::vector<std::pair<formats::MergedCells, std::string>> merged_;  ///< with their content
  std::size_t unread_ = 0;
  std::size_t hidden_ = 0;
  std::size_t first_hidden_ = 0;
  bool usable_ = false;
};

}  // namespace huice::match
