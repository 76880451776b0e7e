// SPDX-License-Identifier: Apache-2.0
#include "formats/table_text.h"
#include "formats/workbook_file.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::formats;
using huice::test::Book;
using huice::test::Parts;
using huice::test::table_text;
using huice::test::TableText;
using huice::test::zip_of;

namespace {

TableText sheet_text(const std::string& rows) {
  Book book;
  book.rows = rows;
  return table_text("t.xlsx", book.bytes());
}

std::string rows_of(const std::string& rows) {
  const TableText text = sheet_text(rows);
  CHECK(text.problems == "");
  return text.rows;
}

std::string problems_of(const std::string& rows) {
  return sheet_text(rows).problems;
}

}  // namespace

TEST_CASE("cells of every type become text in their columns") {
  CHECK(rows_of("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c></row>"
                "<row r='3'><c r='B3'><v>0.30000000000000004</v></c><c r='D3' t='b'><v>1</v></c>"
                "</row>") == "1: 企业||富文本\n3: |0.3||TRUE\n");
  CHECK(rows_of("<row><c t='inlineStr'><is><r><t>a</t></r><r><t xml:space='preserve'> b</t></r>"
                "<rPh><t>x</t></rPh></is></c><c t='str'><f>A1</f><v>公式</v></c>"
                "<c><f>1+1</f><v>2</v></c></row>") == "1: a b|公式|2\n");
  CHECK(rows_of("<row><c s='1'><v>44926</v></c><c s='2'><v>0.05</v></c><c s='3'><v>44926</v></c>"
                "<c s='9'><v>7</v></c><c t='d'><v>2022-12-31T00:00:00</v></c></row>") ==
        "1: 2022-12-31|5%|2022-12-31|7|2022-12-31\n");
  CHECK(rows_of("<row><c t='inlineStr'><is><t>a_x000D_b_x005F_x0041_</t></is></c></row>") ==
        "1: a\rb_x0041_\n");
  CHECK(rows_of("<row r='2' spans='1:2'/><row><c r='A3'/><c r='B3' s='1'/></row>") == "");
}

TEST_CASE("a workbook with a prefix on every name, and the 1904 system, is read as well") {
  Book book;
  book.from_1904 = true;
  for (const std::string_view space :
       {huice::test::kMain, std::string_view("http://purl.oclc.org/ooxml/spreadsheetml/main")}) {
    book.rows =
        "<x:row xmlns:x='" + std::string(space) + "'><x:c s='1'><x:v>43464</x:v></x:c></x:row>";
    CHECK(table_text("t.xlsx", book.bytes()).rows == "1: 2022-12-31\n");
  }
}

TEST_CASE(
    "what other namespaces and extensions hold is not the workbook's own, whatever its name") {
  const std::string newer =
      "xmlns:n='http://schemas.microsoft.com/office/spreadsheetml/2010/11/main'";
  const std::string main = "xmlns='" + std::string(huice::test::kMain) + "'";
  Book book;
  book.from_1904 = true;
  book.rows = "<row><c s='1'><v>43464</v><n:v " + newer + ">1</n:v></c><n:c " + newer +
              "><v>2</v></n:c></row>" + "<n:row " + newer +
              "><c><v>3</v></c></n:row><extLst><ext><row><c><v>4</v></c></row></ext></extLst>";
  // As Excel 2011 and later write it: without the namespace, the date system would be 1900's again.
  book.workbook_tail = "<extLst><ext uri='{140A7094-0E35-4892-8432-C4D2E57EDEB5}' " + newer +
                       "><n:workbookPr chartTrackingRefBase='1'/></ext></extLst>";
  // The formats of conditions use numbers of their own.
  book.styles_tail =
      "<dxfs><dxf><numFmt numFmtId='14' formatCode='0%'/></dxf></dxfs><extLst><ext><dxfs " + main +
      "><dxf><numFmt numFmtId='14' formatCode='0%'/></dxf></dxfs></ext></extLst>";
  const TableText text = table_text("t.xlsx", book.bytes());
  CHECK(text.problems == "");
  CHECK(text.rows == "1: 2022-12-31\n");
}

