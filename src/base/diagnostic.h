// SPDX-License-Identifier: Apache-2.0
#pragma once

// Problems as values. A Diagnostic names its code and its arguments; the words are in the tables
// of base/messages alone, and format_diagnostic() is the only place that turns one into text.
// The library never prints and never exits: it fills a Diagnostics that the caller shows.

#include "base/location.h"
#include "base/message.h"

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
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

/// Builds a diagnostic in one expression.
Diagnostic problem(Message message, Location where = {});

/// Collects problems from any number of threads. Order of arrival does not matter: sorted() gives
/// file, line, column, code order, each problem once, so that a run with more threads prints the
/// same text.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void add_all(const Diagnostics& other);

  bool has_errors() const;
  bool empty() const;
  std::size_t count(Severity severity) const;
  std::vector<Diagnostic> sorted() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Diagnostic> items_;
};

/// error, warning or note: what settings, JSON and SARIF call a severity.
std::string_view word(Severity severity);

/// 错误 or error: what people read.
Argument shown_word(Severity severity);

/// The message and the hint with their arguments in place.
std::string message_of(const Diagnostic& diagnostic, Language language);
std::string hint_of(const Diagnostic& diagnostic, Language language);

struct FormatOptions {
  Language language = Language::en;
  bool colour = false;
};

/// "file:line:column: error[slug]: message", the source line with a caret, the hint, the
/// suggestion and the traces, each on lines of their own; ends with a newline.
std::string format_diagnostic(const Diagnostic& diagnostic, const FormatOptions& options = {});

}  // namespace huice
