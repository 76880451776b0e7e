// SPDX-License-Identifier: Apache-2.0
//
// A header row becomes Columns: the way through the field tables to the scalar each cell fills.
// Rows are then read cell by cell; whether required fields are there is checked per object, so
// that an absent optional object (a source, say) may leave all its cells empty.
#include "load/csv_file.h"

#include "base/messages/data.h"
#include "base/messages/formats.h"
#include "base/messages/load.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "formats/csv_row.h"

#include <algorithm>
#include <set>

namespace huice::load {
namespace {

using model::Field;
using model::Presence;
using model::Shape;

struct Column {
  std::vector<const Field*> path;  ///< empty: an unknown column, already reported
  std::string name;
};

bool is_scalar(const Shape& shape) {
  return shape.kind != Shape::Kind::list && shape.kind != Shape::Kind::object;
}

// Every name a column may have, "source.document" included.
void collect_names(const Shape& object, const std::string& prefix, std::vector<std::string>& out) {
  for (const Field& field : object.fields) {
    const std::string name = prefix + std::string(field.key);
    if (field.shape->kind == Shape::Kind::object) {
      collect_names(*field.shape, name + ".", out);
    } else if (is_scalar(*field.shape) || is_scalar(*field.shape->element)) {
      out.push_back(name);
    }
  }
}

std::vector<const Field*> find_path(const Shape& object, std::string_view name) {
  std::vector<const Field*> path;
  const Shape* shape = &object;
  while (true) {
    const std::size_t point = name.find('.');
    const Field* field = find_field(*shape, name.substr(0, point));
    if (field == nullptr) return {};
    path.push_back(field);
    shape = field->shape;
    if (point == std::string_view::npos) break;
    if (shape->kind != Shape::Kind::object) return {};
    name.remove_prefix(point + 1);
  }
  const bool fits =
      is_scalar(*shape) || (shape->kind == Shape::Kind::list && is_scalar(*shape->element));
  return fits ? path : std::vector<const Field*>{};
}

class Table {
 public:
  Table(const Shape& list, void* target, FileContext& context)
      : list_(list), record_(*list.element), target_(target), context_(context) {}

  void read() {
    std::size_t offset = 0;
    std::vector<Cell> row;
    if (!next_csv_row(context_.text(), offset, row, context_)) {
      context_.report(msg::csv_empty{}, Span{0, 1});
      return;
    }
    read_header(row);
    while (next_csv_row(context_.text(), offset, row, context_)) read_row(row);
  }

 private:
  void read_header(const std::vector<Cell>& row) {
    std::vector<std::string> known;
    collect_names(record_, "", known);
    std::set<std::string> seen;
    for (const Cell& cell : row) {
      const std::string name(utf8::trimmed(cell.text));
      Column column{find_path(record_, name), name};
      if (column.path.empty()) {
        const std::vector<std::string_view> candidates(known.begin(), known.end());
        context_.report(msg::unknown_column{.column = name, .record = record_.name}, cell.span,
                        nearest(name, candidates));
      } else if (!seen.insert(name).second) {
        context_.report(msg::duplicate_column{.column = name}, cell.span);
        column.path.clear();
      }
      columns_.push_back(std::move(column));
    }
    for (const Field& field : record_.fields) {
      if (field.presence == Presence::optional || field.shape->kind == Shape::Kind::object ||
          seen.contains(std::string(field.key))) {
        continue;
      }
      missing_columns_.insert(&field);
      context_.report(msg::missing_column{.column = field.key, .doc = field.doc}, row.front().span);
    }
  }

  void read_row(const std::vector<Cell>& row) {
    // Spreadsheets leave rows of commas where something was deleted.
    const bool blank = std::all_of(
        row.begin(), row.end(), [](const Cell& cell) { return utf8::trimmed(cell.text).empty(); });
    if (blank) return;
    if (row.size() != columns_.size()) {
      context_.report(msg::csv_ragged{.cells = row.size(), .header = columns_.size()},
                      row.back().span);
      return;
    }
    void* record = list_.append(target_);
    if (record_.place != nullptr) *record_.place(record) = context_.place(row.front().span.offset);
    filled_.clear();
    for (std::size_t i = 0; i < row.size(); ++i) read_cell(columns_[i], row[i], record);
    report_missing(record_, record, row.front().span);
  }

  void read_cell(const Column& column, const Cell& cell, void* record) {
    const std::string_view value = utf8::trimmed(cell.text);
    if (column.path.empty() || value.empty()) return;
    void* target = record;
    for (const Field* field : column.path) {
      filled_.insert({target, field});
      target = field->member(target);
      if (!field->shape->nullable) continue;
      void* held = field->shape->held(target);
      target = held != nullptr ? held : field->shape->engage(target);
    }
    const Shape& shape = *column.path.back()->shape;
    if (is_scalar(shape)) {
      context_.read_scalar(shape, target, column.name, value, cell.span);
      return;
    }
    for (std::size_t start = 0; start <= value.size();) {
      const std::size_t end = std::min(value.find(';', start), value.size());
      context_.read_scalar(*shape.element, shape.append(target), column.name,
                           utf8::trimmed(value.substr(start, end - start)), cell.span);
      start = end + 1;
    }
  }

  void report_missing(const Shape& object, void* target, Span row) {
    for (const Field& field : object.fields) {
      const bool filled = filled_.contains({target, &field});
      if (!filled && field.presence == Presence::required && !missing_columns_.contains(&field)) {
        context_.report(msg::missing_key{.record = object.name, .key = field.key, .doc = field.doc},
                        row);
      }
      if (!filled || field.shape->kind != Shape::Kind::object) continue;
      void* inner = field.member(target);
      if (field.shape->nullable) inner = field.shape->held(inner);
      report_missing(*field.shape, inner, row);
    }
  }

  const Shape& list_;
  const Shape& record_;
  void* target_;
  FileContext& context_;
  std::vector<Column> columns_;
  std::set<const Field*> missing_columns_;
  std::set<std::pair<void*, const Field*>> filled_;
};

}  // namespace

bool next_csv_row(std::string_view text, std::size_t& offset, std::vector<Cell>& row,
                  FileContext& context) {
  row.clear();
  std::vector<formats::CsvCell> cells;
  const formats::CsvSplit split = formats::split_csv_row(text, offset, cells);
  if (split == formats::CsvSplit::open_quote) {
    context.report(msg::csv_open_quote{}, Span{cells.back().offset, 1});
  }
  if (split != formats::CsvSplit::row) return false;
  for (formats::CsvCell& cell : cells) {
    row.push_back({std::move(cell.text), Span{cell.offset, cell.length}});
  }
  return true;
}

bool fits_a_table(const Shape& record) {
  return std::all_of(record.fields.begin(), record.fields.end(), [](const Field& field) {
    const Shape& shape = *field.shape;
    if (field.presence == Presence::optional || is_scalar(shape)) return true;
    return shape.kind == Shape::Kind::object ? fits_a_table(shape) : is_scalar(*shape.element);
  });
}

void read_csv_list(const Shape& list_shape, void* list, FileContext& context) {
  Table(list_shape, list, context).read();
}

}  // namespace huice::load
