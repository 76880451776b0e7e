// SPDX-License-Identifier: Apache-2.0
#pragma once

// The template engine: Jinja's language (docs/template-language.md), escaping by format, errors
// with their exact place. Templates are parsed once; rendering reads them without locks.

#include "base/diagnostic.h"
#include "template/options.h"
#include "template/values/call.h"
#include "template/values/value.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::tmpl {

struct TemplateSource {
  std::string text;  ///< UTF-8
  std::string file;  ///< how messages name it
};

/// Finds the text of a template by its name ("site/policy.html"); nullopt where there is none. Must
/// be callable from many threads where templates name others by computed names.
using Loader = std::function<std::optional<TemplateSource>(std::string_view name)>;

class Environment {
 public:
  /// Knows every built-in filter, test and function from the start.
  explicit Environment(Loader loader, Options options = {});
  ~Environment();
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

  // Registration: before the first load. A name given again replaces the former one.
  void add_filter(const std::string& name, Signature signature, Filter filter);
  void add_test(const std::string& name, Signature signature, Test test);
  /// A name every template sees, also in macros and imported templates.
  void add_global(std::string name, Value value);

  /// Parses a template and, transitively, those it names by a literal. Reports every syntax error
  /// of each; templates with errors count as loaded but cannot be rendered. Not while rendering.
  bool load(std::string_view name, Diagnostics& problems);
  bool load_all(const std::vector<std::string>& names, Diagnostics& problems);
  /// Gives a text the name of a template, as if the loader had found it, and loads it.
  bool add_template(std::string name, TemplateSource source, Diagnostics& problems);

  /// Renders a template (loading it where that has not happened) and appends to `out`. The names of
  /// `context` are the template's variables. On a problem: reports it, leaves `out` as it was,
  /// returns false. From any number of threads; without locks for templates that load() has seen.
  bool render(std::string_view name, const Mapping& context, std::string& out,
              Diagnostics& problems) const;

  /// What the loaded templates read of a variable, each path once: "page.top" for
  /// {{ t.page.top }}, "nav" for {{ t.nav[kind] }}. Not while rendering.
  std::vector<std::string> paths_of(std::string_view variable) const;

  /// Every registered name in order, for documentation tests.
  std::vector<std::string> filter_names() const;
  std::vector<std::string> test_names() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace huice::tmpl
