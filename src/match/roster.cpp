// SPDX-License-Identifier: Apache-2.0
#include "match/roster.h"

#include "base/hidden_characters.h"
#include "base/messages/data.h"
#include "base/messages/formats.h"
#include "base/messages/match.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "model/written_number.h"

#include <algorithm>

namespace huice::match {

using model::all_digits;
using model::without_blanks;

namespace {

constexpr std::size_t kFewest = 2;  // characters that make one header part of another

struct Header {
  std::string_view label;
  std::string_view unit;
};

/// The two halves of “研发投入（万元）”; the unit is empty where there is none.
Header parts_of(std::string_view name) {
  auto [label, unit] = name_and_rest(name);
  for (const std::string_view word : {"单位：", "单位:"}) {
    if (unit.starts_with(word)) unit = without_blanks(unit.substr(word.size()));
  }
  return {label, unit == "％" ? "%" : unit};
}

/// The label that a header has in it, or that has the header in it; the longest.
std::string overlapping(std::string_view name,
                        const model::RecordList<model::ProfileField>& profile) {
  std::string_view found;
  for (const model::ProfileField& field : profile) {
    const std::string_view label = field.label;
    const bool within =
        (utf8::count(name) >= kFewest && label.find(name) != std::string_view::npos) ||
        (utf8::count(label) >= kFewest && name.find(label) != std::string_view::npos);
    if (within && label.size() > found.size()) found = label;
  }
  return std::string(found);
}

/// “1.50102E+17”, which is how Excel writes long numbers into CSV.
bool is_cut_short(std::string_view text) {
  const std::size_t e = text.find("E+");
  if (text.size() < 3 || text[1] != '.' || e == std::string_view::npos) return false;
  const std::string_view exponent = text.substr(e + 2);
  return all_digits(text.substr(0, 1)) && e > 2 && all_digits(text.substr(2, e - 2)) &&
         exponent.size() == 2 && all_digits(exponent) && exponent >= "15";
}

}  // namespace

Roster::Roster(formats::RowReader& reader, const model::RecordList<model::ProfileField>& profile,
               Diagnostics& problems)
    : reader_(reader), profile_(profile), problems_(problems) {
  formats::Row row;
  while (ahead_.size() < kHeaderRows && reader_.next(row)) {
    std::vector<Location>& places = places_.emplace_back();
    for (std::size_t i = 0; i < row.cells.size(); ++i) places.push_back(reader_.place(i));
    ahead_.push_back(row);
  }
  file_ = Location::of_file(reader_.place(0).file);
  if (!ahead_.empty()) {
    read_header();
  } else if (!reader_.broken()) {
    problems_.add(problem(msg::csv_empty{}, file_));
  }
}

Location Roster::place(std::size_t column) const {
  if (row_ >= places_.size()) return reader_.place(column);
  const std::vector<Location>& places = places_[row_];
  return places.empty() ? file_ : places[std::min(column, places.size() - 1)];
}

void Roster::read_header() {
  const FoundHeader header = find_header(ahead_, [this](const std::string& name) {
    return !name.empty() && column_of(name).field.has_value();
  });
  given_ = header.rows;
  row_ = given_ - 1;
  header_row_ = header.last;
  for (const std::string& name : header.names) columns_.push_back(column_of(name));
  usable_ = std::any_of(columns_.begin(), columns_.end(),
                        [](const Column& column) { return column.field.has_value(); });
  if (!usable_) {
    report_no_field();
    return;
  }
  if (header.first != header.last) {
    problems_.add(
        problem(msg::roster_header_rows{.first = header.first, .last = header.last}, file_));
  } else if (header.rows > 1) {
    problems_.add(problem(msg::roster_header_row{.row = header.last}, file_));
  }
  check_header();
  for (formats::MergedCells& cells : reader_.merged()) {
    if (holds_for_each(cells)) merged_.emplace_back(std::move(cells), std::string());
  }
}

// A table whose columns are separated by another sign is one column here.
void Roster::report_no_field() {
  // Two names make a header; one may be a word of a remark.
  constexpr std::size_t kNames = 2;
  constexpr std::size_t kLongestName = 300;  // bytes
  const auto is_header = [this](const formats::Row& row, std::string_view sign) {
    if (row.cells.size() != 1) return false;
    std::string_view rest = row.cells.front();
    std::size_t named = 0;
    for (std::size_t piece = 0; piece < formats::kMostColumns && named < kNames; ++piece) {
      const std::size_t end = rest.find(sign);
      const std::string_view name = rest.substr(0, end);
      if (!name.empty() && name.size() < kLongestName && column_of(std::string(name)).field)
        ++named;
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + sign.size());
    }
    return named == kNames;
  };
  const auto has = [this, is_header](std::string_view sign) {
    return std::any_of(ahead_.begin(), ahead_.end(),
                       [is_header, sign](const formats::Row& row) { return is_header(row, sign); });
  };
  for (const std::string_view sign : formats::kOtherSeparators) {
    if (!has(sign)) continue;
    problems_.add(problem(msg::csv_separator{.sign = formats::separator_name(sign)}, place(0)));
    return;
  }
  problems_.add(problem(msg::roster_no_field{}, place(0)));
}

