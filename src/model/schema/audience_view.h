// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one place that decides what a reader may see.

#include "model/library.h"

namespace huice::model {

/// What `audience` may see of the library, as a library of its own. public_ keeps public records
/// alone, internal keeps internal ones too; drafts are never kept. Parts that are withheld by
/// themselves (an article, a measure, a reply) go with their records' rules. What pointed to
/// something that is gone goes as well: an optional reference is emptied, a list loses the entry,
/// and a record that cannot stand without it is dropped; so is one whose provisional (待核) source
/// is withheld, for nothing else would say that nobody has checked it. Fields marked internal are
/// emptied for the public, and contact persons are dropped for everyone: only letters may ask for
/// them. Records of which nothing is hidden are shared with `library`, the others are copies.
Library public_view(const Library& library, Audience audience);

}  // namespace huice::model
