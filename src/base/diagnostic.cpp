// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.h"

#include "base/messages/files.h"
#include "base/messages/report.h"
#include "base/utf8.h"

#include <algorithm>
#include <tuple>

namespace huice {
namespace {

std::string_view colour(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\x1b[1;31m";
    case Severity::warning:
      return "\x1b[1;33m";
    case Severity::note:
      return "\x1b[1;36m";
  }
  return "";
}

std::string position(const Location& where) {
  std::string out = utf8::printable(where.file);
  if (where.line != 0) out += ":" + std::to_string(where.line);
  if (where.line != 0 && where.column != 0) out += ":" + std::to_string(where.column);
  return out;
}

struct Excerpt {
  std::string text;
  std::size_t caret_at = 0;  ///< columns before the caret
  std::size_t caret_width = 1;
};

Excerpt excerpt(const Location& where) {
  Excerpt result;
  const std::size_t first = where.excerpt_column - 1;
  const std::size_t target = where.column == 0 ? 0 : where.column - 1;
  std::size_t caret_columns = 0;
  std::size_t index = first;
  if (first > 0) result.text = "…";
  for (std::size_t offset = 0; offset < where.excerpt.size(); ++index) {
    const std::size_t start = offset;
    static_cast<void>(utf8::decode(where.excerpt, offset));
    if (index == target) result.caret_at = utf8::display_width(result.text);
    const std::string shown =
        utf8::printable(std::string_view(where.excerpt).substr(start, offset - start));
    result.text += shown;
    const bool underlined = index >= target && index < target + where.length;
    if (underlined) caret_columns += utf8::display_width(shown);
  }
  if (index <= target) result.caret_at = utf8::display_width(result.text);
  if (where.goes_on) result.text += "…";
  result.caret_width = std::max<std::size_t>(1, caret_columns);
  return result;
}

void append_excerpt(std::string& out, const Location& where, std::string_view on,
                    std::string_view off) {
  if (where.excerpt.empty() || where.line == 0) return;
  const std::string number = std::to_string(where.line);
  const Excerpt shown = excerpt(where);
  out += "  " + number + " | " + shown.text + "\n";
  if (where.column == 0) return;
  out += "  " + std::string(number.size(), ' ') + " | " + std::string(shown.caret_at, ' ');
  out += on;
  out += "^" + std::string(shown.caret_width - 1, '~');
  out += off;
  out += "\n";
}

// Of problems in one file: those that are the same in this are one, as two pages that show the same
// text find the same problem in it.
auto order(const Diagnostic& d) {
  return std::tie(d.where.line, d.where.column, d.code, d.arguments);
}

// What problem() has not shortened: a spelling too long to be read is of no help.
void shorten(Diagnostic& d) {
  if (utf8::first(d.suggestion, kLongestText).size() < d.suggestion.size()) d.suggestion.clear();
  if (d.traces.size() > kMostTraces) d.traces.erase(d.traces.begin() + kMostTraces, d.traces.end());
  for (Trace& trace : d.traces) trace.text.shorten();
}

std::uint64_t fingerprint(const Diagnostic& d) {
  std::uint64_t sum = 0;
  const auto mix = [&sum](std::uint64_t part) {
    sum = (sum ^ part) * 0x9E3779B97F4A7C15U;
    sum ^= sum >> 32U;
  };
  mix(d.where.line);
  mix(d.where.column);
  mix(std::hash<std::string_view>{}(d.code.slug()));
  for (const Argument& argument : d.arguments) {
    mix(std::hash<std::string>{}(argument.in(Language::en)));
  }
  return sum;
}

}  // namespace

Argument shown_word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return msg::error_word{};
    case Severity::warning:
      return msg::warning_word{};
    case Severity::note:
      return msg::note_word{};
  }
  return msg::error_word{};
}

std::string message_of(const Diagnostic& diagnostic, Language language) {
  const Entry& entry = *diagnostic.code.entry;
  return filled(entry.message.in(language), entry.slots, diagnostic.arguments, language);
}

std::string hint_of(const Diagnostic& diagnostic, Language language) {
  const Entry& entry = *diagnostic.code.entry;
  return filled(entry.hint.in(language), entry.slots, diagnostic.arguments, language);
}

Diagnostic problem(Message message, Location where) {
  Diagnostic result;
  result.code = message.code;
  result.where = std::move(where);
  result.arguments = std::move(message.arguments);
  for (Argument& argument : result.arguments) argument.shorten();
  return result;
}

bool Diagnostics::Before::operator()(const Diagnostic& a, const Diagnostic& b) const {
  const Severity first = a.severity();
  const Severity second = b.severity();
  return first != second ? first < second : order(a) < order(b);
}

