// SPDX-License-Identifier: Apache-2.0
#pragma once

// word/styles.xml, word/settings.xml and word/fontTable.xml.

#include "document/docx/story.h"

namespace huice::document::docx {

inline constexpr std::string_view kWordNamespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

void write_styles(Xml& xml, const Letter& letter, const DocxLook& look);
void write_settings(Xml& xml);
void write_fonts(Xml& xml, const DocxLook& look);

}  // namespace huice::document::docx
