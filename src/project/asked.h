// SPDX-License-Identifier: Apache-2.0
#pragma once

// What several verbs ask alike.

#include "model/provenance.h"
#include "project/setting.h"

#include <optional>
#include <string>
#include <string_view>

namespace huice::project {

/// A phrase in the setting's language.
std::string say(const Argument& phrase, const Setting& setting);

/// The bytes of a file, and what messages call it.
struct Input {
  std::string name;
  std::string bytes;
};

/// Reads a file; for "-" the standard input, to its end. nullopt where it cannot be read, which is
/// then among the problems. REQUIRES: setting.in is not null where path is "-".
std::optional<Input> read_input(const std::string& path, const Setting& setting,
                                Diagnostics& problems);

/// Whether the problems found let a verb go on; strict: warnings do not.
bool passes(const Diagnostics& problems, bool strict);

/// Whether huice's own templates are installed.
bool has_look(const Setting& setting);

/// What a look that could not be loaded comes to: environment where huice's own is not installed,
/// else problems.
Outcome without_look(const Setting& setting);

/// The refusal of a day that is none.
Answer no_day(const std::string& as_of, const Setting& setting);

/// "internal" is the office's own; every other word is the public.
model::Audience audience_of(std::string_view word);

}  // namespace huice::project
