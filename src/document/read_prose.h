// SPDX-License-Identifier: Apache-2.0
#pragma once

// A prose field's tree -> blocks.

#include "document/document.h"
#include "markdown/citation.h"
#include "markdown/tree.h"

#include <string>

namespace huice::document {

/// The blocks of a prose field named `field`, each with its place in it; `cite` gives what a
/// citation prints in plain text. Quotations become notes, thematic breaks are left out.
Blocks blocks_of(const markdown::Document& prose, const std::string& field,
                 const markdown::CitationWriter& cite);

}  // namespace huice::document