TEST_CASE("an inline text is what stands in <is>, though <v> says it too") {
  CHECK(
      rows_of(
          "<row><c t='inlineStr'><v>500.0</v><is><t>500</t></is></c>"
          "<c "
          "t='inlineStr'><is><t>甲</t></is><v>甲</v></c><c><v>7</v><is><t>8</t></is></c></row>") ==
      "1: 500|甲|7\n");
}

TEST_CASE("the first visible sheet is read, or the one that is named") {
  Book book;
  book.rows = "<row><c><v>1</v></c></row>";
  book.hidden_first = true;
  const TableText first = table_text("t.xlsx", book.bytes());
  CHECK(first.rows == "1: 1\n");
  CHECK(first.problems ==
        "t.xlsx: note[xlsx-other-sheets]: the sheet “名单” is read; the workbook has others: 隐藏\n"
        "  hint: --sheet names the one to read\n");
  CHECK(table_text("t.xlsx", book.bytes(), "名单").problems == "");
  CHECK(table_text("t.xlsx", book.bytes(), "隐藏").rows == "1: 隐\n");
  CHECK(table_text("t.xlsx", book.bytes(), "图").problems ==
        "t.xlsx: error[xlsx-no-sheet]: has no sheet “图”\n  hint: its sheets are: 隐藏, 名单\n");
}

TEST_CASE("places name the sheet, the row and the column") {
  MemoryFileSystem files;
  Book book;
  book.rows = "<row r='7'><c r='B7'><v>1</v></c></row>";
  files.put("t.xlsx", book.bytes());
  Diagnostics problems;
  const auto reader = formats::open_xlsx(files, "t.xlsx", "", problems);
  REQUIRE(reader);
  formats::Row row;
  REQUIRE(reader->next(row));
  CHECK(reader->place(1).file == "t.xlsx[名单]");
  CHECK(reader->place(1).line == 7);
  CHECK(reader->place(1).column == 2);
}

TEST_CASE("a number of more than 15 digits is marked, one of 15 and a text are not") {
  MemoryFileSystem files;
  Book book;
  book.rows =
      "<row><c><v>150102199001011234</v></c><c><v>999999999999999</v></c>"
      "<c t='inlineStr'><is><t>150102199001011234</t></is></c><c><v>1E15</v></c></row>"
      "<row><c><v>1</v></c></row>";
  files.put("t.xlsx", book.bytes());
  Diagnostics problems;
  const auto reader = formats::open_xlsx(files, "t.xlsx", "", problems);
  REQUIRE(reader);
  formats::Row row;
  REQUIRE(reader->next(row));
  CHECK(row.rounded == std::vector<std::size_t>{0, 3});
  REQUIRE(reader->next(row));
  CHECK(row.rounded.empty());
  CHECK(!reader->next(row));
  CHECK(!reader->broken());
}

TEST_CASE("bad cells are reported and left empty, and the rest of the sheet is read") {
  const TableText text = sheet_text(
      "<row><c t='s'><v>99</v></c><c><v>1</v></c></row>"
      "<row><c><v>x</v></c><c t='e'><v>#N/A</v></c><c><f>A1</f></c><c t='q'><v>1</v></c></row>"
      "<row><c><v>nan</v></c><c><v>2</v></c></row>");
  CHECK(text.rows == "1: |1\n2: |#N/A\n3: |2\n");
  CHECK(text.problems ==
        "t.xlsx[名单]:1:1: error[xlsx-bad-cell]: cell A1 cannot be read: there is no such shared "
        "string\n  hint: type the value again in Excel or WPS, and save\n"
        "t.xlsx[名单]:2:1: error[xlsx-bad-cell]: cell A2 cannot be read: it is not a number\n"
        "  hint: type the value again in Excel or WPS, and save\n"
        "t.xlsx[名单]:2:2: warning[xlsx-error-value]: cell B2 holds the error #N/A\n"
        "  hint: mend its formula, or type the value in\n"
        "t.xlsx[名单]:2:3: warning[xlsx-no-value]: cell C2 has a formula, but no result\n"
        "  hint: the file was not saved by Excel or WPS; open it there and save it, so that it "
        "calculates\n"
        "t.xlsx[名单]:2:4: error[xlsx-bad-cell]: cell D2 cannot be read: its type is “q”\n"
        "  hint: type the value again in Excel or WPS, and save\n"
        "t.xlsx[名单]:3:1: error[xlsx-bad-cell]: cell A3 cannot be read: it is not a number\n"
        "  hint: type the value again in Excel or WPS, and save\n");
}

