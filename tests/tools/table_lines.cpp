// SPDX-License-Identifier: Apache-2.0
// Tables for tests/scripts/xlsx.py, as JSON lines.
//   table_lines read FILE [SHEET]   a row a line: {"row": 1, "cells": ["…", …], "place": "…"}; then
//                                   one line of problems: {"problems": ["…", …]}
//   table_lines write FILE          reads {"columns": […], "created": "…"} and then rows: a text is
//   a
//                                   text, ["12.5"] a number, null none
//   table_lines time FILE ROWS COLUMNS   writes such a table, reads it back, says how long each
//   took

#include "formats/table.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <iostream>
#include <string>

namespace {

using namespace huice;
using namespace huice::formats;
using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string shown(const Location& place) {
  return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

int fail(const Diagnostic& found) {
  std::cerr << format_diagnostic(found, Language::en);
  return 1;
}

int read(const std::string& path, const std::string& sheet) {
  const RealFileSystem files;
  Diagnostics problems;
  const std::unique_ptr<RowReader> reader = open_table(files, path, sheet, problems);
  Row row;
  while (reader && reader->next(row)) {
    const Json line{{"row", row.number}, {"cells", row.cells}, {"place", shown(reader->place(0))}};
    std::cout << dumped(line) << "\n";
  }
  Json messages = Json::array();
  for (const Diagnostic& found : problems.sorted())
    messages.push_back(format_diagnostic(found, Language::en));
  std::cout << dumped({{"problems", messages}}) << "\n";
  return 0;
}

Cell cell_of(const Json& json) {
  if (json.is_null()) return Cell::none();
  if (json.is_array()) return Cell::number(json.at(0).get<std::string>());
  return Cell::of(json.get<std::string>());
}

int write(const std::string& path) {
  std::string line;
  std::getline(std::cin, line);
  const Json head = Json::parse(line);
  TableOptions options;
  options.created = head.at("created").get<std::string>();
  for (const Json& name : head.at("columns")) options.columns.push_back({name, 0});
  const Result<TableKind> kind = table_kind(path);
  if (!kind) return fail(kind.error());
  RealFileSystem files;
  Result<std::unique_ptr<RowWriter>> writer = create_table(files, path, kind.value(), options);
  if (!writer) return fail(writer.error());
  std::vector<Cell> row;
  while (std::getline(std::cin, line)) {
    row.clear();
    for (const Json& cell : Json::parse(line)) row.push_back(cell_of(cell));
    const Result<void> done = writer.value()->write(row);
    if (!done) return fail(done.error());
  }
  const Result<void> done = writer.value()->finish();
  return done ? 0 : fail(done.error());
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

int time(const std::string& path, std::size_t rows, std::size_t columns) {
  TableOptions options;
  options.created = "2026-01-01";
  for (std::size_t i = 0; i < columns; ++i)
    options.columns.push_back({"列" + std::to_string(i), 0});
  RealFileSystem files;
  auto start = std::chrono::steady_clock::now();
  Result<std::unique_ptr<RowWriter>> writer =
      create_table(files, path, table_kind(path).value(), options);
  if (!writer) return fail(writer.error());
  std::vector<Cell> cells(columns);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      const std::string number = std::to_string(i * 31 + j);
      cells[j] = j % 2 == 0 ? Cell::of("鄂尔多斯企业" + number) : Cell::number(number + ".5");
    }
    const Result<void> done = writer.value()->write(cells);
    if (!done) return fail(done.error());
  }
  const Result<void> done = writer.value()->finish();
  if (!done) return fail(done.error());
  std::cout << "write " << seconds_since(start) << " s\n";
  start = std::chrono::steady_clock::now();
  Diagnostics problems;
  const std::unique_ptr<RowReader> reader = open_table(files, path, "", problems);
  Row row;
  std::size_t bytes = 0;
  std::size_t count = 0;
  for (; reader && reader->next(row); ++count) {
    for (const std::string& cell : row.cells) bytes += cell.size();
  }
  std::cout << "read " << seconds_since(start) << " s, " << count << " rows, " << bytes
            << " bytes of text\n";
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  if (words.size() >= 2 && words[0] == "read") return read(words[1], count > 3 ? words[2] : "");
  if (words.size() == 2 && words[0] == "write") return write(words[1]);
  if (words.size() == 4 && words[0] == "time") {
    return time(words[1], std::stoul(words[2]), std::stoul(words[3]));
  }
  std::cerr << "table_lines read FILE [SHEET] | write FILE | time FILE ROWS COLUMNS\n";
  return 2;
}
