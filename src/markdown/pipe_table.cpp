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

/// A lone pipe has nothing between pipes.
bool has_cells(std::string_view line) {
  const std::size_t start = skip_blanks(line, 0);
  return line.substr(start, trimmed_end(line, start, line.size()) - start) != "|";
}

}  // namespace

std::optional<std::size_t> find_header(std::span<const ParagraphLine> lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].is_loose) continue;
    const std::size_t width = delimiter_row(lines[i].text).size();
    const std::string_view header = lines[i - 1].text;
    if (width == 0 || !has_cells(header)) continue;
    if (split_row(header, width + 1).size() != width) continue;
    if (width * (lines.size() - i) <= kMaxTableCells) return i - 1;
  }
  return std::nullopt;
}

std::optional<PipeTable> find_pipe_table(std::span<const ParagraphLine> lines) {
  const auto header = find_header(lines);
  if (!header) return std::nullopt;
  PipeTable table;
  table.header_line = *header;
  table.columns = delimiter_row(lines[*header + 1].text);
  for (std::size_t i = *header; i < lines.size(); ++i) {
    if (i != *header + 1) table.rows.push_back(split_row(lines[i].text, table.columns.size()));
  }
  return table;
}

}  // namespace huice::markdown
