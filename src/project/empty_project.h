// SPDX-License-Identifier: Apache-2.0
#pragma once

// A project in which nothing is recorded yet.

#include "project/setting.h"

#include <string>

namespace huice::model {
class Library;
}

namespace huice::project {

/// Makes what records are written into: for each kind an empty list, or an empty folder, below
/// `folder`, which is the project's data/. Errors: as FileSystem::create().
Result<void> write_empty_lists(FileSystem& files, const std::string& folder);

/// What to record first, in the setting's language; empty where something is recorded.
std::string record_first(const model::Library& library, const Setting& setting);

}  // namespace huice::project
