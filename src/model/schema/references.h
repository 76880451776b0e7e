// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where references lead.

#include "model/library.h"
#include "model/schema/shape.h"

#include <string>
#include <string_view>
#include <vector>

namespace huice::model {

/// Whether the library has what a reference names. A `document` that does not look like an id is
/// free text and leads nowhere, which is right.
bool resolves(const Library& library, RefKind kind, std::string_view id);

/// Every id a reference of this kind could name, for "did you mean".
std::vector<std::string> known_ids(const Library& library, RefKind kind);

}  // namespace huice::model
