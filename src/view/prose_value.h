// SPDX-License-Identifier: Apache-2.0
#pragma once

// Prose fields as templates print them.

#include "markdown/tree.h"
#include "model/provenance.h"
#include "view/scope.h"

namespace huice::view {

/// HTML or Markdown of a prose field, safe in the page's format; none where it is empty. Headings
/// in it are lowered by `heading_shift` levels.
tmpl::Value prose_value(const model::Prose& prose, const PageScope& page, int heading_shift = 2);

/// What a citation prints as on this page.
markdown::CitedText cited_text(const markdown::Citation& citation, const PageScope& page);

/// A document in the page's format, appended.
void write_document(const markdown::Document& document, const PageScope& page, int heading_shift,
                    std::string& out);

}  // namespace huice::view
