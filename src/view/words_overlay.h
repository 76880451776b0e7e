// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a project's words can be laid over huice's own.

#include "view/catalogue_file.h"

#include <functional>

namespace huice::view {

/// Whether a template of the project prints the text of this key.
using IsUsed = std::function<bool(std::string_view key)>;

/// Reports each text of `own` that `shipped` does not have and no template prints, each that is a
/// group of texts there (or the other way round), and each slot that its shipped text has and it
/// has not, and the reverse.
void check_overlay(const CatalogueFile& shipped, const CatalogueFile& own, const IsUsed& is_used,
                   Diagnostics& problems);

/// Reports once where `own` lacks texts of `reference`, a catalogue of another language.
/// `reference_name` is the file to copy.
void check_complete(const CatalogueFile& reference, const CatalogueFile& own,
                    const std::string& reference_name, Diagnostics& problems);

}  // namespace huice::view
