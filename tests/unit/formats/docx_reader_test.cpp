// SPDX-License-Identifier: Apache-2.0
#include "formats/docx_file.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::formats::docx;
using huice::test::read_word;
using huice::test::ReadWord;
using huice::test::WordFile;
using huice::test::words_in;
using huice::test::zip_of;

namespace {

std::unique_ptr<Docx> read_body(const std::string& body) {
  WordFile file;
  file.body = body;
  ReadWord read = read_word(file);
  CHECK(read.problems == "");
  REQUIRE(read.docx);
  return std::move(read.docx);
}

const Paragraph& first(const Docx& docx) {
  REQUIRE_FALSE(docx.body.empty());
  return std::get<Paragraph>(docx.body.front());
}

// What a paragraph's pieces are, in short: “text” [bookmark …
std::string pieces_of(const Paragraph& paragraph) {
  std::string out;
  for (const Piece& one : paragraph.pieces) {
    switch (one.kind) {
      case PieceKind::text:
        out += "“" + one.text + "”";
        break;
      case PieceKind::bookmark_start:
        out += "[" + one.text;
        break;
      case PieceKind::bookmark_end:
        out += one.text + "]";
        break;
      case PieceKind::comment_start:
        out += "{" + one.text;
        break;
      case PieceKind::comment_end:
        out += one.text + "}";
        break;
      case PieceKind::field:
        out += "F" + std::to_string(one.field);
        break;
      case PieceKind::shape:
        out += "S" + std::to_string(one.shape);
        break;
      case PieceKind::comment_mark:
        out += "c" + one.text;
        break;
      default:
        out += "(" + std::to_string(static_cast<int>(one.kind)) + one.text + ")";
    }
    out += " ";
  }
  return out;
}

}  // namespace

TEST_CASE("words come whole from runs, groups, links and fields") {
  const auto docx = read_body(
      "<w:p><w:sdt><w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent></w:sdt>"
      "<w:smartTag><w:r><w:t xml:space='preserve'> 乙 </w:t></w:r></w:smartTag>"
      "<w:r><w:t>  丙  </w:t><w:tab/><w:t>丁</w:t><w:br/><w:noBreakHyphen/></w:r>"
      "<w:hyperlink r:id='l' w:anchor='x'><w:r><w:t>戊</w:t></w:r></w:hyperlink>"
      "<w:r><w:ruby><w:rt><w:r><w:t>sound</w:t></w:r></w:rt>"
      "<w:rubyBase><w:r><w:t>己</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>");
  CHECK(words_of(first(*docx)) == "甲 乙 丙\t丁\n-戊己");
  CHECK(docx->links.at(0).anchor == "x");
  CHECK(docx->links.at(0).target.empty());
}

TEST_CASE("a field is named where it begins, and what it shows knows its field") {
  const auto docx = read_body(
      "<w:p><w:r><w:t>第</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
      "<w:r><w:instrText xml:space='preserve'> PA</w:instrText></w:r>"
      "<w:r><w:instrText>GE </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
      "<w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
      "<w:fldSimple w:instr=' NUMPAGES '><w:r><w:t>9</w:t></w:r></w:fldSimple>"
      "<w:r><w:t>页</w:t></w:r></w:p>");
  CHECK(words_of(first(*docx)) == "第39页");
  CHECK(pieces_of(first(*docx)) == "“第” F0 “3” F1 “9” “页” ");
  REQUIRE(docx->fields.size() == 2);
  CHECK(docx->fields[0].instruction == " PAGE ");
  CHECK(docx->fields[1].instruction == " NUMPAGES ");
  CHECK(first(*docx).pieces.at(2).field == 0);
  CHECK(first(*docx).pieces.at(5).field == -1);
}

