// SPDX-License-Identifier: Apache-2.0
// Reads the input as a workbook: the bytes of an archive, or the texts of its parts, each after a
// line "--- part NAME", which are packed first, so that the fuzzer need not learn to deflate.

#include "base/memory_files.h"
#include "formats/table.h"
#include "formats/zip_file.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

constexpr std::string_view kMark = "--- part ";

std::string packed(std::string_view text) {
  huice::test::Parts parts;
  while (text.starts_with(kMark)) {
    text.remove_prefix(kMark.size());
    const std::size_t line = std::min(text.find('\n'), text.size());
    const std::string name(text.substr(0, line));
    text.remove_prefix(std::min(line + 1, text.size()));
    const std::size_t mark = text.find("\n--- part ");
    const std::size_t end = std::min(mark, text.size());
    parts.emplace_back(name, text.substr(0, end));
    text.remove_prefix(mark == std::string_view::npos ? end : end + 1);
  }
  return huice::test::zip_of(parts, false);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  huice::MemoryFileSystem files;
  files.put("t.xlsx", input.starts_with(kMark) ? packed(input) : std::string(input));
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
