// SPDX-License-Identifier: Apache-2.0
#pragma once

// One function a verb, each in a file of its own name.

#include "cli/world.h"

namespace huice::cli {

struct InitOptions {
  std::string directory;
};

/// Makes a new project with one example of each record kind. Refuses a folder that holds anything.
Exit init(const InitOptions& options, World& world);

struct CheckOptions {
  std::string project = ".";
  std::string format = "text";  ///< text: to err; json or sarif: to out
  std::string as_of;            ///< YYYY-MM-DD; empty: today
  bool strict = false;          ///< warnings fail too
};

/// Loads a project and says what is wrong with it, and what does not fit together.
Exit check(const CheckOptions& options, World& world);

struct BuildOptions {
  std::string project = ".";
  std::string output;  ///< empty: <project>/public, or <project>/internal
  std::string as_of;   ///< YYYY-MM-DD; empty: today
  std::string audience = "public";
  bool strict = false;
  int threads = 0;
};

/// Renders a project's website, replies, booklets and dashboards and publishes them in one step.
Exit build(const BuildOptions& options, World& world);

struct RenderOptions {
  std::string template_file;
  std::string data;    ///< a JSON file; "-": standard input; empty: no data
  std::string format;  ///< html, md, typ, xml, json, csv, txt; empty: by the template's name
};

/// Renders one template to the standard output.
Exit render(const RenderOptions& options, World& world);

struct MatchOptions {
  std::string project = ".";
  std::string profile;  ///< a JSON file with one enterprise's answers; "-": standard input
  std::string roster;   ///< or a table with one enterprise a row; "-": CSV from standard input
  std::string sheet;    ///< of a workbook; empty: its first
  std::string output;   ///< of a roster: .csv, .xlsx, .json or .jsonl
  std::vector<std::string> columns;  ///< of that output; empty: all
  std::vector<std::string> only;     ///< verdicts to write, as keys or in Chinese; empty: all
  std::string as_of;                 ///< YYYY-MM-DD; empty: today
  std::string format = "text";
  int threads = 0;
};

/// What enterprises may have: one profile as a report or JSON, or a roster as a table.
Exit match(const MatchOptions& options, World& world);

struct SchemaOptions {
  std::string kind;    ///< empty: list the kinds
  bool all = false;    ///< write every schema into `output`
  std::string output;  ///< a folder; empty: the standard output
};

/// Prints or writes the JSON Schema of a record kind's data files.
Exit schema(const SchemaOptions& options, World& world);

struct ExplainOptions {
  std::string code;  ///< "bad-money", also in its brackets; empty: list all
};

/// Prints what a diagnostic means and how its cause is fixed.
Exit explain(const ExplainOptions& options, World& world);

struct FactsOptions {
  std::string id;
  std::string project = ".";
  std::string as_of;  ///< YYYY-MM-DD; empty: today
  std::string audience = "public";
  std::string format = "text";  ///< or json
};

/// Prints what a fact says, where it comes from, and every page that depends on it.
Exit facts(const FactsOptions& options, World& world);

}  // namespace huice::cli
