// SPDX-License-Identifier: Apache-2.0
// Letters as Word files, part by part. What other programs make of them:
// tests/scripts/letter_docx.py.
#include "base/memory_files.h"
#include "document/docx/origins.h"
#include "document/docx/unbroken.h"
#include "document/write_docx.h"
#include "formats/zip_parts.h"

#include <doctest/doctest.h>

#include <array>
#include <regex>
#include <set>
#include <string>

using namespace huice;
using namespace huice::document;

namespace {

Letter letter() {
  Letter out;
  out.record = "a-1";
  out.dated = *model::Date::of(2026, 3, 5);
  out.letterhead = "甲市人民政府文件";
  out.number = {"甲府复〔2026〕1号", false};
  out.signer_label = "签发人：";
  out.signer = {"王一", false};
  out.title = "甲市人民政府关于第1号提案的答复函";
  out.salutation = "李二委员：";
  out.body = {{Paragraph{{{.text = "研究如下。"}}}, {"reply/opening", 1}}};
  out.annex_label = "附件：";
  out.signatories = {"甲市人民政府"};
  out.signed_on = {"2026年3月5日", false};
  out.copies_label = "抄送：";
  out.copies = "市政协办公室。";
  out.printed_by = "甲市人民政府办公室";
  out.printed_on = {"2026年3月6日印发", false};
  return out;
}

std::string part(const Letter& letter, const std::string& name,
                 const DocxLook& look = usual_docx_look()) {
  const Result<std::string> bytes = write_docx(letter, look);
  REQUIRE(bytes);
  MemoryFileSystem files;
  files.put("a.docx", bytes.value());
  Argument reason = std::string();
  const auto parts = formats::ZipParts::open(std::move(files.open("a.docx")).value(), reason);
  REQUIRE(parts);
  const auto found = parts->part(name);
  if (!found) return {};
  std::string out;
  std::array<char, 4096> piece{};
  for (std::int64_t count = 0; (count = found->read(piece.data(), piece.size())) > 0;) {
    out.append(piece.data(), static_cast<std::size_t>(count));
  }
  return out;
}

// The paragraph of the document that has this bookmark.
std::string paragraph(const Letter& letter, const std::string& bookmark) {
  const std::string document = part(letter, "word/document.xml");
  const std::size_t mark = document.find("w:name=\"" + bookmark + "\"");
  REQUIRE(mark != std::string::npos);
  const std::size_t start = document.rfind("<w:p>", mark);
  return document.substr(start, document.find("</w:p>", mark) + 6 - start);
}

// Without the fonts, which every run names.
std::string without_fonts(const std::string& xml) {
  static const std::regex fonts("<w:rFonts [^>]*/>|<w:rPr></w:rPr>");
  std::string out = std::regex_replace(xml, fonts, "");
  return std::regex_replace(out, fonts, "");
}

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t out = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    ++out;
  }
  return out;
}

}  // namespace

TEST_CASE("a paragraph is its words between the ends of its bookmark, each citation in its own") {
  Letter one = letter();
  one.body = {{Paragraph{{{.text = "投入"},
                          {.kind = RunKind::citation, .text = "1.5亿元", .target = "fact:a@b/2024"},
                          {.text = "。", .strong = true}}},
               {"reply/sections/3/text", 2}}};
  CHECK(without_fonts(paragraph(one, "o_reply_sections_3_text_2")) ==
        "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/><w:keepNext/></w:pPr>"
        "<w:bookmarkStart w:id=\"5\" w:name=\"o_reply_sections_3_text_2\"/>"
        "<w:r><w:t xml:space=\"preserve\">投入</w:t></w:r>"
        "<w:bookmarkStart w:id=\"6\" w:name=\"c_1\"/>"
        "<w:r><w:t xml:space=\"preserve\">1.5亿元</w:t></w:r><w:bookmarkEnd w:id=\"6\"/>"
        "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">。</w:t></w:r>"
        "<w:bookmarkEnd w:id=\"5\"/></w:p>");
  CHECK(has(part(one, "customXml/item1.xml"),
            "<origins xmlns=\"urn:huice:origins:1\" record=\"a-1\">"
            "<paragraph bookmark=\"o_reply_sections_3_text_2\" field=\"reply/sections/3/text\" "
            "part=\"2\" source=\"\" words=\"投入1.5亿元。\"/>"
            "<citation bookmark=\"c_1\" target=\"fact:a@b/2024\" words=\"1.5亿元\"/></origins>"));
}

