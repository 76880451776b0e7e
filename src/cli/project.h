// SPDX-License-Identifier: Apache-2.0
#pragma once

// What most verbs do first: take the day they speak of, load a project and check it.

#include "cli/world.h"
#include "load/project.h"

#include <optional>

namespace huice::cli {

struct ProjectOptions {
  std::string folder = ".";
  int threads = 0;
};

/// The day that --as-of names, YYYY-MM-DD, or today where it is empty; nothing, told as wrong use,
/// where there is no such day.
std::optional<model::Date> day_of(const std::string& as_of, World& world);

/// The library, or nothing where its records cannot be read. Errors in prose, rules and worked
/// examples are told, and leave the library as it is.
std::optional<model::Library> load_readable(const ProjectOptions& options, World& world,
                                            Diagnostics& problems);

/// The library, or nothing where there was an error.
std::optional<model::Library> load_checked(const ProjectOptions& options, World& world,
                                           Diagnostics& problems);

/// Checks the prose of the library's public view: a public text that cites an
/// internal record would otherwise be found only by building.
void check_public_view(const model::Library& library, const std::string& folder, World& world,
                       Diagnostics& problems);

/// Works out the worked examples again; a mismatch, and a rule that cannot be read, is an error.
void check_examples(const model::Library& library, const std::string& folder, World& world,
                    Diagnostics& problems);

/// Whether the problems found let a command go on.
bool passes(const Diagnostics& problems, bool strict);

}  // namespace huice::cli