TEST_CASE("open changes are read from both sides, with who made them and when") {
  const auto docx = read_body(
      "<w:p><w:pPr><w:rPr><w:del w:id='9' w:author='乙'/></w:rPr></w:pPr><w:r><w:t>奖励</w:t></w:r>"
      "<w:del w:id='1' w:author='甲' w:date='2026-03-05T10:00:00Z'><w:r><w:delText>5</w:delText>"
      "</w:r></w:del><w:ins w:id='2' w:author='甲'><w:r><w:t>6</w:t></w:r>"
      "<w:del w:id='3' w:author='乙'><w:r><w:delText>7</w:delText></w:r></w:del></w:ins>"
      "<w:moveTo w:id='4' w:author='丙'><w:r><w:t>万元</w:t></w:r></w:moveTo></w:p>");
  const Paragraph& paragraph = first(*docx);
  CHECK(words_of(paragraph, Side::accepted) == "奖励6万元");
  CHECK(words_of(paragraph, Side::refused) == "奖励5");
  CHECK(paragraph.mark_deleted == 0);
  CHECK(paragraph.mark_inserted == -1);
  REQUIRE(docx->changes.size() == 5);
  const Change& one = docx->changes.at(static_cast<std::size_t>(paragraph.pieces.at(1).deleted));
  CHECK(one.kind == ChangeKind::deleted);
  CHECK(one.author == "甲");
  CHECK(one.date == "2026-03-05T10:00:00Z");
  CHECK(paragraph.pieces.at(3).inserted >= 0);
  CHECK(paragraph.pieces.at(3).deleted >= 0);
  const auto moved = static_cast<std::size_t>(paragraph.pieces.at(4).inserted);
  CHECK(docx->changes.at(moved).kind == ChangeKind::moved_here);
}

TEST_CASE("bookmarks and comments between paragraphs belong to the text they begin or end at") {
  const auto docx = read_body(
      "<w:bookmarkStart w:id='1' w:name='a'/><w:p><w:r><w:t>甲</w:t></w:r></w:p>"
      "<w:bookmarkEnd w:id='1'/><w:commentRangeStart w:id='7'/>"
      "<w:tbl><w:bookmarkStart w:id='2' w:name='b'/><w:tr><w:tc><w:p><w:r><w:t>乙</w:t></w:r>"
      "</w:p></w:tc><w:bookmarkEnd w:id='2'/></w:tr></w:tbl><w:commentRangeEnd w:id='7'/>"
      "<w:bookmarkStart w:id='3' w:name='c'/><w:bookmarkEnd w:id='3'/><w:bookmarkEnd w:id='99'/>");
  std::string out;
  for_each_paragraph(docx->body, [&](const Paragraph& one) { out += pieces_of(one) + "\n"; });
  CHECK(out == "[a “甲” a] \n{7 [b “乙” b] 7} [c c] \n");
}

TEST_CASE("a table keeps its grid, spans and merged cells") {
  const auto docx = read_body(
      "<w:tbl><w:tblPr><w:tblpPr w:vertAnchor='page'/></w:tblPr>"
      "<w:tblGrid><w:gridCol w:w='100'/><w:gridCol w:w='200'/></w:tblGrid>"
      "<w:tr><w:trPr><w:ins w:id='1' w:author='甲'/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='2'/>"
      "</w:tcPr><w:p/></w:tc></w:tr><w:sdt><w:sdtContent><w:tr><w:trPr><w:gridBefore w:val='1'/>"
      "</w:trPr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p/></w:tc></w:tr>"
      "</w:sdtContent></w:sdt><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:tbl><w:tr><w:tc><w:p>"
      "<w:r><w:t>里</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>");
  const Table& table = std::get<Table>(docx->body.at(0));
  CHECK(table.grid == std::vector<int>{100, 200});
  CHECK((*table.properties.child("w:tblpPr"))["vertAnchor"] == "page");
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].inserted == 0);
  CHECK(table.rows[0].cells.at(0).columns == 2);
  CHECK(table.rows[1].columns_before == 1);
  CHECK(table.rows[1].cells.at(0).merge == VerticalMerge::first);
  CHECK(table.rows[2].cells.at(0).merge == VerticalMerge::more);
  CHECK(words_in(docx->body) == "\n\n里\n\n");
}