Roster::Column Roster::column_of(const std::string& name) const {
  const auto named = [this](std::string_view wanted) {
    return std::find_if(profile_.begin(), profile_.end(),
                        [wanted](const model::ProfileField& field) {
                          const auto& also = field.also;
                          return field.label == wanted || field.id == wanted ||
                                 std::find(also.begin(), also.end(), wanted) != also.end();
                        });
  };
  Column column;
  column.name = name;
  const Header parts = parts_of(name);
  auto found = named(name);
  if (found == profile_.end() && !parts.unit.empty()) {
    found = named(parts.label);
    if (found != profile_.end() && !is_unit_of(*found, parts.unit)) found = profile_.end();
    if (found != profile_.end()) column.unit = parts.unit;
  }
  if (found != profile_.end()) column.field = static_cast<std::size_t>(found - profile_.begin());
  return column;
}

void Roster::check_header() {
  std::vector<bool> answered(profile_.size(), false);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    Column& column = columns_[i];
    report_unseen(i, column.name);
    if (!column.field) {
      name_carried(column, i);
      warn_if_near(i);
      continue;
    }
    if (answered[*column.field]) {
      problems_.add(problem(msg::duplicate_column{.column = column.name}, place(i)));
    }
    answered[*column.field] = true;
  }
  report_columns();
}

void Roster::name_carried(Column& column, std::size_t place) {
  const std::string name =
      column.name.empty() ? formats::column_letters(place) + "列" : column.name;
  std::string free = name;
  while (taken_.contains(free)) free = name + "（" + std::to_string(++taken_[name]) + "）";
  taken_.emplace(free, 1);
  column.carried = carried_names_.size();
  carried_names_.push_back(std::move(free));
}

void Roster::warn_if_near(std::size_t column) {
  const std::string& name = columns_[column].name;
  std::vector<std::string_view> names;
  for (const model::ProfileField& field : profile_) names.push_back(field.label);
  for (const model::ProfileField& field : profile_) names.push_back(field.id);
  const std::string_view label = parts_of(name).label;
  std::string near = nearest(name, names, spelling_);
  if (near.empty()) near = nearest(label, names, spelling_);
  if (near.empty()) near = overlapping(label, profile_);
  if (near.empty()) return;
  Diagnostic found =
      problem(msg::roster_column{.column = name, .letters = formats::column_letters(column)},
              place(column));
  found.suggestion = near;
  problems_.add(std::move(found));
}

void Roster::report_columns() {
  constexpr std::size_t kShown = 60;
  std::vector<std::string> answers;
  std::vector<std::string> carried;
  for (std::size_t i = 0; i < columns_.size() && i <= kShown; ++i) {
    std::vector<std::string>& list = columns_[i].field ? answers : carried;
    list.push_back(i < kShown ? columns_[i].name : "…");
  }
  problems_.add(
      problem(msg::roster_columns{.answers = Argument::list(answers),
                                  .carried = carried.empty() ? Argument(msg::none_at_all{})
                                                             : Argument::list(carried)},
              file_));
}

bool Roster::next_row(formats::Row& row) {
  row_ = given_;
  if (given_ == ahead_.size()) return reader_.next(row);
  row = std::move(ahead_[given_++]);
  return true;
}

// Reports why.
bool Roster::is_left_out(const formats::Row& row) {
  const RowKind kind = kind_of_row(row.cells);
  if (kind != RowKind::enterprise) {
    const bool total = kind == RowKind::total;
    problems_.add(total ? problem(msg::roster_total_row{.row = row.number}, place(0))
                        : problem(msg::roster_remark_row{.row = row.number}, place(0)));
    return true;
  }
  if (!row.counted || row.cells.size() == columns_.size()) return false;
  ++unread_;
  problems_.add(problem(
      msg::roster_ragged{.row = row.number, .cells = row.cells.size(), .header = columns_.size()},
      place(0)));
  return true;
}

