// SPDX-License-Identifier: Apache-2.0
#pragma once

// What others put into the output folder while a build ran: the exchange has moved it into the
// hidden folder, where the next build would delete it. It is put back and told.

#include "base/diagnostic.h"
#include "base/files.h"
#include "publish/swap.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace huice::publish {

/// Moves every file of the idle tree that `is_known` turns down to its path in the live tree, or,
/// where that has something else there, into the hidden folder's `kept/`; warns of each
/// (output_arrived). Links are moved as they are. Errors: file_unreadable, file_unwritable.
Result<void> rescue_from_idle(FileSystem& files, const Places& places,
                              const std::function<bool(const std::string& path)>& is_known,
                              Diagnostics& problems);

/// The same for a tree that was live before, by its own manifest: what neither this names nor
/// `pages` has. Takes the manifest away, so that an unfinished tree is never taken for one that was
/// live.
Result<void> rescue_from_complete_idle(FileSystem& files, const Places& places,
                                       const std::unordered_set<std::string_view>& pages,
                                       Diagnostics& problems);

}  // namespace huice::publish
