// SPDX-License-Identifier: Apache-2.0
#pragma once

// The formats huice writes text in. Each has one escape (markup/escape.h).

#include <cstdint>
#include <string_view>

namespace huice::markup {

enum class Format : std::uint8_t { text, html, markdown, typst, xml, json, csv };

/// The format of a file by its name's last extension: .html (also .htm, .xhtml), .md, .typ,
/// .xml (also .rels, .svg, .opf, .ncx), .json, .csv; anything else is plain text.
Format format_of(std::string_view name);

/// "HTML", "Markdown", … for messages.
std::string_view name_of(Format format);

}  // namespace huice::markup
