// SPDX-License-Identifier: Apache-2.0
#include "document/docx/tables.h"

namespace huice::document::docx {
namespace {

void length(Xml& xml, std::string_view name, int twips) {
  xml.empty(name, {{"w:w", twips}, {"w:type", "dxa"}});
}

}  // namespace

void write_table_width(Xml& xml, int width) {
  length(xml, "w:tblW", width);
  length(xml, "w:tblInd", 0);
  xml.empty("w:tblLayout", {{"w:type", "fixed"}});
}

void write_no_margins(Xml& xml) {
  const auto margins = xml.element("w:tblCellMar");
  length(xml, "w:left", 0);
  length(xml, "w:right", 0);
}

void write_grid(Xml& xml, const std::vector<int>& widths) {
  const auto grid = xml.element("w:tblGrid");
  for (const int width : widths) xml.empty("w:gridCol", {{"w:w", width}});
}

void write_cell_width(Xml& xml, int width) {
  length(xml, "w:tcW", width);
}

void write_row_height(Xml& xml, int height, RowHeight how) {
  const auto properties = xml.element("w:trPr");
  xml.empty("w:cantSplit");
  xml.empty("w:trHeight",
            {{"w:val", height}, {"w:hRule", how == RowHeight::exact ? "exact" : "atLeast"}});
}

void write_floating(Xml& xml, Attributes place, int width) {
  const auto properties = xml.element("w:tblPr");
  xml.empty("w:tblpPr", place);
  xml.empty("w:tblOverlap", {{"w:val", "never"}});
  write_table_width(xml, width);
  write_no_margins(xml);
}

}  // namespace huice::document::docx
