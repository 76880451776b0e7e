// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables and their problems as one text, for the tests.

#include "base/memory_files.h"
#include "formats/table.h"

#include <string>

namespace huice::test {

struct TableText {
  std::string rows;      ///< "1: a|b\n" a row
  std::string problems;  ///< as the user sees them
};

inline std::string text_of(const Diagnostics& problems) {
  std::string out;
  for (const Diagnostic& found : problems.sorted()) out += format_diagnostic(found, Language::en);
  return out;
}

inline TableText table_text(const FileSystem& files, const std::string& path,
                            const std::string& sheet = "") {
  TableText out;
  Diagnostics problems;
  const std::unique_ptr<formats::RowReader> reader =
      formats::open_table(files, path, sheet, problems);
  formats::Row row;
  while (reader && reader->next(row)) {
    out.rows += std::to_string(row.number) + ": ";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (i > 0) out.rows += '|';
      out.rows += row.cells[i];
    }
    out.rows += '\n';
  }
  out.problems = text_of(problems);
  return out;
}

inline TableText table_text(const std::string& path, const std::string& bytes,
                            const std::string& sheet = "") {
  MemoryFileSystem files;
  files.put(path, bytes);
  return table_text(files, path, sheet);
}

}  // namespace huice::test
