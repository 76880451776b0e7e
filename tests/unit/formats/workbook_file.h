// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small workbooks written part by part, so that a test can break any of them.

#include "formats/zip_file.h"

#include <string>
#include <string_view>

namespace huice::test {

inline constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline constexpr std::string_view kMain =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

inline std::string relation(const std::string& id, const std::string& type,
                            const std::string& target) {
  return "<Relationships><Relationship Id='" + id + "' Type='http://x/relationships/" + type +
         "' Target='" + target + "'/></Relationships>";
}

/// Sheets “隐藏” (if hidden_first) and “名单” with the rows. Shared strings: 0 企业, 1 富文本 in
/// runs. Styles: 1 a date (built in), 2 a percentage, 3 a date of a format of its own.
struct Book {
  std::string rows;
  std::string declaration;
  std::string more_strings;
  std::string styles_tail;
  std::string workbook_tail;
  bool from_1904 = false;
  bool hidden_first = false;
  bool only_chart = false;

  Parts parts() const {
    const std::string sheet_type = only_chart ? "chartsheet" : "worksheet";
    std::string relations = relation("s1", sheet_type, "worksheets/sheet1.xml") +
                            relation("s2", "worksheet", "/xl/worksheets/sheet2.xml") +
                            relation("t", "styles", "./styles.xml") +
                            relation("u", "sharedStrings", "../xl/sharedStrings.xml");
    const std::string hidden =
        hidden_first ? "<sheet name='隐藏' sheetId='2' state='hidden' r:id='s2'/>" : "";
    return {
        {"_rels/.rels", relation("r", "officeDocument", "xl/workbook.xml")},
        {"xl/workbook.xml",
         "<workbook xmlns:r='" + std::string(kRelations) + "'><workbookPr date1904='" +
             (from_1904 ? "1" : "0") + "'/><sheets>" + hidden +
             "<sheet name='名单' sheetId='1' r:id='s1'/></sheets>" + workbook_tail + "</workbook>"},
        {"xl/_rels/workbook.xml.rels", "<all>" + relations + "</all>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId='176' "
         "formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/>"
         "</numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
         "<xf numFmtId='14'/><xf numFmtId='9'/><xf numFmtId='176'/></cellXfs>" +
             styles_tail + "</styleSheet>"},
        {"xl/sharedStrings.xml",
         "<sst><si><t>企业</t></si><si><r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r>"
         "<rPh sb='0' eb='1'><t>fu</t></rPh></si>" +
             more_strings + "</sst>"},
        {"xl/worksheets/sheet1.xml",
         declaration + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
        {"xl/worksheets/sheet2.xml",
         "<worksheet><sheetData><row><c t='inlineStr'><is><t>隐</t></is></c></row></sheetData>"
         "</worksheet>"},
    };
  }

  std::string bytes() const { return zip_of(parts()); }
};

}  // namespace huice::test
