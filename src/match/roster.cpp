// SPDX-License-Identifier: Apache-2.0
#include "match/roster.h"

#include "base/spelling.h"

#include <algorithm>

namespace huice::match {

Roster::Roster(formats::RowReader& reader, const std::vector<model::ProfileField>& profile,
               Diagnostics& problems)
    : reader_(reader), profile_(profile), problems_(problems) {
  formats::Row header;
  if (reader_.next(header)) read_header(header.cells);
}

void Roster::read_header(const std::vector<std::string>& header) {
  for (std::size_t column = 0; column < header.size(); ++column) assign(column, header[column]);
  usable_ = std::any_of(fields_.begin(), fields_.end(),
                        [](const auto& field) { return field.has_value(); });
  if (!usable_) problems_.add(problem(Code::roster_no_field, reader_.place(0)));
}

void Roster::assign(std::size_t column, const std::string& name) {
  fields_.emplace_back();
  const auto is_named = [&name](const model::ProfileField& field) {
    return field.label == name || field.id == name;
  };
  const auto found = std::find_if(profile_.begin(), profile_.end(), is_named);
  if (found != profile_.end()) {
    const auto field = static_cast<std::size_t>(found - profile_.begin());
    const bool twice = std::find(fields_.begin(), fields_.end(), field) != fields_.end();
    if (twice) problems_.add(problem(Code::duplicate_column, reader_.place(column), {name}));
    fields_.back() = field;
    return;
  }
  carried_names_.push_back(name);
  std::vector<std::string_view> names;
  for (const model::ProfileField& field : profile_) names.push_back(field.label);
  for (const model::ProfileField& field : profile_) names.push_back(field.id);
  const std::string near = nearest(name, names);
  if (near.empty()) return;
  Diagnostic found_near = problem(Code::roster_column, reader_.place(column), {name});
  found_near.suggestion = near;
  problems_.add(std::move(found_near));
}

std::optional<Entry> Roster::next() {
  formats::Row row;
  if (!reader_.next(row)) return std::nullopt;
  Entry entry;
  entry.number = row.number;
  entry.answers.resize(profile_.size());
  for (std::size_t column = 0; column < fields_.size(); ++column) {
    std::string cell = column < row.cells.size() ? std::move(row.cells[column]) : std::string();
    if (!fields_[column]) {
      entry.carried.push_back(std::move(cell));
      continue;
    }
    ReadAnswer read = read_cell(profile_[*fields_[column]], cell);
    if (read.fault) report(read.fault->at(reader_.place(column)));
    entry.answers[*fields_[column]] = std::move(read.value);
  }
  return entry;
}

void Roster::report(Diagnostic found) {
  ++bad_cells_;
  if (bad_cells_ <= formats::kMostProblems) problems_.add(std::move(found));
  if (bad_cells_ == formats::kMostProblems + 1) {
    problems_.add(problem(Code::table_more_problems, Location::of_file(found.where.file),
                          {std::to_string(formats::kMostProblems)}));
  }
}

}  // namespace huice::match
