// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.h"

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

// A window of the source line around the caret, so that a minified file does not fill the screen.
Excerpt excerpt(const Location& where) {
  constexpr std::size_t kBefore = 60;
  constexpr std::size_t kWidth = 100;
  Excerpt result;
  const std::size_t target = where.column == 0 ? 0 : where.column - 1;
  const std::size_t first = target > kBefore ? target - kBefore : 0;
  std::size_t index = 0;
  std::size_t caret_columns = 0;
  if (first > 0) result.text = "…";
  for (std::size_t offset = 0; offset < where.source_line.size(); ++index) {
    const std::size_t start = offset;
    const char32_t c = utf8::decode(where.source_line, offset);
    if (index < first) continue;
    if (index >= first + kWidth) {
      result.text += "…";
      break;
    }
    if (index == target) result.caret_at = utf8::display_width(result.text);
    result.text +=
        utf8::printable(std::string_view(where.source_line).substr(start, offset - start));
    const bool underlined = index >= target && index < target + where.length;
    if (underlined) caret_columns += static_cast<std::size_t>(utf8::display_width(c));
  }
  if (index <= target) result.caret_at = utf8::display_width(result.text);
  result.caret_width = std::max<std::size_t>(1, caret_columns);
  return result;
}

void append_excerpt(std::string& out, const Location& where, std::string_view on,
                    std::string_view off) {
  if (where.source_line.empty() || where.line == 0) return;
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

auto order(const Diagnostic& d) {
  return std::tie(d.where.file, d.where.line, d.where.column, d.code, d.arguments);
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

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "error";
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
  return result;
}

void Diagnostics::add(Diagnostic diagnostic) {
  const std::lock_guard<std::mutex> lock(mutex_);
  items_.push_back(std::move(diagnostic));
}

void Diagnostics::add_all(const Diagnostics& other) {
  for (Diagnostic& item : other.sorted()) add(std::move(item));
}

bool Diagnostics::has_errors() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return std::any_of(items_.begin(), items_.end(),
                     [](const Diagnostic& item) { return item.severity() == Severity::error; });
}

bool Diagnostics::empty() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return items_.empty();
}

std::size_t Diagnostics::count(Severity severity) const {
  const std::vector<Diagnostic> distinct = sorted();
  return static_cast<std::size_t>(
      std::count_if(distinct.begin(), distinct.end(),
                    [severity](const Diagnostic& item) { return item.severity() == severity; }));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> out;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    out = items_;
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return order(a) < order(b); });
  // Two pages that show the same text find the same problem in it.
  out.erase(
      std::unique(out.begin(), out.end(),
                  [](const Diagnostic& a, const Diagnostic& b) { return order(a) == order(b); }),
      out.end());
  return out;
}

std::string format_diagnostic(const Diagnostic& diagnostic, const FormatOptions& options) {
  const std::string_view on = options.colour ? colour(diagnostic.severity()) : std::string_view{};
  const std::string_view off = options.colour ? "\x1b[0m" : "";
  const auto words = [&](const Argument& phrase) { return phrase.in(options.language); };
  std::string out = position(diagnostic.where);
  if (!out.empty()) out += ": ";
  out += on;
  out += words(shown_word(diagnostic.severity())) + "[" + std::string(diagnostic.code.slug()) + "]";
  out += off;
  out += words(msg::says{.message = message_of(diagnostic, options.language)}) + "\n";
  append_excerpt(out, diagnostic.where, on, off);
  if (!diagnostic.suggestion.empty()) {
    out += "  " + words(msg::nearest_line{.spelling = diagnostic.suggestion}) + "\n";
  }
  if (const std::string hint = hint_of(diagnostic, options.language); !hint.empty()) {
    out += "  " + words(msg::hint_line{.hint = hint}) + "\n";
  }
  for (const Trace& trace : diagnostic.traces) {
    out += "  " + words(trace.text) + " " + position(trace.where) + "\n";
  }
  return out;
}

}  // namespace huice
