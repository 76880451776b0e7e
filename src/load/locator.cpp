// SPDX-License-Identifier: Apache-2.0
#include "load/locator.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <algorithm>

namespace huice::load {
namespace {

// How many bytes of a JSON string's inside, from `at`, stand for the next character, and how many
// bytes that character has once read.
struct Step {
  std::size_t written = 1;
  std::size_t read = 1;
};

Step json_step(std::string_view json, std::size_t at) {
  if (json[at] != '\\') {
    std::size_t next = at;
    utf8::decode(json, next);
    return {next - at, next - at};
  }
  if (at + 1 >= json.size() || json[at + 1] != 'u') return {2, 1};
  char32_t value = 0;
  for (std::size_t i = at + 2; i < at + 6 && i < json.size(); ++i) {
    const int digit = ascii::hex_value(json[i]);
    if (digit < 0) break;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  // A surrogate pair is two escapes and four bytes of UTF-8.
  if (value >= 0xD800 && value <= 0xDFFF) return {6, 2};
  return {6, value < 0x80 ? 1U : value < 0x800 ? 2U : 3U};
}

// Behind the object or list that begins at `at`; the text's end where none begins there.
std::size_t json_end(std::string_view json, std::size_t at) {
  if (at >= json.size() || (json[at] != '{' && json[at] != '[')) return json.size();
  std::size_t depth = 0;
  bool in_string = false;
  for (; at < json.size(); ++at) {
    const char c = json[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return at + 1;
    }
  }
  return json.size();
}

}  // namespace

const Locator::Source& Locator::source(std::uint32_t file) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto known = sources_.find(file);
  if (known != sources_.end()) return known->second;
  const auto read = file_system_.read(join_path(root_, files_.at(file)));
  Source source{read ? std::string(utf8::without_bom(read.value())) : std::string{}, {0}};
  for (std::size_t at = source.text.find('\n'); at != std::string::npos;
       at = source.text.find('\n', at + 1)) {
    source.line_starts.push_back(at + 1);
  }
  return sources_.emplace(file, std::move(source)).first->second;
}

std::size_t Locator::offset_of(const model::Place& place, const Source& source) {
  const auto& starts = source.line_starts;
  const std::size_t line = place.line == 0 ? 0 : place.line - 1U;
  std::size_t offset = line < starts.size() ? starts[line] : source.text.size();
  for (std::uint32_t column = 1; column < place.column && offset < source.text.size(); ++column) {
    utf8::decode(source.text, offset);
  }
  return offset;
}

Location Locator::location(std::uint32_t file, std::size_t offset, std::size_t bytes) {
  const Source& known = source(file);
  offset = std::min(offset, known.text.size());
  const auto& starts = known.line_starts;
  const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  const std::size_t start = *(next - 1);
  const std::size_t end = next == starts.end() ? known.text.size() : *next;
  const std::string_view line = std::string_view(known.text).substr(start, end - start);
  Location where = SourceText(files_[file], line).at(offset - start, bytes);
  where.line = static_cast<std::uint32_t>(next - starts.begin());
  return where;
}

Location Locator::at(const model::Place& place, std::string_view token) {
  if (place.file == 0 || place.file >= files_.size()) return {};
  const Source& known = source(place.file);
  const std::size_t offset = offset_of(place, known);
  std::size_t length = std::max<std::size_t>(1, token.size());
  if (!token.empty() && offset < known.text.size() && known.text[offset] == '"') length += 2;
  return location(place.file, offset, length);
}

model::Place Locator::find(const model::Place& place, std::string_view text) {
  if (place.file == 0 || place.file >= files_.size()) return place;
  const Source& known = source(place.file);
  const std::string_view whole = known.text;
  const std::size_t start = offset_of(place, known);
  const bool is_json = files_[place.file].ends_with(".json");
  const std::size_t end = is_json ? json_end(whole, start) : whole.size();
  const std::size_t found = whole.substr(0, end).find("\"" + std::string(text) + "\"", start);
  if (found == std::string_view::npos) return place;
  const Location where = location(place.file, found, 1);
  return model::Place{place.file, where.line, where.column};
}

Location Locator::in_prose(const model::Place& prose, std::size_t offset, std::size_t bytes) {
  if (prose.file == 0 || prose.file >= files_.size()) return {};
  const Source& known = source(prose.file);
  const std::string_view whole = known.text;
  const std::size_t start = offset_of(prose, known);
  if (!files_[prose.file].ends_with(".json")) {
    return location(prose.file, start + offset, bytes);
  }
  std::size_t at = start + 1;
  std::size_t read = 0;
  std::size_t first = at;
  while (at < whole.size() && whole[at] != '"' && read < offset + bytes) {
    if (read <= offset) first = at;
    const Step step = json_step(whole, at);
    at += step.written;
    read += step.read;
  }
  return location(prose.file, first, std::max<std::size_t>(1, at - first));
}

}  // namespace huice::load