TEST_CASE("of alternatives one is read, and a text box is a text of its own") {
  const std::string box = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>";
  const auto docx = read_body(
      "<w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
      "<wp:anchor behindDoc='1'><wp:extent cx='5'/><wps:wsp><wps:txbx>" +
      box +
      "</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
      "<v:shape style='position:absolute'><v:textbox>" +
      box +
      "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
      "<mc:AlternateContent><mc:Choice Requires='wps unheard'><w:t>新</w:t></mc:Choice>"
      "<mc:Fallback><w:pict><v:shape style='position:absolute;top:1pt'/></w:pict></mc:Fallback>"
      "</mc:AlternateContent><w14:t>别</w14:t></w:r></w:p>");
  CHECK(words_in(docx->body) == "前\n");
  CHECK(pieces_of(first(*docx)) == "“前” S0 S1 ");
  REQUIRE(docx->shapes.size() == 2);
  CHECK(docx->shapes[0].is_anchored);
  CHECK(docx->shapes[0].drawing["behindDoc"] == "1");
  CHECK((*docx->shapes[0].drawing.child("wp:extent"))["cx"] == "5");
  REQUIRE(docx->shapes[0].boxes.size() == 1);
  CHECK(words_in(docx->shapes[0].boxes[0]) == "框\n");
  CHECK(docx->shapes[1].is_anchored);
  CHECK(docx->shapes[1].boxes.empty());
}

TEST_CASE("sections know where they end, and which heads and feet they name") {
  WordFile file;
  file.body =
      "<w:p><w:pPr><w:keepNext/><w:sectPr><w:pgSz w:w='1'/></w:sectPr></w:pPr></w:p><w:p/>"
      "<w:sectPr><w:headerReference w:type='even' r:id='h'/><w:headerReference r:id='none'/>"
      "<w:pgSz w:w='2'/></w:sectPr>";
  file.header = "<w:p><w:r><w:t>代拟稿</w:t></w:r></w:p>";
  const ReadWord read = read_word(file);
  REQUIRE(read.docx);
  const Docx& docx = *read.docx;
  REQUIRE(docx.sections.size() == 2);
  CHECK(docx.sections[0].end == 1);
  CHECK((*docx.sections[0].properties.child("w:pgSz"))["w"] == "1");
  CHECK(docx.sections[0].edges.empty());
  CHECK(docx.sections[1].end == 2);
  REQUIRE(docx.sections[1].edges.size() == 1);
  CHECK(docx.sections[1].edges[0].kind == "even");
  CHECK(docx.edges.at(docx.sections[1].edges[0].number).is_header);
  CHECK(words_in(docx.edges[0].blocks) == "代拟稿\n");
  CHECK(first(docx).properties.child("w:sectPr") == nullptr);
  CHECK(docx.styles.is_on(first(docx), "w:keepNext"));
}

