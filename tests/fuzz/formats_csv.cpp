// SPDX-License-Identifier: Apache-2.0
// Reads the input as a CSV table, writes what came out, and reads that: the same rows, but for the
// apostrophe that keeps a text from becoming a formula.

#include "base/memory_files.h"
#include "formats/table.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace huice;
using namespace huice::formats;
using Rows = std::vector<std::vector<std::string>>;

// Every row is written as wide as the widest: of a wide row and many short ones, most of a run's
// time would be commas.
constexpr std::size_t kMostCells = 20000;

Rows read(const MemoryFileSystem& files, const std::string& path, Diagnostics& problems) {
  Rows out;
  const auto reader = open_csv(files, path, problems);
  if (!reader && !problems.has_errors()) std::abort();
  Row row;
  std::size_t last_row = 0;
  std::size_t last_line = 0;
  while (reader && reader->next(row)) {
    const std::size_t line = reader->place(0).line;
    // After a cell of several lines, a row is further down in the file than in a spreadsheet.
    if (row.number <= last_row || line <= last_line || line < row.number) std::abort();
    last_row = row.number;
    last_line = line;
    out.push_back(row.cells);
  }
  for (const Diagnostic& found : problems.sorted()) format_diagnostic(found, Language::en);
  return out;
}

void write(MemoryFileSystem& files, const Rows& rows, std::size_t columns) {
  TableOptions options;
  for (std::size_t i = 0; i < columns; ++i) options.columns.push_back({"c", 0});
  const auto writer = create_table(files, "out.csv", TableKind::csv, options);
  if (!writer) std::abort();
  for (const std::vector<std::string>& row : rows) {
    std::vector<Cell> cells;
    for (const std::string& text : row) cells.push_back(Cell::of(text));
    if (!writer.value()->write(cells)) std::abort();
  }
  if (!writer.value()->finish()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  MemoryFileSystem files;
  files.put("in.csv", std::string_view(reinterpret_cast<const char*>(data), size));
  Diagnostics problems;
  const Rows rows = read(files, "in.csv", problems);
  std::size_t columns = 1;
  for (const std::vector<std::string>& row : rows) columns = std::max(columns, row.size());
  if (rows.size() * columns > kMostCells) return 0;
  write(files, rows, columns);
  Diagnostics again;
  const Rows written = read(files, "out.csv", again);
  if (!again.empty() || written.size() != rows.size() + 1) std::abort();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < rows[i].size(); ++j) {
      const std::string& found = written[i + 1].at(j);
      if (found != rows[i][j] && found != "'" + rows[i][j]) std::abort();
    }
  }
  return 0;
}