TEST_CASE("every run and style names its font for each script, and none comes from a theme") {
  for (const char* name : {"word/document.xml", "word/styles.xml", "word/footer-default.xml"}) {
    CAPTURE(name);
    const std::string xml = part(letter(), name);
    CHECK(count(xml, "<w:rFonts ") > 0);
    CHECK(count(xml, "<w:rFonts ") == count(xml, "w:eastAsia=\"") - count(xml, "<w:lang "));
    CHECK(count(xml, "<w:rFonts ") == count(xml, " w:ascii=\""));
    CHECK(count(xml, "<w:rFonts ") == count(xml, " w:hAnsi=\""));
    CHECK_FALSE(has(xml, "Theme"));
    CHECK(count(xml, "<w:r>") <= count(xml, "<w:rFonts "));
  }
  CHECK(has(part(letter(), "word/fontTable.xml"),
            "<w:font w:name=\"仿宋_GB2312\"><w:altName w:val=\"仿宋,FangSong,STFangsong\"/>"));
}

TEST_CASE("headings have Word's own names, their levels and faces, and stay with what follows") {
  const std::string styles = part(letter(), "word/styles.xml");
  for (int level = 1; level <= 4; ++level) {
    CAPTURE(level);
    const std::string number = std::to_string(level);
    const std::size_t start = styles.find("w:styleId=\"Heading" + number + "\"");
    REQUIRE(start != std::string::npos);
    const std::string style = styles.substr(start, styles.find("</w:style>", start) - start);
    CHECK(has(style, "<w:name w:val=\"heading " + number + "\"/>"));
    CHECK(has(style, "<w:outlineLvl w:val=\"" + std::to_string(level - 1) + "\"/>"));
    CHECK(has(style, "<w:keepNext/>"));
    CHECK(has(style, "w:firstLineChars=\"200\" w:firstLine=\"630\""));
    CHECK(has(style, level == 1   ? "w:eastAsia=\"黑体\""
                     : level == 2 ? "w:eastAsia=\"楷体_GB2312\""
                                  : "w:eastAsia=\"仿宋_GB2312\""));
  }
  CHECK(has(styles, "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\""));
}