TEST_CASE("no problem shows the text of a cell, however damaged the workbook") {
  for (const char* type : {"s", "n", "e", "q", "d", "b"}) {
    const std::string cell = "<c t='" + std::string(type) + "'><v>张三13812345678</v></c>";
    const std::string shown = problems_of("<row>" + cell + "</row>");
    CAPTURE(shown);
    CHECK(shown.find("张三") == std::string::npos);
    CHECK(shown.find("138") == std::string::npos);
  }
}

TEST_CASE("a reader knows that its table is not whole") {
  MemoryFileSystem files;
  Book book;
  book.rows = "<row><c><v>1</v></c></row><row><c/><c><v>2</row>";
  files.put("t.xlsx", book.bytes());
  files.put("t.csv", "a,b\n1,2\n3,\"4\n");
  for (const char* name : {"t.xlsx", "t.csv"}) {
    Diagnostics problems;
    const auto reader = formats::open_table(files, name, "", problems);
    REQUIRE(reader);
    formats::Row row;
    REQUIRE(reader->next(row));
    CHECK(!reader->broken());
    while (reader->next(row)) CHECK(!reader->broken());
    CHECK(reader->broken());
  }
}

TEST_CASE("broken XML ends the table at the cell where it breaks") {
  const TableText text = sheet_text("<row><c><v>1</v></c></row><row><c/><c><v>2</row>");
  CHECK(text.rows == "1: 1\n");
  CHECK(text.problems ==
        "t.xlsx[名单]:2:2: error[xlsx-damaged]: is not a whole .xlsx file: the XML of "
        "xl/worksheets/sheet1.xml is broken in line 1: a tag is closed by another\n"
        "  hint: open it in Excel or WPS and save it again as .xlsx\n");
  const auto reason = [](const std::string& rows, const std::string& part) {
    return problems_of(rows).find(part) != std::string::npos;
  };
  CHECK(reason("<row r='2'/><row r='2'/>", "a row has the number “2” after row 2"));
  CHECK(reason("<row r='1048577'/>", "a row has the number “1048577” after row 0"));
  CHECK(reason("<row><c r='B1'/><c r='A1'/></row>", "a cell has the name “A1” after B1"));
  CHECK(reason("<row><c r='XFE1'/></row>", "a cell has the name “XFE1” after A1"));
  CHECK(reason("<row><c r='A2'/></row>", "a cell has the name “A2”"));
  // The last row and column of Excel.
  CHECK(problems_of("<row r='1048576'><c r='XFD1048576'/></row>") == "");
  const auto nested = [](int levels) {
    std::string deep;
    for (int i = 2; i < levels; ++i) deep += "<a>";  // the sheet and its data are two
    for (int i = 2; i < levels; ++i) deep += "</a>";
    return deep;
  };
  CHECK(problems_of(nested(64)) == "");
  CHECK(reason(nested(65), "nested more than 64 levels deep"));
}

TEST_CASE("entities, huge tags and huge texts are refused before they take memory") {
  Book book;
  book.declaration = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>";
  book.rows = "<row><c t='str'><v>&b;</v></c></row>";
  CHECK(table_text("t.xlsx", book.bytes()).problems.find("document type") != std::string::npos);
  const std::string large(std::size_t{3} << 20U, 'x');
  CHECK(problems_of("<row><c t='inlineStr'><is><t>" + large + "</t></is></c></row>")
            .find("cell A1 has more than 32,767 characters") != std::string::npos);
  CHECK(problems_of("<row r='" + large + "'/>").find("a tag or comment of more than 1 MiB") !=
        std::string::npos);
}

TEST_CASE("one shared string named many times cannot fill the memory") {
  Book book;
  book.more_strings = "<si><t>" + std::string(kMostCellCharacters, 'x') + "</t></si>";
  for (int i = 0; i < 600; ++i) book.rows += "<c t='s'><v>2</v></c>";
  book.rows = "<row>" + book.rows + "</row>";
  const TableText text = table_text("t.xlsx", book.bytes());
  CHECK(text.rows.empty());
  CHECK(text.problems.find("row 1 has more than 16 MiB") != std::string::npos);
  book.more_strings = "<si><t>" + std::string(2000000, 'x') + "</t></si>";
  CHECK(table_text("t.xlsx", book.bytes()).problems.find("it has a text of more than 1024 KiB") !=
        std::string::npos);
}

