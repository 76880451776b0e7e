// SPDX-License-Identifier: Apache-2.0
#pragma once

// Problems as values. A Diagnostic names its code and its arguments; the words are in the tables
// of base/messages alone, and format_diagnostic() is the only place that turns one into text.
// The library never prints and never exits: it fills a Diagnostics that the caller shows.

#include "base/choices.h"
#include "base/location.h"
#include "base/message.h"

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace huice {

/// A step on the way to a problem: "included from", "in macro", "first defined here".
struct Trace {
  Argument text;
  Location where;
};

struct Diagnostic {
  Code code{};
  Location where;
  std::vector<Argument> arguments;
  std::string suggestion;  ///< the nearest right spelling, or empty
  std::vector<Trace> traces;
  std::optional<Severity> set_severity{};  ///< what the project's settings make of a finding

  Severity severity() const { return set_severity.value_or(code.severity()); }
};

/// Builds a diagnostic in one expression. Its arguments are shortened: a key, an id or a number of
/// a hostile file may be a megabyte.
Diagnostic problem(Message message, Location where = {});

/// How many problems of one file are kept to be listed, and how many more of each severity are
/// counted.
constexpr std::size_t kMostListed = 1000;
constexpr std::size_t kMostCounted = 100000;

/// How many steps on the way to a problem are kept: the first of them.
constexpr std::size_t kMostTraces = 20;

/// Collects problems from any number of threads, each problem once. Of one file, kMostListed are
/// kept: errors before warnings before notes, and among those the first in the file; of the others
/// kMostCounted of each severity are counted. Order of arrival does not matter, so that a run with
/// more threads prints the same text.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void add_all(const Diagnostics& other);

  bool has_errors() const { return count(Severity::error) > 0; }
  bool empty() const;
  /// How many there are, those that are not listed included; where counts_all() is false, at least.
  std::size_t count(Severity severity) const;
  bool counts_all(Severity severity) const;
  /// In order of file, line, column and code; after those of a file with more than are listed, a
  /// note (more_problems) says how many more.
  std::vector<Diagnostic> sorted() const;

 private:
  struct Before {
    bool operator()(const Diagnostic& a, const Diagnostic& b) const;
  };
  struct OfFile {
    std::set<Diagnostic, Before> kept;
    std::array<std::unordered_set<std::uint64_t>, 3> unlisted;  ///< fingerprints, by severity
    std::array<bool, 3> uncounted{};  ///< whether there were more than are counted

    std::size_t count_unlisted() const;
  };

  void add_one(Diagnostic diagnostic);
  void add_unlisted(OfFile& file, std::uint64_t fingerprint, Severity severity);

  mutable std::mutex mutex_;
  std::map<std::string, OfFile> files_;
  std::array<std::size_t, 3> counts_{};  ///< by severity
};

/// What settings, JSON and SARIF call a severity.
inline constexpr auto kSeverities = choices<Severity>(
    {{"error", Severity::error}, {"warning", Severity::warning}, {"note", Severity::note}});
constexpr std::string_view word(Severity severity) {
  return word_of(kSeverities, severity);
}

/// 错误 or error: what people read.
Argument shown_word(Severity severity);

/// The message and the hint with their arguments in place.
std::string message_of(const Diagnostic& diagnostic, Language language);
std::string hint_of(const Diagnostic& diagnostic, Language language);

/// "file:line:column: error[slug]: message", the source line with a caret, the hint, the
/// suggestion and the traces, each on lines of their own; ends with a newline. With `coloured`, the
/// severity is in a terminal's colours.
std::string format_diagnostic(const Diagnostic& diagnostic, Language language,
                              bool coloured = false);

}  // namespace huice
