// SPDX-License-Identifier: Apache-2.0
#include "base/ascii.h"
#include "base/messages/formats.h"
#include "formats/table.h"
#include "formats/writers.h"

#include <algorithm>

namespace huice::formats {
namespace {

bool ends_in(std::string_view path, std::string_view ending) {
  if (path.size() <= ending.size()) return false;
  return ascii::equal_ignoring_case(path.substr(path.size() - ending.size()), ending);
}

}  // namespace

Result<TableKind> table_kind(const std::string& path) {
  if (ends_in(path, ".csv")) return TableKind::csv;
  if (ends_in(path, ".xlsx")) return TableKind::xlsx;
  if (ends_in(path, ".json")) return TableKind::json;
  if (ends_in(path, ".jsonl")) return TableKind::jsonl;
  return problem(msg::table_kind{.name = path.substr(path.rfind('/') + 1)},
                 Location::of_file(path));
}

Result<std::unique_ptr<RowWriter>> create_table(FileSystem& files, const std::string& path,
                                                TableKind kind, const TableOptions& options) {
  if (options.columns.size() > kMostColumns) {
    return problem(msg::table_too_large{.part = msg::part_header{},
                                        .limit = msg::limit_cells{.count = kMostColumns}},
                   Location::of_file(path));
  }
  Result<std::unique_ptr<TargetFile>> file = TargetFile::begin(files, path);
  if (!file) return file.error();
  if (kind == TableKind::csv) return create_csv(std::move(file).value(), options);
  if (kind == TableKind::xlsx) return create_xlsx(std::move(file).value(), options);
  return create_json(std::move(file).value(), options, kind == TableKind::jsonl);
}

}  // namespace huice::formats
