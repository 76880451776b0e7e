// SPDX-License-Identifier: Apache-2.0
#pragma once

// Problems as values. A Diagnostic names its code and its arguments; the words stand in
// catalogue.inc alone, and format_diagnostic() is the only place that turns one into text.
// The library never prints and never exits: it fills a Diagnostics that the caller shows.

#include "base/location.h"

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice {

enum class Severity { error, warning, note };

/// Every problem huice can report; see catalogue.inc for severities and wordings.
enum class Code {
#define HUICE_CODE(name, slug, severity, message, hint) name,
#include "base/catalogue.inc"
#undef HUICE_CODE
};

/// What the catalogue says of one code.
struct CodeInfo {
  Code code;
  std::string_view slug;
  Severity severity;
  std::string_view message;  ///< with {0}, {1}, … for the arguments
  std::string_view hint;     ///< likewise; empty where there is nothing to add
};

const CodeInfo& info(Code code);
const std::vector<CodeInfo>& all_codes();

/// A step on the way to a problem: "included from", "in macro", "first defined here".
struct Trace {
  std::string text;
  Location where;
};

struct Diagnostic {
  Code code{};
  Location where;
  std::vector<std::string> arguments;
  std::string suggestion;  ///< the nearest right spelling, or empty
  std::vector<Trace> traces;
  std::optional<Severity> set_severity{};  ///< what the project's settings make of a finding

  Severity severity() const { return set_severity.value_or(info(code).severity); }
};

/// Builds a diagnostic in one expression.
Diagnostic problem(Code code, Location where, std::vector<std::string> arguments = {});

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

/// error, warning or note.
std::string_view word(Severity severity);

/// The message and the hint with their arguments in place, control characters made visible.
std::string message_of(const Diagnostic& diagnostic);
std::string hint_of(const Diagnostic& diagnostic);

struct FormatOptions {
  bool colour = false;
};

/// "file:line:column: error[slug]: message", the source line with a caret, the hint, the
/// suggestion and the traces, each on lines of their own; ends with a newline.
std::string format_diagnostic(const Diagnostic& diagnostic, const FormatOptions& options = {});

}  // namespace huice