TEST_CASE("a cell of Excel's longest text is read, one of a character more is not") {
  const auto problems = [](const std::string& text) {
    return problems_of("<row><c t='inlineStr'><is><t>" + text + "</t></is></c></row>");
  };
  std::string han;
  for (std::size_t i = 0; i < kMostCellCharacters; ++i) han += "惠";
  CHECK(problems(han).empty());
  CHECK(problems(han + "x").find("cell A1 has more than 32,767 characters, Excel's own limit") !=
        std::string::npos);
}

TEST_CASE("a sheet that names one long string in every row ends at the bound of its text") {
  const std::string row = "<row><c t='s'><v>2</v></c></row>";
  Book book;
  book.more_strings = "<si><t>" + std::string(kMostCellCharacters, 'x') + "</t></si>";
  constexpr std::size_t kMost = kMostSheetText / kMostCellCharacters;
  for (std::size_t i = 0; i < kMost; ++i) book.rows += row;
  CHECK(table_text("t.xlsx", book.bytes()).problems.empty());
  book.rows += row;
  CHECK(
      table_text("t.xlsx", book.bytes()).problems.find("its cells hold more than 64 MiB of text") !=
      std::string::npos);
}

TEST_CASE("each part of a workbook may unpack to its bound and no byte more") {
  const auto unpacked_to = [](const std::string& name, std::size_t bytes) {
    Book book;
    book.rows = "<row><c><v>1</v></c></row>";
    auto parts = book.parts();
    for (auto& [part, text] : parts) {
      if (part != name) continue;
      if (part == "_rels/.rels") text = "<all>" + text + "</all>";
      const std::string more = "<more a='" + std::string(std::size_t{1} << 16U, 'x') + "'/>";
      std::string filling;
      while (text.size() + filling.size() + more.size() <= bytes) filling += more;
      filling.append(bytes - text.size() - filling.size(), ' ');
      text.insert(text.rfind("</"), filling);
    }
    return table_text("t.xlsx", zip_of(parts)).problems;
  };
  const auto bound = [&](const std::string& name, std::size_t mebibytes) {
    CAPTURE(name);
    CHECK(unpacked_to(name, mebibytes << 20U) == "");
    CHECK(unpacked_to(name, (mebibytes << 20U) + 1)
              .find("the part " + name + " unpacks to more than huice reads") != std::string::npos);
  };
  bound("_rels/.rels", 8);
  bound("xl/workbook.xml", 8);
  bound("xl/_rels/workbook.xml.rels", 8);
  bound("xl/styles.xml", 64);
}

TEST_CASE("a tag may have 1 MiB; what is more is noticed after 64 KiB more") {
  const auto with_tag = [](std::size_t bytes) {
    const std::string begins = "<row a='";
    return problems_of(begins + std::string(bytes - begins.size() - 2, 'x') +
                       "'><c><v>1</v></c></row>");
  };
  CHECK(with_tag(std::size_t{1} << 20U).empty());
  CHECK(with_tag(std::size_t{18} << 16U).find("a tag or comment of more than 1 MiB") !=
        std::string::npos);
}

TEST_CASE("a zip bomb of blanks ends at the bound of its part") {
  Book book;
  book.styles_tail = std::string(std::size_t{70} << 20U, ' ');
  CHECK(table_text("t.xlsx", book.bytes())
            .problems.find("the part xl/styles.xml unpacks to more than huice reads") !=
        std::string::npos);
}