TEST_CASE("what holds is what the paragraph says, its style, what that is based on, the defaults") {
  WordFile file;
  file.styles =
      "<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='32'/></w:rPr></w:rPrDefault>"
      "<w:pPrDefault><w:pPr><w:jc w:val='both'/></w:pPr></w:pPrDefault></w:docDefaults>"
      "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/>"
      "<w:basedOn w:val='T'/><w:pPr><w:spacing w:line='579' w:before='10'/></w:pPr>"
      "<w:rPr><w:rFonts w:eastAsia='仿宋'/><w:b/></w:rPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='T'><w:name w:val='Title'/><w:basedOn w:val='N'/>"
      "<w:pPr><w:keepNext/><w:spacing w:before='20'/></w:pPr></w:style>"
      "<w:style w:type='character' w:styleId='C'><w:name w:val='Strong'/><w:rPr><w:b/>"
      "</w:rPr></w:style></w:styles>";
  file.body =
      "<w:p><w:pPr><w:pStyle w:val='T'/><w:keepNext w:val='0'/><w:spacing w:after='5'/></w:pPr>"
      "<w:r><w:rPr><w:rStyle w:val='C'/><w:rFonts w:ascii='Arial'/></w:rPr><w:t>甲</w:t></w:r>"
      "<w:r><w:t>乙</w:t></w:r></w:p><w:p><w:r><w:t>丙</w:t></w:r></w:p>";
  const ReadWord read = read_word(file);
  REQUIRE(read.docx);
  const StyleTable& styles = read.docx->styles;
  const Paragraph& title = first(*read.docx);
  CHECK(styles.of_paragraph(title, "w:spacing", "after") == "5");
  CHECK(styles.of_paragraph(title, "w:spacing", "before") == "20");
  CHECK(styles.of_paragraph(title, "w:spacing", "line") == "579");
  CHECK(styles.of_paragraph(title, "w:jc") == "both");
  CHECK_FALSE(styles.of_paragraph(title, "w:ind", "left"));  // a circle of styles ends
  CHECK_FALSE(styles.is_on(title, "w:keepNext"));
  CHECK(styles.of_run(title, 0, "w:rFonts", "ascii") == "Arial");
  CHECK(styles.of_run(title, 0, "w:rFonts", "eastAsia") == "仿宋");
  CHECK(styles.of_run(title, 0, "w:sz") == "32");
  CHECK_FALSE(styles.is_on(title, 0, "w:b"));  // bold twice is not bold
  CHECK(styles.is_on(title, 1, "w:b"));
  CHECK(styles.named("title")->id == "T");
  CHECK(styles.style_of(std::get<Paragraph>(read.docx->body.at(1)))->id == "N");
}

TEST_CASE("comments come with who wrote them, and custom parts by their namespace") {
  WordFile file;
  file.space = "http://purl.oclc.org/ooxml/wordprocessingml/main";  // strict
  file.body =
      "<w:p><w:commentRangeStart w:id='0'/><w:r><w:t>甲</w:t></w:r>"
      "<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r></w:p>";
  file.comments =
      "<w:comment w:id='0' w:author='王' w:date='2026-01-01'><w:p><w:r><w:t>请核</w:t>"
      "</w:r></w:p></w:comment>";
  file.relations = WordFile::relation("x", "customXml", "../customXml/item1.xml") +
                   WordFile::relation("y", "customXml", "../customXml/item2.xml");
  file.more = {
      {"customXml/item1.xml", "<origins xmlns='urn:mine' record='a'><p words='b'/></origins>"},
      {"customXml/item2.xml", "<origins xmlns='urn:other' record='c'/>"}};
  const ReadWord read = read_word(zip_of(file.parts()), "urn:mine");
  CHECK(read.problems == "");
  REQUIRE(read.docx);
  CHECK(pieces_of(first(*read.docx)) == "{0 “甲” 0} c0 ");
  REQUIRE(read.docx->comments.size() == 1);
  CHECK(read.docx->comments[0].author == "王");
  CHECK(words_in(read.docx->comments[0].blocks) == "请核\n");
  REQUIRE(read.docx->custom.size() == 1);
  CHECK(read.docx->custom[0]["record"] == "a");
  CHECK(read.docx->custom[0].children.at(0)["words"] == "b");
}

namespace {

std::string refusal(const std::string& bytes, const std::string& name = "a.docx") {
  const ReadWord read = read_word(bytes, {}, name);
  CHECK(read.docx == nullptr);
  return read.problems.substr(0, read.problems.find('\n'));
}

std::string refusal(const WordFile& file) {
  return refusal(zip_of(file.parts()));
}

}  // namespace

