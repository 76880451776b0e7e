// SPDX-License-Identifier: Apache-2.0
#include "model/locator.h"

#include "base/encoding.h"
#include "base/json/written.h"

#include <algorithm>

namespace huice::model {

Locator::SourcePtr Locator::source(std::uint32_t file) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto known = std::find_if(sources_.begin(), sources_.end(),
                                  [file](const SourcePtr& one) { return one->file == file; });
  if (known != sources_.end()) {
    sources_.splice(sources_.begin(), sources_, known);
    return sources_.front();
  }
  auto read = file_system_.read(join_path(root_, files_.at(file)));
  std::string bytes = read ? std::move(read).value() : std::string{};
  // Places of a table count in its text, as it was read.
  if (files_[file].ends_with(".csv")) {
    if (auto text = from_gb18030(bytes)) bytes = std::move(*text);
  }
  sources_.push_front(std::make_shared<const Source>(file, files_[file], std::move(bytes)));
  if (sources_.size() > kKept) sources_.pop_back();
  return sources_.front();
}

Location Locator::at(const Place& place, std::string_view token) {
  if (!is_known(place)) return {};
  const SourcePtr known = source(place.file);
  const std::string_view text = known->text.text();
  const std::size_t offset = known->text.offset({place.line, place.column});
  std::size_t length = std::max<std::size_t>(1, token.size());
  if (!token.empty() && offset < text.size() && text[offset] == '"') length += 2;
  return known->text.at(offset, length);
}

// Goes on from where the last questions about the same object or list have led: many may be asked
// of one long record.
std::size_t Locator::find_in_json(const SourcePtr& source, std::size_t start,
                                  std::string_view text) {
  const std::lock_guard<std::mutex> lock(mutex_);
  auto known = std::find_if(quoted_.begin(), quoted_.end(), [&](const Quoted& one) {
    return one.source == source && one.start == start;
  });
  if (known == quoted_.end()) {
    known = quoted_.insert(quoted_.begin(), {source, start, start, 0, false, {}});
    if (quoted_.size() > kKept) quoted_.pop_back();
  }
  Quoted& one = *known;
  if (const auto found = one.places.find(text); found != one.places.end()) return found->second;
  const std::string_view json = source->text.text();
  const bool whole = start < json.size() && (json[start] == '{' || json[start] == '[');
  while (!one.is_closed && one.at < json.size()) {
    const char c = json[one.at++];
    if (c == '{' || c == '[') ++one.open;
    if (c == '}' || c == ']') one.is_closed = one.open == 0 || (--one.open == 0 && whole);
    if (c != '"') continue;
    const std::size_t opening = one.at - 1;
    while (one.at < json.size() && json[one.at] != '"') one.at += json[one.at] == '\\' ? 2U : 1U;
    const std::size_t end = std::min(one.at++, json.size());
    const std::string_view quoted = json.substr(opening + 1, end - opening - 1);
    one.places.emplace(quoted, opening);
    if (quoted == text) return opening;
  }
  return std::string_view::npos;
}

Place Locator::find(const Place& place, std::string_view text) {
  if (!is_known(place)) return place;
  const SourcePtr known = source(place.file);
  const std::string_view whole = known->text.text();
  const std::size_t start = known->text.offset({place.line, place.column});
  std::size_t found = std::string_view::npos;
  if (is_json(place)) {
    found = find_in_json(known, start, text);
  } else {
    // Of a table no more than the row is looked at, or all rows would be for each of them.
    const bool table = files_[place.file].ends_with(".csv");
    const std::size_t end = table ? whole.find('\n', start + text.size()) : whole.size();
    found = whole.substr(0, end).find("\"" + std::string(text) + "\"", start);
  }
  if (found == std::string_view::npos) return place;
  const LineColumn where = known->text.line_column(found);
  return Place{place.file, where.line, where.column};
}

Location Locator::in_json(const Place& json, std::size_t offset, std::size_t bytes) {
  if (!is_known(json)) return {};
  const SourcePtr known = source(json.file);
  const std::size_t start = known->text.offset({json.line, json.column});
  const bool as_written = start < known->text.text().size() && known->text.text()[start] != '"';
  if (is_json(json) || as_written) return known->text.at(start + offset, bytes);
  return known->text.at(start);
}

// The bytes that give the span of a field's text whose value begins at `start`, from and to.
std::pair<std::size_t, std::size_t> Locator::written_span(const Source& source, std::size_t start,
                                                          std::size_t offset, std::size_t bytes) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const bool goes_on =
      followed_.file == source.file && followed_.start == start && followed_.read <= offset;
  if (!goes_on) followed_ = {source.file, start, start + 1, 0};
  const std::string_view whole = source.text.text();
  std::size_t at = followed_.at;
  std::size_t read = followed_.read;
  while (at < whole.size() && whole[at] != '"' && read < offset + bytes) {
    if (read <= offset) followed_.at = at, followed_.read = read;
    const json::Step step = json::step(whole, at);
    at += step.written;
    read += step.read;
  }
  if (read <= offset) followed_.at = at, followed_.read = read;  // at the end of the text
  return {followed_.at, at};
}

Location Locator::in_prose(const Place& prose, std::size_t offset, std::size_t bytes) {
  if (!is_known(prose)) return {};
  const SourcePtr known = source(prose.file);
  const std::size_t start = known->text.offset({prose.line, prose.column});
  if (!is_json(prose)) return known->text.at(start + offset, bytes);
  const auto [first, end] = written_span(*known, start, offset, bytes);
  return known->text.at(first, std::max<std::size_t>(1, end - std::min(first, end)));
}

}  // namespace huice::model
