// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads every prose field of a library once, for its problems alone: those of reading it, and links
// that lead nowhere.

#include "model/library.h"
#include "model/locator.h"

#include <functional>
#include <set>
#include <string>

namespace huice::prose {

/// The files that a site publishes beside its pages, as paths from the site's root: what an address
/// without a scheme may lead to, in a link or as a picture.
using PublishedPaths = std::set<std::string, std::less<>>;

/// Reports what prose::read() finds in any prose field, and there
///   link-leads-nowhere   a link or picture whose address has no scheme and is not in `published`;
///                        pages are not, since a text is shown on several: it cites their records
///   no-such-heading      a link to `#…` where no heading of the same text has that slug
///                        (markdown/heading_ids.h)
void check_all(const model::Library& library, model::Locator& locator, Diagnostics& problems,
               const PublishedPaths& published);

/// The same where nothing but the library's annexes is published.
void check_all(const model::Library& library, model::Locator& locator, Diagnostics& problems);

/// The files of a library's annexes, where they are in the site.
PublishedPaths published_files(const model::Library& library);

}  // namespace huice::prose