void Roster::report_end() {
  if (hidden_ > 0) {
    problems_.add(problem(msg::roster_hidden{.count = hidden_, .row = first_hidden_}, file_));
  }
  report_merged();
}

// Whether cells below the header are merged down one column, whose content every row may have.
bool Roster::holds_for_each(const formats::MergedCells& cells) const {
  const std::size_t column = cells.first_column - 1;
  const bool down = cells.first_row > header_row_ && cells.first_column == cells.last_column;
  if (!down || cells.first_column == 0 || column >= columns_.size()) return false;
  if (!columns_[column].field) return true;
  const auto type = profile_[*columns_[column].field].type;
  return type != model::ProfileType::money && type != model::ProfileType::rate &&
         type != model::ProfileType::number;
}

// Puts the content of merged cells into the rows they reach over.
void Roster::fill_merged(formats::Row& row) {
  for (auto& [cells, content] : merged_) {
    const std::size_t column = cells.first_column - 1;
    if (row.number == cells.first_row && column < row.cells.size()) content = row.cells[column];
    const bool below = row.number > cells.first_row && row.number <= cells.last_row;
    if (!below || content.empty()) continue;
    if (row.cells.size() <= column) row.cells.resize(column + 1);
    if (row.cells[column].empty()) row.cells[column] = content;
  }
}

void Roster::report_merged() {
  std::vector<std::string> names;
  std::vector<std::string> filled;
  for (const formats::MergedCells& cells : reader_.merged()) {
    if (cells.last_row <= header_row_) continue;
    (holds_for_each(cells) ? filled : names).push_back(cells.name);
  }
  constexpr std::size_t kShown = 5;
  const auto shown = [](std::vector<std::string> all) {
    if (all.size() > kShown) {
      all.resize(kShown);
      all.emplace_back("…");
    }
    return Argument::list(all);
  };
  if (!filled.empty()) {
    problems_.add(
        problem(msg::roster_filled{.count = filled.size(), .cells = shown(filled)}, file_));
  }
  if (names.empty()) return;
  problems_.add(problem(msg::roster_merged{.count = names.size(), .cells = shown(names)}, file_));
}

std::optional<Entry> Roster::next() {
  formats::Row row;
  do {
    if (next_row(row)) continue;
    report_end();
    return std::nullopt;
  } while (is_left_out(row));
  fill_merged(row);
  if (row.hidden && hidden_++ == 0) first_hidden_ = row.number;
  report_rounded(row);
  for (std::size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i) {
    report_unseen(i, row.cells[i]);
  }
  Entry entry;
  entry.number = row.number;
  entry.answers.resize(profile_.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::string cell = i < row.cells.size() ? std::move(row.cells[i]) : std::string();
    if (columns_[i].field) {
      entry.answers[*columns_[i].field] = answer(i, row.number, cell);
    } else {
      entry.carried.push_back(std::move(cell));
    }
  }
  return entry;
}

logic::Value Roster::answer(std::size_t column, std::size_t row, std::string_view cell) {
  const model::ProfileField& field = profile_[*columns_[column].field];
  auto read = read_cell(field, cell, columns_[column].unit);
  if (read) return std::move(*read);
  problems_.add(problem(msg::roster_cell{.row = row,
                                         .letters = formats::column_letters(column),
                                         .column = columns_[column].name,
                                         .wanted = expected(field)},
                        place(column)));
  return {};
}

// Of each column the first: a list that was pasted from a page has them in every row.
void Roster::report_unseen(std::size_t i, std::string_view text) {
  if (columns_[i].hidden) return;
  const auto one = odd_characters(text, false).hidden;
  if (!one) return;
  columns_[i].hidden = true;
  const std::string& name = columns_[i].name;
  problems_.add(
      problem(hidden_message(name.empty() ? formats::column_letters(i) : name, *one), place(i)));
}

void Roster::report_rounded(const formats::Row& row) {
  const auto report = [this](std::size_t i) {
    Column& column = columns_[i];
    if (column.field || column.rounded) return;
    column.rounded = true;
    problems_.add(problem(msg::roster_lost_digits{.letters = formats::column_letters(i),
                                                  .column = carried_names_[column.carried]},
                          place(i)));
  };
  for (const std::size_t i : row.rounded) {
    if (i < columns_.size()) report(i);
  }
  for (std::size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i) {
    if (is_cut_short(row.cells[i])) report(i);
  }
}

}  // namespace huice::match
