// SPDX-License-Identifier: Apache-2.0
#pragma once

// The formats templates are written in; each has its own way of making data harmless.

#include <cstdint>
#include <string_view>

namespace huice::tmpl {

enum class Format : std::uint8_t { text, html, markdown, typst, xml, json, csv };

/// The format of a template by its name's last extension: .html (also .htm, .xhtml), .md, .typ,
/// .xml (also .rels, .svg, .opf, .ncx), .json, .csv; anything else is text, which is printed as it
/// is.
Format format_of(std::string_view template_name);

/// "HTML", "Markdown", … for messages.
std::string_view name_of(Format format);

}  // namespace huice::tmpl
