// SPDX-License-Identifier: Apache-2.0
#pragma once

// What all tables of a Word file have to say of themselves. Widths are fixed, in twips, and said
// three times: WPS takes columns that are not in the grid for empty ones.

#include "document/docx/xml.h"

#include <vector>

namespace huice::document::docx {

/// The properties' widths, and no room beside the text.
void write_table_width(Xml& xml, int width);
void write_no_margins(Xml& xml);
void write_grid(Xml& xml, const std::vector<int>& widths);
void write_cell_width(Xml& xml, int width);
/// A row of this height, on one page.
enum class RowHeight { exact, least };
void write_row_height(Xml& xml, int height, RowHeight how);

/// All properties of a table that stands at a place of the page, or at the foot of 版心: Word and
/// LibreOffice both keep it there, and leave the text around it.
void write_floating(Xml& xml, Attributes place, int width);

}  // namespace huice::document::docx
