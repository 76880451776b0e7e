// SPDX-License-Identifier: Apache-2.0
// A row is split at pipes without a backslash before them; everything else about a cell (code
// spans, emphasis, escapes) is decided later, when its source is read as inline Markdown. That is
// GFM's order: a pipe inside a code span splits too unless escaped.
#include "markdown/pipe_table.h"

#include "base/ascii.h"

#include <algorithm>

namespace huice::markdown {
namespace {

bool is_padding(char c) {
  return ascii::is_space_or_tab(c) || c == '\r';
}

std::size_t skip_blanks(std::string_view line, std::size_t from) {
  while (from < line.size() && is_padding(line[from])) ++from;
  return from;
}

std::size_t trimmed_end(std::string_view line, std::size_t from, std::size_t end) {
  while (end > from && is_padding(line[end - 1])) --end;
  return end;
}

/// The end of the cell that starts at `from`: an unescaped pipe or the end of the line.
std::size_t cell_end(std::string_view line, std::size_t from) {
  for (std::size_t i = from; i < line.size(); ++i) {
    if (line[i] == '|' && (i == from || line[i - 1] != '\\')) return i;
  }
  return line.size();
}

std::string unescape_pipes(std::string_view cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == '\\' && i + 1 < cell.size() && cell[i + 1] == '|') continue;
    out += cell[i];
  }
  return out;
}

/// At most `limit` cells of the row; further ones are GFM's "excess", which is ignored.
PipeRow split_row(std::string_view line, std::size_t limit) {
  PipeRow row;
  std::size_t at = skip_blanks(line, 0);
  const std::size_t end = trimmed_end(line, at, line.size());
  line = line.substr(0, end);
  if (at < end && line[at] == '|') ++at;
  while (row.size() < limit) {
    const std::size_t stop = cell_end(line, at);
    const std::size_t from = std::min(skip_blanks(line, at), stop);
    const std::size_t to = trimmed_end(line, from, stop);
    row.push_back({unescape_pipes(line.substr(from, to - from)), from});
    if (stop + 1 >= end) break;
    at = stop + 1;
  }
  return row;
}

std::optional<Align> delimiter_cell(std::string_view cell) {
  const bool left = !cell.empty() && cell.front() == ':';
  if (left) cell.remove_prefix(1);
  const bool right = !cell.empty() && cell.back() == ':';
  if (right) cell.remove_suffix(1);
  if (cell.empty() || cell.find_first_not_of('-') != std::string_view::npos) return std::nullopt;
  if (left) return right ? Align::center : Align::left;
  return right ? Align::right : Align::none;
}

/// The columns' alignments, or nothing where the line is not a delimiter row.
std::vector<Align> delimiter_row(std::string_view line) {
  std::vector<Align> columns;
  if (line.find('|') == std::string_view::npos) return columns;
  if (line.find_first_not_of("|:- \t\r") != std::string_view::npos) return columns;
  for (const PipeCell& cell : split_row(line, kMaxTableCells)) {
    const auto align = delimiter_cell(cell.source);
    if (!align) return {};
    columns.push_back(*align);
  }
  return columns;
}

}  // namespace

std::optional<PipeTable> find_pipe_table(const std::vector<std::string_view>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    PipeTable table;
    table.columns = delimiter_row(lines[i]);
    const std::size_t width = table.columns.size();
    if (width == 0) continue;
    PipeRow header = split_row(lines[i - 1], width + 1);
    if (header.size() != width) continue;
    if (width * (lines.size() - i) > kMaxTableCells) continue;
    table.header_line = i - 1;
    table.rows.push_back(std::move(header));
    for (std::size_t row = i + 1; row < lines.size(); ++row) {
      table.rows.push_back(split_row(lines[row], width));
    }
    return table;
  }
  return std::nullopt;
}

}  // namespace huice::markdown
