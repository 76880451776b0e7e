// SPDX-License-Identifier: Apache-2.0
#pragma once

// 政策找企业: a table with one enterprise a row. Columns whose header is a profile field's label or
// id hold answers; all others say who the enterprise is and are carried along. What stands in a
// cell is told to nobody but the output: problems name row and column, and the cell only where it
// is an answer.

#include "formats/table.h"
#include "match/answers.h"

#include <memory>
#include <optional>
#include <string>
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
  /// Reads the header. Reports headers that come close to a field's name but are none, a field that
  /// stands in two columns, and a table without any field.
  /// REQUIRES: the three outlive the roster.
  Roster(formats::RowReader& reader, const std::vector<model::ProfileField>& profile,
         Diagnostics& problems);

  /// Whether the table can be used at all.
  bool usable() const { return usable_; }
  const std::vector<std::string>& carried_columns() const { return carried_names_; }

  /// The next enterprise, or nothing at the end. A cell that cannot be read is reported and counts
  /// as not answered.
  std::optional<Entry> next();

  /// How many cells could not be read so far.
  std::size_t bad_cells() const { return bad_cells_; }

 private:
  void read_header(const std::vector<std::string>& header);
  void assign(std::size_t column, const std::string& name);
  void report(Diagnostic found);

  formats::RowReader& reader_;
  const std::vector<model::ProfileField>& profile_;
  Diagnostics& problems_;
  std::vector<std::optional<std::size_t>> fields_;  ///< by column: which field it answers
  std::vector<std::string> carried_names_;
  std::size_t bad_cells_ = 0;
  bool usable_ = false;
};

}  // namespace huice::match
