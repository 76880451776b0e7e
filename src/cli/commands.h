// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the verbs do: each asks one thing of a project (src/project) and shows the answer.

#include "cli/world.h"
#include "project/schemas.h"
#include "project/verbs.h"

namespace huice::cli {

struct InitOptions {
  std::string directory;
  bool empty = false;  ///< no examples
};

/// Makes a new project with one example of each record kind, or without any, and with the guides
/// for who records. Refuses a folder that holds anything.
Exit init(const InitOptions& options, World& world);

/// Loads a project and says what is wrong with it, and what does not fit together. `format`: text,
/// to err; json or sarif, to out.
Exit check(const project::CheckOptions& options, const std::string& format, World& world);

/// Renders a project's website, replies, booklets and dashboards and publishes them in one step.
Exit build(const project::BuildOptions& options, World& world);

/// Renders one template to the standard output.
Exit render(const project::RenderOptions& options, World& world);

/// What enterprises may have: one profile as a report or JSON, or a roster as a table.
Exit match(const project::MatchOptions& options, World& world);
Exit match_examples(const project::ExamplesOptions& options, World& world);

/// Prints or writes the JSON Schema of a record kind's data files.
Exit schema(const project::SchemaOptions& options, World& world);

struct ExplainOptions {
  std::string code;  ///< "bad-money", also in its brackets; empty: list all
};

/// Prints what a diagnostic means and how its cause is fixed.
Exit explain(const ExplainOptions& options, World& world);

/// Makes reply letters.
Exit letter(const project::LetterOptions& options, World& world);
/// Compares a letter's file with GB/T 9704; `others`: what else was asked for, which does not fit.
Exit letter_verify(const project::LetterVerifyOptions& options,
                   const project::LetterOptions& others, World& world);

/// Prints what a fact says, where it comes from, and every page that depends on it.
Exit facts(const project::FactsOptions& options, World& world);

}  // namespace huice::cli