TEST_CASE("the message about a file that is not .xlsx says what it is") {
  std::string old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(2000, '\0');
  old[30] = 9;
  CHECK(table_text("t.xls", old).problems ==
        "t.xls: error[xlsx-old]: is a file of Excel 97–2003 (.xls), which huice cannot read\n"
        "  hint: open it in Excel or WPS and save it as .xlsx\n");
  std::string name;
  for (const char letter : std::string("EncryptedPackage")) name += {letter, '\0'};
  old.replace(700, name.size(), name);
  CHECK(table_text("t.xlsx", old).problems ==
        "t.xlsx: error[xlsx-encrypted]: is protected by a password\n"
        "  hint: open it, take the password away, and save it again\n");
  const Book book;
  CHECK(table_text("t.xlsx", zip_of(book.parts(), true, "geheim"))
            .problems.find("t.xlsx: error[xlsx-encrypted]: ") == 0);
  Parts binary{{"_rels/.rels", test::relation("r1", "officeDocument", "xl/workbook.bin")}};
  CHECK(table_text("t.xlsx", zip_of(binary)).problems ==
        "t.xlsx: error[xlsx-binary]: is a binary workbook (.xlsb), which huice cannot read\n"
        "  hint: open it in Excel and save it as .xlsx\n");
}

TEST_CASE("a file that is called a workbook and is none is named by what it is") {
  const auto said = [](const std::string& name, const std::string& bytes) {
    const TableText text = table_text(name, bytes);
    CHECK(text.rows == "");
    const std::string start = name + ": error[xlsx-other]: is no Excel workbook, but ";
    CHECK(text.problems.starts_with(start));
    CHECK(text.problems.ends_with("\n  hint: open it in Excel or WPS and save it as .xlsx\n"));
    return text.problems.substr(start.size(), text.problems.find('\n') - start.size());
  };
  CHECK(said("t.xlsx", "") == "an empty file (0 bytes)");
  CHECK(said("t.XLSX", "\xEF\xBB\xBF<!DOCTYPE HTML>\n<HTML><body/></HTML>") == "a web page (HTML)");
  CHECK(said("t.xls", "<html><table><tr><td>1</td></tr></table></html>") == "a web page (HTML)");
  CHECK(said("~$t.et", "x") == "a temporary file of Excel's, whose name begins with ~$");
  CHECK(said("t.xlsm", "<html xmlns:x='urn:schemas-microsoft-com:office:excel'>") ==
        "a web page (HTML)");
  CHECK(said("t.xlsx",
             "<?xml version='1.0'?>\n<?mso-application progid='Excel.Sheet'?>\n"
             "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>") ==
        "an XML spreadsheet of Excel 2003");
  CHECK(said("d/~$t.xlsx", std::string("\x05wang\0\0\0", 8)) ==
        "a temporary file of Excel's, whose name begins with ~$");
  CHECK(said("t.xlsx", zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                               {"content.xml", "<a/>"}})) ==
        "an OpenDocument file (.ods and others)");
  // A table of text with the wrong ending is a table all the same.
  CHECK(table_text("t.xlsx", "企业,金额\n甲,2\n").rows == "1: 企业|金额\n2: 甲|2\n");
  CHECK(table_text("t.csv", "").problems == "");
}

TEST_CASE("an archive that is cut short or holds something else is damaged") {
  const std::string whole = Book().bytes();
  const auto problems = [](const std::string& bytes) {
    return table_text("t.xlsx", bytes).problems;
  };
  CHECK(problems(whole.substr(0, whole.size() / 2)).find("t.xlsx: error[xlsx-damaged]: ") == 0);
  CHECK(problems(zip_of({{"a", "b"}})).find("it has no part _rels/.rels") != std::string::npos);
  CHECK(problems(zip_of({{"_rels/.rels", "<a/>"}})).find("it names no workbook") !=
        std::string::npos);
  Book book;
  book.only_chart = true;
  CHECK(problems(book.bytes()).find("it has no worksheet") != std::string::npos);
}

TEST_CASE(
    "every prefix of a workbook, and every workbook with one byte inverted, is read or refused") {
  Book book;
  book.rows = "<row><c t='s'><v>0</v></c><c s='1'><v>44926</v></c></row>";
  const std::string whole = book.bytes();
  const std::string expected = table_text("t.xlsx", whole).rows;
  std::size_t silent = 0;
  for (std::size_t i = 4; i < whole.size(); ++i) {
    const TableText cut = table_text("t.xlsx", whole.substr(0, i));
    if (cut.problems.empty()) ++silent;
    std::string turned = whole;
    turned[i] = static_cast<char>(turned[i] ^ 0x55);
    const TableText text = table_text("t.xlsx", turned);
    if (text.problems.empty() && text.rows != expected) ++silent;
  }
  CHECK(silent == 0);
}
