// SPDX-License-Identifier: Apache-2.0
// huice's own Word files, and one that LibreOffice saved, as the reader of Word files sees them.
#include "base/memory_files.h"
#include "document/write_docx.h"
#include "formats/docx/read.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

using namespace huice;
using namespace huice::document;
using formats::docx::Docx;
using formats::docx::PieceKind;
using ReadParagraph = formats::docx::Paragraph;

namespace {

std::unique_ptr<Docx> read(const std::string& bytes) {
  MemoryFileSystem files;
  files.put("a.docx", bytes);
  Diagnostics problems;
  auto out = formats::docx::read_docx(files, "a.docx", problems, "urn:huice:origins:1");
  CHECK_FALSE(problems.has_errors());
  REQUIRE(out);
  return out;
}

// The paragraph in which this bookmark begins; nullptr where there is none.
const ReadParagraph* paragraph(const Docx& docx, const std::string& bookmark) {
  const ReadParagraph* out = nullptr;
  formats::docx::for_each_paragraph(docx.body, [&](const ReadParagraph& one) {
    for (const auto& piece : one.pieces) {
      if (piece.kind == PieceKind::bookmark_start && piece.text == bookmark) out = &one;
    }
  });
  return out;
}

std::string words(const Docx& docx, const std::string& bookmark) {
  const ReadParagraph* found = paragraph(docx, bookmark);
  return found == nullptr ? "(none)" : formats::docx::words_of(*found);
}

Letter letter() {
  Letter out;
  out.record = "a-1";
  out.dated = *model::Date::of(2026, 3, 5);
  out.draft_mark = "代拟稿";
  out.letterhead = "甲市人民政府文件";
  out.number = {"甲府复〔2026〕　号", true};
  out.title = "甲市人民政府关于第1号提案的答复函";
  out.salutation = "李二委员：";
  out.body = {{Heading{1, "一、", {{.text = "关于“甲”的建议"}}}, {"reply/sections/1/heading", 1}},
              {Paragraph{{{.text = "投入"},
                          {.kind = RunKind::citation, .text = "1.5亿元", .target = "fact:a@b/2024"},
                          {.text = "。", .strong = true}}},
               {"reply/sections/1/text", 1}}};
  out.signatories = {"甲市人民政府"};
  out.signed_on = {"2026年3月5日", false};
  return out;
}

}  // namespace

TEST_CASE("a letter of huice's is read with its styles, fonts, section, head and origins") {
  const auto docx = read(write_docx(letter(), usual_docx_look()).value());
  const formats::docx::StyleTable& styles = docx->styles;
  CHECK(words(*docx, "o_reply_sections_1_heading_1") == "一、关于“甲”的建议");
  CHECK(words(*docx, "o_reply_sections_1_text_1") == "投入1.5亿元。");
  const ReadParagraph& heading = *paragraph(*docx, "o_reply_sections_1_heading_1");
  CHECK(styles.style_of(heading)->name == "heading 1");
  CHECK(styles.of_paragraph(heading, "w:outlineLvl") == "0");
  CHECK(styles.of_paragraph(heading, "w:ind", "firstLineChars") == "200");
  CHECK(styles.of_run(heading, 0, "w:rFonts", "eastAsia") == "黑体");
  const ReadParagraph& text = *paragraph(*docx, "o_reply_sections_1_text_1");
  CHECK(styles.of_paragraph(text, "w:spacing", "line") == "579");
  CHECK(styles.of_paragraph(text, "w:spacing", "lineRule") == "exact");
  CHECK(styles.of_run(text, 0, "w:sz") == "32");
  CHECK_FALSE(styles.is_on(text, 0, "w:b"));
  CHECK(styles.is_on(text, 2, "w:b"));
  REQUIRE(docx->sections.size() == 1);
  CHECK((*docx->sections[0].properties.child("w:pgMar"))["top"] == "2098");
  CHECK(docx->sections[0].edges.size() == 4);
  std::string edges;
  for (const auto& edge : docx->edges) {
    formats::docx::for_each_paragraph(edge.blocks, [&](const ReadParagraph& one) {
      edges += formats::docx::words_of(one) + "\n";
    });
  }
  CHECK(edges == "代拟稿\n代拟稿\n— 1 —\n— 1 —\n");
  CHECK(docx->fields.at(0).instruction == " PAGE ");
  REQUIRE(docx->custom.size() == 1);
  CHECK(docx->custom[0]["record"] == "a-1");
  CHECK(docx->core.child("dc:title")->text == "甲市人民政府关于第1号提案的答复函");
}

TEST_CASE("a letter that LibreOffice saved is read with its words, tables, bookmarks and origins") {
  std::ifstream file(source_path("/tests/cases/docx/saved_by_libreoffice.docx"), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto docx = read(bytes);
  CHECK(words(*docx, "f_salutation") == "白夜明、康俊莲、张彦彪委员：");
  CHECK(words(*docx, "o_body_3") == "全市研发经费投入53.2亿元。");
  CHECK(words(*docx, "o_body_1_2_4") == "5229.3");
  CHECK(words(*docx, "f_copies_Copy_1") == "抄送：市政协办公室，市政协提案委员会。");
  CHECK(docx->styles.style_of(*paragraph(*docx, "o_body_2")) == docx->styles.named("heading 1"));
  CHECK(docx->styles.of_run(*paragraph(*docx, "o_body_2"), 0, "w:rFonts", "eastAsia") == "黑体");
  CHECK(docx->styles.of_paragraph(*paragraph(*docx, "o_body_3"), "w:spacing", "line") == "579");
  REQUIRE(docx->custom.size() == 1);
  CHECK(docx->custom[0].children.at(0)["words"] == "研究如下。");
}
