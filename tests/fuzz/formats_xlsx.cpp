// SPDX-License-Identifier: Apache-2.0
// Reads the input as a workbook: the bytes of an archive, or the texts of its parts, each after a
// line "--- part NAME", which are packed first, so that the fuzzer need not learn to deflate.

#include "base/memory_files.h"
#include "formats/table.h"
#include "input/packed_parts.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  huice::MemoryFileSystem files;
  files.put("t.xlsx", huice::test::packed_parts(input));
  huice::Diagnostics problems;
  const auto reader = huice::formats::open_xlsx(files, "t.xlsx", "", problems);
  if (!reader && !problems.has_errors()) std::abort();
  huice::formats::Row row;
  std::size_t last = 0;
  while (reader && reader->next(row)) {
    const bool in_order = row.number > last && row.number <= huice::formats::kMostRows;
    if (!in_order || row.cells.empty() || row.cells.size() > huice::formats::kMostColumns) {
      std::abort();
    }
    if (reader->place(row.cells.size() - 1).line != row.number) std::abort();
    last = row.number;
  }
  for (const huice::Diagnostic& found : problems.sorted())
    huice::format_diagnostic(found, huice::Language::en);
  return 0;
}
