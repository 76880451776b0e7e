// SPDX-License-Identifier: Apache-2.0
#pragma once

// Prose fields as templates print them.

#include "markdown/write.h"
#include "model/provenance.h"
#include "view/scope.h"

#include <string>

namespace huice::view {

/// A prose field in the page's format, safe there where the format has a form for it, else its
/// plain text, which is escaped where it is printed; none where it is empty. Headings in it are
/// lowered by `heading_shift` levels.
tmpl::Value prose_value(const model::Prose& prose, const PageScope& page, int heading_shift = 2);

/// What a citation prints as on this page.
markdown::CitedText cited_text(const markdown::Citation& citation, const PageScope& page);

/// Appends `document` to `out` in the page's format; its links to files of the site lead there from
/// the page.
[[nodiscard]] markdown::Written write_document(markdown::Document document, const PageScope& page,
                                               int heading_shift, std::string& out);

/// What markdown::write() has written in `format`, as a template prints it: markup as it is, plain
/// text escaped for its place.
tmpl::Value written_value(const std::string& text, markdown::Written written,
                          markup::Format format);

}  // namespace huice::view
