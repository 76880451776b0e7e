// SPDX-License-Identifier: Apache-2.0
#pragma once

// A prose field's tree -> blocks.

#include "document/document.h"
#include "markdown/citation.h"
#include "markdown/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace huice::document {

/// The blocks of a prose field named `field`, each with its place in it; `cite` gives what a
/// citation prints in plain text. Quotations become notes, thematic breaks are left out. `source`
/// is prose_mark() of the prose, for a text that is read back.
Blocks blocks_of(const markdown::Document& prose, const std::string& field,
                 const markdown::CitationWriter& cite, const std::string& source = {});

/// The nodes of the blocks: the first is that of part 1.
std::vector<markdown::NodeId> part_nodes(const markdown::Document& prose);

/// A node's runs, with `cite` as above.
Runs runs_of(const markdown::Document& prose, markdown::NodeId node,
             const markdown::CitationWriter& cite);

/// What tells a prose field's text from any other it had: 16 hexadecimal digits.
std::string prose_mark(std::string_view markdown);

}  // namespace huice::document