TEST_CASE("what is no Word file is refused by what it is") {
  const std::string other = "a.docx: error[docx-other]: is no Word file, but ";
  CHECK(refusal("%PDF-1.7\n") == other + "a PDF file");
  CHECK(refusal("{\\rtf1 x}") == other + "an RTF file");
  CHECK(refusal("<HTML><p>x") == other + "a web page (HTML)");
  CHECK(refusal("<?xml version='1.0'?><pkg:package "
                "xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>") ==
        other + "a Word document in one XML file");
  CHECK(refusal("") == other + "an empty file (0 bytes)");
  CHECK(refusal("owner", "x/~$a.docx") ==
        "x/~$a.docx: error[docx-other]: is no Word file, but a temporary file of Word's, whose "
        "name begins with ~$");
  CHECK(refusal(zip_of({{"content.xml", "<a/>"}})) == other + "an OpenDocument text (.odt)");
  const auto main = [](const std::string& part) {
    return zip_of(
        {{"_rels/.rels", "<r>" + WordFile::relation("d", "officeDocument", part) + "</r>"},
         {part, "<a/>"}});
  };
  CHECK(refusal(main("xl/workbook.xml")) == other + "an Excel workbook");
  CHECK(refusal(main("ppt/presentation.xml")) == other + "a PowerPoint presentation");
  CHECK(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1old") ==
        "a.docx: error[docx-old]: is a file of Word 97–2003 (.doc) or of WPS (.wps), which huice "
        "cannot read");
  CHECK(refusal(zip_of(WordFile{"<w:p/>"}.parts(), true, "secret")) ==
        "a.docx: error[docx-encrypted]: is protected by a password, so huice cannot open it");
}

TEST_CASE("a damaged or hostile file is refused with the reason") {
  const std::string damaged = "a.docx: error[docx-damaged]: is not a whole .docx file: ";
  CHECK(refusal("plain text") == damaged + "it is no ZIP archive");
  CHECK(refusal(zip_of({{"_rels/.rels", "<r/>"}})) == damaged + "it names no document");
  CHECK(refusal(zip_of(
            {{"_rels/.rels", "<r>" + WordFile::relation("d", "officeDocument", "a.xml") + "</r>"},
             {"a.xml", "<a/>"}})) == damaged + "it names no document");
  WordFile file;
  file.body = "<w:p>";
  CHECK(refusal(file) ==
        damaged + "the XML of word/document.xml is broken in line 1: a tag is closed by another");
  file.body = "<w:p/>";
  file.declaration = "<!DOCTYPE a [<!ENTITY b 'c'>]>";
  CHECK(refusal(file) == damaged + "its XML has a document type, which no Office file has");
  file.declaration = {};
  file.relations = WordFile::relation("t", "settings", "settings.xml");
  CHECK(refusal(file) == damaged + "it has no part word/settings.xml");
  file.relations = WordFile::relation("t", "settings", "http://a.example/s.xml", true);
  CHECK(refusal(file) == damaged + "its part http://a.example/s.xml lies outside of it");
  file.relations = {};
  for (int i = 0; i < 254; ++i) file.body += "<w:sdt>";
  for (int i = 0; i < 254; ++i) file.body += "</w:sdt>";
  CHECK(read_word(file).problems == "");
  file.body = "<w:sdt>" + file.body + "</w:sdt>";
  CHECK(refusal(file) == damaged + "its XML is nested more than 256 levels deep");
}

TEST_CASE("a file that unpacks to too much is refused") {
  WordFile file;
  file.body.reserve(std::size_t{9} << 20U);
  for (int i = 0; i < 2'000'000; ++i) file.body += "<w:p/>";
  CHECK(refusal(file) ==
        "a.docx: error[docx-damaged]: is not a whole .docx file: its parts hold more than two "
        "million elements and attributes, or unpack to more than 64 MiB");
  file.body = "<w:p><w:r><w:t>" + std::string(std::size_t{65} << 20U, 'a') + "</w:t></w:r></w:p>";
  CHECK(refusal(file) ==
        "a.docx: error[docx-damaged]: is not a whole .docx file: the part word/document.xml "
        "unpacks to more than huice reads");
}