TEST_CASE("the page is that of GB/T 9704 in twips, with numbers on odd and even pages") {
  const std::string document = part(letter(), "word/document.xml");
  CHECK(has(document, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
  CHECK(
      has(document, "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\""));
  CHECK(has(document, "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/>"));
  CHECK_FALSE(has(document, "<w:titlePg/>"));
  CHECK(has(part(letter(), "word/settings.xml"), "<w:evenAndOddHeaders/>"));
  CHECK(has(part(letter(), "word/footer-default.xml"), "<w:jc w:val=\"right\"/>"));
  CHECK(has(part(letter(), "word/footer-even.xml"), "<w:jc w:val=\"left\"/>"));
  CHECK(part(letter(), "word/footer-first.xml").empty());
}

TEST_CASE("every part is named by its content, and every relation leads to a part") {
  const std::string relations = part(letter(), "word/_rels/document.xml.rels");
  const std::string types = part(letter(), "[Content_Types].xml");
  static const std::regex target("Id=\"([^\"]+)\" Type=\"[^\"]+\" Target=\"([^\"]+)\"");
  std::set<std::string> ids;
  for (std::sregex_iterator at(relations.begin(), relations.end(), target), end; at != end; ++at) {
    CHECK(ids.insert((*at)[1].str()).second);
    const std::string to = (*at)[2].str();
    const std::string name = to.starts_with("../") ? to.substr(3) : "word/" + to;
    CAPTURE(name);
    CHECK_FALSE(part(letter(), name).empty());
    if (name.starts_with("word/")) CHECK(has(types, "PartName=\"/" + name + "\""));
  }
  CHECK(ids.size() == 8);
}

TEST_CASE("title, language and day are those of the letter") {
  const std::string core = part(letter(), "docProps/core.xml");
  CHECK(has(core, "<dc:title>甲市人民政府关于第1号提案的答复函</dc:title>"));
  CHECK(has(core, "<dc:language>zh-CN</dc:language>"));
  CHECK(has(core, "<dc:creator>甲市人民政府</dc:creator>"));
  CHECK(has(core, "<dc:identifier>甲府复〔2026〕1号</dc:identifier>"));
  CHECK(has(core, ">2026-03-05T00:00:00Z</dcterms:created>"));
}

TEST_CASE("an open number is printed as a blank, and names no document") {
  Letter draft = letter();
  draft.number = {"甲府复〔2026〕　号", true};
  draft.draft_mark = "代拟稿";
  CHECK(has(paragraph(draft, "f_number"), ">甲府复〔2026〕　号<"));
  CHECK_FALSE(has(part(draft, "docProps/core.xml"), "dc:identifier"));
  CHECK(has(part(draft, "word/header-default.xml"), ">代拟稿<"));
  CHECK(has(part(draft, "word/header-even.xml"), ">代拟稿<"));
  CHECK_FALSE(has(part(draft, "word/document.xml"), "代拟稿"));
  CHECK_FALSE(has(part(letter(), "word/header-default.xml"), "<w:t"));
}

TEST_CASE("信函格式 has a first page of its own, and neither 签发人 nor 印发") {
  Letter one = letter();
  one.format = LetterFormat::letter;
  one.signer_label.clear();
  one.signer = {};
  const std::string document = part(one, "word/document.xml");
  CHECK(has(document, "<w:titlePg/>"));
  CHECK_FALSE(has(document, "印发"));
  CHECK(has(document, "市政协办公室。"));
  CHECK_FALSE(has(part(one, "word/footer-first.xml"), "PAGE"));
  CHECK(count(part(one, "word/footer-first.xml"), "<w:pBdr>") == 2);
  CHECK(has(paragraph(one, "f_number"), "<w:jc w:val=\"right\"/>"));
}

TEST_CASE("a sealed name is in the middle of its date's place, four characters from the edge") {
  Letter one = letter();
  // The date is six characters wide, its place 4 + 6 + 4: 14 of 28.
  CHECK(has(paragraph(one, "f_date"), "w:left=\"4410\""));
  CHECK(has(paragraph(one, "f_date"), "<w:jc w:val=\"center\"/>"));
  CHECK(has(paragraph(one, "f_signatory1"), "w:left=\"4410\""));
  CHECK(has(paragraph(one, "f_signatory1"), "<w:jc w:val=\"center\"/>"));
  one.signatories = {"甲市推进科技创新工作领导小组办公室一"};
  CHECK(has(paragraph(one, "f_signatory1"), "w:left=\"3150\""));
  CHECK(has(paragraph(one, "f_date"), "w:left=\"3150\""));
}

TEST_CASE("without a seal the date begins two characters behind the name") {
  Letter one = letter();
  one.has_seal = false;
  one.signatories = {"甲市人民政府"};
  CHECK(has(paragraph(one, "f_signatory1"), "w:left=\"6300\""));
  CHECK(has(paragraph(one, "f_date"), "w:left=\"6930\""));
  one.signatories = {"甲局"};
  CHECK(has(paragraph(one, "f_date"), "w:left=\"6300\""));
  CHECK(has(paragraph(one, "f_signatory1"), "w:left=\"5670\""));
}

TEST_CASE("a letterhead that is too long for its line is made smaller, to half a point") {
  Letter one = letter();
  CHECK(has(paragraph(one, "f_letterhead"), "<w:sz w:val=\"84\"/>"));
  one.letterhead = "甲市人大代表建议政协委员提案办理答复函";
  CHECK(has(paragraph(one, "f_letterhead"), "<w:sz w:val=\"46\"/>"));
}

TEST_CASE("several who sign off are two a line, under each other, the number beside the last") {
  Letter one = letter();
  one.signer = {"王心宇　李四　张三", false};
  one.signers = {"王心宇", "李四", "张三"};
  CHECK(signer_lines(one.signers) == std::vector<std::string>{"王心宇　李四", "张三"});
  CHECK(signer_lines({"李四", "王心宇"}) == std::vector<std::string>{"李四　　王心宇"});
  const std::string first = without_fonts(paragraph(one, "f_signers1"));
  const std::string last = without_fonts(paragraph(one, "f_number"));
  // Six characters of names and one to the edge; four of the label before them.
  for (const std::string& line : {first, last}) {
    CHECK(has(line, "<w:tab w:val=\"left\" w:pos=\"6639\"/>"));
    CHECK(has(line, "<w:tab w:val=\"left\" w:pos=\"5339\"/>"));
  }
  CHECK(has(first, ">签发人：<"));
  CHECK_FALSE(has(first, "号"));
  CHECK(has(last, "甲府复"));
  CHECK(has(last, ">张三<"));
  CHECK_FALSE(has(last, "签发人"));
}

TEST_CASE("紧急程度 is at the left of the class's line, in 信函格式 of the number's") {
  Letter one = letter();
  one.urgency = "加急";
  CHECK(has(paragraph(one, "f_urgency"), ">加急<"));
  one.class_mark = "A";
  const std::string line = without_fonts(paragraph(one, "f_class"));
  CHECK(has(line, ">加急</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space=\"preserve\">A<"));
  CHECK(has(line, "<w:tab w:val=\"right\" w:pos=\"8844\"/>"));
  one.format = LetterFormat::letter;
  CHECK(has(without_fonts(paragraph(one, "f_number")), ">加急</w:t></w:r><w:r><w:tab/></w:r>"));
  CHECK_FALSE(has(paragraph(one, "f_class"), "加急"));
}

TEST_CASE("an office's fonts, size and red are those of every part") {
  model::LetterSettings settings;
  settings.fonts.fangsong = {"方正仿宋_GBK", "FZFangSong-Z02"};
  settings.letterhead_size = 36;
  settings.letterhead_color = "#c00a1b";
  const DocxLook look = *office_look(settings);
  const std::string styles = part(letter(), "word/styles.xml", look);
  CHECK(has(styles, "w:eastAsia=\"方正仿宋_GBK\""));
  CHECK_FALSE(has(styles, "仿宋_GB2312"));
  CHECK(has(styles, "w:eastAsia=\"方正小标宋简体\""));
  CHECK(has(styles, "<w:color w:val=\"C00A1B\"/>"));
  CHECK(has(part(letter(), "word/fontTable.xml", look), "<w:altName w:val=\"FZFangSong-Z02\"/>"));
  const std::string document = part(letter(), "word/document.xml", look);
  CHECK(has(document, "w:color=\"C00A1B\""));
  CHECK(has(document, "<w:sz w:val=\"72\"/>"));
  settings.letterhead_color = "red";
  CHECK_FALSE(office_look(settings));
  settings.letterhead_color = "E3241";
  CHECK_FALSE(office_look(settings));
}

TEST_CASE("a picture stands for the mark, with its words, as wide as 版心 or 20 mm high at most") {
  DocxLook look = usual_look();
  look.letterhead = Picture{PictureKind::jpeg, "its bytes", 156, 10};
  const std::string document = part(letter(), "word/document.xml", look);
  CHECK(has(document, "<wp:extent cx=\"5616000\" cy=\"360000\"/>"));
  CHECK(has(document, "descr=\"甲市人民政府文件\""));
  CHECK(has(document, "<a:blip r:embed=\"picture1\"/>"));
  CHECK(part(letter(), "word/media/picture1.jpeg", look) == "its bytes");
  CHECK(
      has(part(letter(), "word/_rels/document.xml.rels", look), "Target=\"media/picture1.jpeg\""));
  CHECK(has(part(letter(), "[Content_Types].xml", look), "ContentType=\"image/jpeg\""));
  look.letterhead->height = 156;
  CHECK(has(part(letter(), "word/document.xml", look), "<wp:extent cx=\"720000\" cy=\"720000\"/>"));
}

TEST_CASE("what XML could not hold is escaped or refused, never left out") {
  Letter one = letter();
  one.body = {{Paragraph{{{.text = "a<b&\"c\""}}}, {"reply/closing", 1}}};
  CHECK(has(paragraph(one, "o_reply_closing_1"), ">a&lt;b&amp;&#34;c&#34;<"));
  for (const char* bad : {"甲\x01", "甲\ufffe", "甲\n乙", "甲\xff"}) {
    one.salutation = bad;
    const Result<std::string> bytes = write_docx(one, usual_docx_look());
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().code.slug() == "template-illegal-character");
    CHECK(bytes.error().where.file == "a-1");
  }
}

TEST_CASE("a link leads where it did, an unsafe one nowhere") {
  Letter one = letter();
  one.body = {{Paragraph{{{.kind = RunKind::link, .text = "公报", .target = "https://a.cn/?b&c"},
                          {.kind = RunKind::link, .text = "此", .target = "javascript:x"}}},
               {"reply/closing", 1}}};
  CHECK(has(part(one, "word/_rels/document.xml.rels"),
            "Target=\"https://a.cn/?b&amp;c\" TargetMode=\"External\""));
  CHECK(count(paragraph(one, "o_reply_closing_1"), "<w:hyperlink ") == 1);
  CHECK_FALSE(has(part(one, "word/_rels/document.xml.rels"), "javascript"));
}

TEST_CASE("no line ends within a 发文字号, and no other text is touched") {
  using docx::unbroken;
  const std::string j(docx::kJoiner);
  CHECK(unbroken("依据（甲府发〔2022〕103号）") ==
        "依据（甲" + j + "府" + j + "发" + j + "〔2022〕" + j + "103" + j + "号）");
  CHECK(unbroken("〔2022〕103号") == "〔2022〕" + j + "103" + j + "号");
  CHECK(unbroken("甲〔2026〕　号") == "甲" + j + "〔2026〕" + j + "　" + j + "号");
  for (const char* text :
       {"", "甲府发", "〔2022〕", "〔2022〕号", "〔22〕1号", "甲〔2022〕1", "〔"}) {
    CHECK(unbroken(text) == text);
  }
}

TEST_CASE("names of bookmarks are short enough for Word, and none is given twice") {
  docx::Origins origins;
  const std::string far = "reply/sections/12/paragraphs/a-very-long-name/text";
  const std::string first = origins.paragraph({far, 1}, "");
  CHECK(first.size() <= 40);
  CHECK(first.starts_with("o_reply_sections_12_pa"));
  const std::string second = origins.paragraph({far, 2}, "");
  CHECK(second != first);
  CHECK(origins.paragraph({"a/b", 1}, "") == "o_a_b_1");
  CHECK(origins.paragraph({"a/b", 1}, "") == "o_a_b_1_2");
  CHECK(origins.paragraph({"a.b", 1}, "") == "o_a_b_1_3");
  const std::string again = origins.paragraph({far, 1}, "");
  CHECK(again.size() <= 40);
  CHECK(again != first);
}

TEST_CASE("a list's marks are text, a table is as wide as 版心, two tables stay two") {
  Letter one = letter();
  const auto item = [](const char* words) { return Blocks{{Paragraph{{{.text = words}}}, {}}}; };
  const Table table{.columns = {{.width = 1}, {.width = 2}},
                    .head = {{{.text = "甲"}}, {{.text = "乙"}}},
                    .rows = {{{{.text = "1"}}, {{.text = "2"}}}}};
  one.body = {{List{.ordered = true, .start = 1, .items = {item("其一。"), item("其二。")}}, {}},
              {List{.ordered = false, .start = 1, .items = {item("其三。")}}, {}},
              {table, {"reply/table", 1}},
              {table, {"reply/table", 2}}};
  const std::string document = part(one, "word/document.xml");
  const std::string words = std::regex_replace(document, std::regex("<[^>]*>"), "");
  CHECK(has(words, "1.其一。2.其二。其三。甲乙12甲乙12"));
  CHECK(count(document, "<w:gridCol w:w=\"2948\"/><w:gridCol w:w=\"5896\"/>") == 2);
  CHECK(count(document, "<w:tblHeader/>") == 2);
  CHECK_FALSE(has(document, "</w:tbl><w:tbl>"));
  CHECK(has(paragraph(one, "o_reply_table_1_2_2"), ">2<"));
}

TEST_CASE(
    "the text before 版记 stays with it: the last annex that has pages, or the letter itself") {
  Letter one = letter();
  const auto kept = [](const Letter& which, const char* bookmark) {
    return has(paragraph(which, bookmark), "<w:keepNext/>");
  };
  CHECK(kept(one, "f_date"));
  CHECK(kept(one, "o_reply_opening_1"));
  const auto pages = [](const char* field) {
    return Blocks{{Paragraph{{{.text = "甲。"}}}, {field, 1}}};
  };
  one.annexes = {{"一", pages("first")}, {"二", pages("second")}, {"三", {}}};
  CHECK_FALSE(kept(one, "o_first_1"));
  CHECK(kept(one, "o_second_1"));
  const std::string document = part(one, "word/document.xml");
  CHECK(count(document, "<w:pageBreakBefore/>") == 2);
  CHECK(document.find("甲。") < document.find("抄送"));
}

TEST_CASE("annexes are named in a row under the first name, and a single one without a number") {
  Letter one = letter();
  one.annexes = {{"名单", {}}};
  const auto words = [](const std::string& xml) {
    return std::regex_replace(xml, std::regex("<[^>]*>"), "");
  };
  CHECK(words(paragraph(one, "f_annex1")) == "附件：名单");
  CHECK(
      has(paragraph(one, "f_annex1"), "w:left=\"1575\""));  // two characters and the label's three
  one.annexes.push_back({"表", {}});
  CHECK(words(paragraph(one, "f_annex1")) == "附件：1.名单");
  CHECK(words(paragraph(one, "f_annex2")) == "2.表");
  CHECK(has(paragraph(one, "f_annex1"), "w:hanging=\"1339\""));
  CHECK(has(paragraph(one, "f_annex2"), "w:hanging=\"394\""));
}
