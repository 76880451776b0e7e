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
#include "formats/table.h"
#include "model/written_number.h"

#include <algorithm>
#include <array>
#include <set>

namespace huice::load {
namespace {

using model::Field;
using model::ListForm;
using model::ObjectForm;
using model::Presence;
using model::Shape;

struct Column {
  std::vector<const Field*> path;  ///< empty: an unknown column, already reported
  std::string name;
};

// A list of single values.
bool is_plain_list(const Shape& shape) {
  return shape.list() != nullptr && shape.list()->element->scalar() != nullptr;
}

bool fits_a_cell(const Shape& shape) {
  return shape.scalar() != nullptr || is_plain_list(shape);
}

// Every name a column may have, "source.document" included.
void collect_names(const ObjectForm& object, const std::string& prefix,
                   std::vector<std::string>& out) {
  for (const Field& field : object.fields) {
    const std::string name = prefix + std::string(field.key);
    if (const auto* inner = field.shape->object()) {
      collect_names(*inner, name + ".", out);
    } else if (fits_a_cell(*field.shape)) {
      out.push_back(name);
    }
  }
}

std::vector<const Field*> find_path(const ObjectForm& record, std::string_view name) {
  std::vector<const Field*> path;
  const ObjectForm* object = &record;
  while (object != nullptr) {
    const std::size_t point = name.find('.');
    const Field* field = find_field(*object, name.substr(0, point));
    if (field == nullptr) return {};
    path.push_back(field);
    if (point == std::string_view::npos) {
      return fits_a_cell(*field->shape) ? path : std::vector<const Field*>{};
    }
    object = field->shape->object();
    name.remove_prefix(point + 1);
  }
  return {};
}

// What offices write above the columns of their tables.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kHeadings{
    {{"编号", "id"},
     {"名称", "name"},
     {"指标", "indicator"},
     {"地区", "region"},
     {"时期", "period"},
     {"期间", "period"},
     {"年份", "period"},
     {"限定词", "qualifier"},
     {"限定", "qualifier"},
     {"数值", "value"},
     {"数据", "value"},
     {"单位", "unit"},
     {"备注", "note"},
     {"类别", "kind"},
     {"上级", "parent"},
     {"来源", "source.document"},
     {"来源位置", "source.place"},
     {"位置", "source.place"},
     {"来源网址", "source.url"},
     {"可靠程度", "source.reliability"},
     {"可靠性", "source.reliability"},
     {"级别", "level"}}};

// The field's key that a heading means, or the heading.
std::string_view key_of(std::string_view heading) {
  for (const auto& [written, key] : kHeadings) {
    if (written == heading) return key;
  }
  return heading;
}

class Table {
 public:
  Table(const ListForm& list, void* target, FileContext& context)
      : list_(list),
        name_(list.element->name),
        record_(*list.element->object()),
        target_(target),
        context_(context) {}

  void read() {
    std::size_t offset = 0;
    std::vector<Cell> row;
    if (!next_csv_row(context_.text(), offset, row, context_)) {
      context_.report(msg::csv_empty{}, Span{0, 1});
      return;
    }
    if (!read_header(row)) return;
    while (next_csv_row(context_.text(), offset, row, context_)) read_row(row);
  }

 private:
  // A table whose columns are separated by another sign is one problem, not one a column.
  bool has_other_separator(const Cell& only, const std::vector<std::string>& known) {
    for (const std::string_view sign : formats::kOtherSeparators) {
      const std::string_view text = only.text;
      const std::string first(key_of(utf8::trimmed(text.substr(0, text.find(sign)))));
      if (text.find(sign) == std::string_view::npos) continue;
      if (std::find(known.begin(), known.end(), first) == known.end()) continue;
      context_.report(msg::csv_separator{.sign = formats::separator_name(sign)}, only.span);
      return true;
    }
    return false;
  }

  bool read_header(const std::vector<Cell>& row) {
    std::vector<std::string> known;
    collect_names(record_, "", known);
    if (row.size() == 1 && has_other_separator(row.front(), known)) return false;
    std::set<std::string> seen;
    for (const Cell& cell : row) {
      const std::string_view written = model::without_blanks(cell.text);
      const std::string name(find_path(record_, written).empty() ? key_of(written) : written);
      Column column{find_path(record_, name), name};
      if (column.path.empty()) {
        const std::vector<std::string_view> candidates(known.begin(), known.end());
        context_.report(msg::unknown_column{.column = written, .record = name_}, cell.span,
                        nearest(name, candidates));
      } else if (!seen.insert(name).second) {
        context_.report(msg::duplicate_column{.column = name}, cell.span);
        column.path.clear();
      }
      columns_.push_back(std::move(column));
    }
    for (const Field& field : record_.fields) {
      if (field.presence == Presence::optional || field.shape->object() != nullptr ||
          seen.contains(std::string(field.key))) {
        continue;
      }
      missing_columns_.insert(&field);
      context_.report(msg::missing_column{.column = field.key, .doc = field.doc}, row.front().span);
    }
    return true;
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
    report_missing(name_, record_, record, row.front().span);
  }

  void read_cell(const Column& column, const Cell& cell, void* record) {
    const std::string_view value = model::without_blanks(cell.text);
    if (column.path.empty() || value.empty()) return;
    void* target = record;
    for (const Field* field : column.path) {
      filled_.insert({target, field});
      target = field->member(target);
      if (!field->shape->nullable) continue;
      void* held = field->shape->nullable->held(target);
      target = held != nullptr ? held : field->shape->nullable->engage(target);
    }
    const Shape& shape = *column.path.back()->shape;
    const ListForm* list = shape.list();
    if (list == nullptr) {
      context_.read_scalar(shape, target, column.name, value, cell.span);
      return;
    }
    constexpr std::string_view kWide = "；";
    for (std::size_t start = 0; start <= value.size();) {
      const std::size_t narrow = value.find(';', start);
      const std::size_t wide = value.find(kWide, start);
      const std::size_t end = std::min({narrow, wide, value.size()});
      context_.read_scalar(*list->element, list->append(target), column.name,
                           model::without_blanks(value.substr(start, end - start)), cell.span,
                           msg::drop_empty{});
      start = end + (wide < narrow ? kWide.size() : 1);
    }
  }

  void report_missing(Wording name, const ObjectForm& object, void* target, Span row) {
    for (const Field& field : object.fields) {
      const bool filled = filled_.contains({target, &field});
      if (!filled && field.presence == Presence::required && !missing_columns_.contains(&field)) {
        context_.report(msg::missing_key{.record = name, .key = field.key, .doc = field.doc}, row);
      }
      const auto* inner = field.shape->object();
      if (!filled || inner == nullptr) continue;
      report_missing(field.shape->name, *inner, field.shape->value_in(field.member(target)), row);
    }
  }

  const ListForm& list_;
  const Wording name_;  ///< of one record
  const ObjectForm& record_;
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
  const auto& fields = record.object()->fields;
  return std::all_of(fields.begin(), fields.end(), [](const Field& field) {
    const Shape& shape = *field.shape;
    if (field.presence == Presence::optional || fits_a_cell(shape)) return true;
    return shape.object() != nullptr && fits_a_table(shape);
  });
}

void untyped::read_csv_list(const Shape& shape, void* list, FileContext& context) {
  Table(*shape.list(), list, context).read();
}

}  // namespace huice::load