std::size_t Diagnostics::OfFile::count_unlisted() const {
  std::size_t sum = 0;
  for (const auto& of_severity : unlisted) sum += of_severity.size();
  return sum;
}

void Diagnostics::add_unlisted(OfFile& file, std::uint64_t fingerprint, Severity severity) {
  const auto index = static_cast<std::size_t>(severity);
  auto& counted = file.unlisted[index];
  if (counted.size() < kMostCounted) {
    if (counted.insert(fingerprint).second) ++counts_[index];
  } else if (!counted.contains(fingerprint)) {
    file.uncounted[index] = true;
  }
}

void Diagnostics::add_one(Diagnostic diagnostic) {
  OfFile& file = files_[diagnostic.where.file];
  const Severity severity = diagnostic.severity();
  const auto index = static_cast<std::size_t>(severity);
  if (file.kept.size() == kMostListed && file.unlisted[index].contains(fingerprint(diagnostic))) {
    return;
  }
  shorten(diagnostic);
  if (!file.kept.insert(std::move(diagnostic)).second) return;
  ++counts_[index];
  if (file.kept.size() <= kMostListed) return;
  const auto last = std::prev(file.kept.end());
  --counts_[static_cast<std::size_t>(last->severity())];
  add_unlisted(file, fingerprint(*last), last->severity());
  file.kept.erase(last);
}

void Diagnostics::add(Diagnostic diagnostic) {
  const std::lock_guard<std::mutex> lock(mutex_);
  add_one(std::move(diagnostic));
}

void Diagnostics::add_all(const Diagnostics& other) {
  const std::scoped_lock lock(mutex_, other.mutex_);
  for (const auto& [name, theirs] : other.files_) {
    for (const Diagnostic& one : theirs.kept) add_one(one);
    if (theirs.count_unlisted() == 0) continue;
    OfFile& file = files_[name];
    std::set<std::uint64_t> kept;
    for (const Diagnostic& one : file.kept) kept.insert(fingerprint(one));
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
      const auto index = static_cast<std::size_t>(severity);
      for (const std::uint64_t print : theirs.unlisted[index]) {
        if (!kept.contains(print)) add_unlisted(file, print, severity);
      }
      file.uncounted[index] = file.uncounted[index] || theirs.uncounted[index];
    }
  }
}

bool Diagnostics::empty() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return files_.empty();
}

std::size_t Diagnostics::count(Severity severity) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return counts_[static_cast<std::size_t>(severity)];
}

bool Diagnostics::counts_all(Severity severity) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto index = static_cast<std::size_t>(severity);
  return std::none_of(files_.begin(), files_.end(),
                      [index](const auto& file) { return file.second.uncounted[index]; });
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  std::vector<Diagnostic> out;
  for (const auto& [name, file] : files_) {
    const auto first = static_cast<std::ptrdiff_t>(out.size());
    out.insert(out.end(), file.kept.begin(), file.kept.end());
    std::stable_sort(out.begin() + first, out.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return order(a) < order(b); });
    const std::size_t more = file.count_unlisted();
    if (more == 0) continue;
    const bool all = file.uncounted == std::array<bool, 3>{};
    out.push_back(problem(
        msg::more_problems{.limit = kMostListed, .count = std::to_string(more) + (all ? "" : "+")},
        Location::of_file(name)));
  }
  return out;
}

std::string format_diagnostic(const Diagnostic& diagnostic, Language language, bool coloured) {
  const std::string_view on = coloured ? colour(diagnostic.severity()) : std::string_view{};
  const std::string_view off = coloured ? "\x1b[0m" : "";
  const auto words = [&](const Argument& phrase) { return phrase.in(language); };
  std::string out = position(diagnostic.where);
  if (!out.empty()) out += ": ";
  out += on;
  out += words(shown_word(diagnostic.severity())) + "[" + std::string(diagnostic.code.slug()) + "]";
  out += off;
  out += words(msg::says{.message = message_of(diagnostic, language)}) + "\n";
  append_excerpt(out, diagnostic.where, on, off);
  if (!diagnostic.suggestion.empty()) {
    out += "  " + words(msg::nearest_line{.spelling = diagnostic.suggestion}) + "\n";
  }
  if (const std::string hint = hint_of(diagnostic, language); !hint.empty()) {
    out += "  " + words(msg::hint_line{.hint = hint}) + "\n";
  }
  for (const Trace& trace : diagnostic.traces) {
    out += "  " + words(trace.text) + " " + position(trace.where) + "\n";
  }
  return out;
}

}  // namespace huice
