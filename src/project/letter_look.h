// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/diagnostic.h"
#include "base/files.h"
#include "document/office_look.h"
#include "model/publication.h"

#include <optional>
#include <string>

namespace huice::project {

/// What the letters of a project look like: “letters” of its data/site.json, and the picture that
/// is named there. nullopt where that is not to be had, which is reported.
std::optional<document::OfficeLook> letter_look(const FileSystem& files, const std::string& project,
                                                const model::Site& site, Diagnostics& problems);

}  // namespace huice::project
