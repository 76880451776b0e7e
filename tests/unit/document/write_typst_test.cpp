// SPDX-License-Identifier: Apache-2.0
// Blocks and letters as Typst's source; tests/scripts/letter_pdf.py has Typst itself read it.
#include "document/write_typst.h"

#include <doctest/doctest.h>

#include <string>

using namespace huice::document;

namespace {

std::string written(const Blocks& blocks) {
  std::string out;
  TypstNeeds needs;
  write_typst(blocks, out, needs);
  return out;
}

Block paragraph(Runs runs) {
  return {Paragraph{std::move(runs)}, {}};
}

Block heading(int level, std::string label, std::string words) {
  return {Heading{level, std::move(label), {Run{.text = std::move(words)}}}, {}};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("no text is read by Typst as markup") {
  CHECK(written({paragraph({Run{.text = "#import \"a\" *x* $y$ @z"}})}) ==
        "\\#import \\\"a\\\" \\*x\\* \\$y\\$ \\@z");
  Letter letter;
  letter.title = "\"); #panic(\"";
  CHECK(has(typst_of(letter).source, "title: \"\\\"); #panic(\\\"\","));
}

TEST_CASE("a document number stays in one line, with four characters of its office's sign") {
  CHECK(written({paragraph({Run{.text = "根据《意见》（鄂府发〔2022〕103号）"}})}) ==
        "根据《意见》（#box[鄂府发〔2022〕103号]）");
  CHECK(written({paragraph({Run{.text = "依照内蒙古政发〔2024〕19号，鄂府发〔2021〕61号"}})}) ==
        "依照内#box[蒙古政发〔2024〕19号]，#box[鄂府发〔2021〕61号]");
  CHECK(written({paragraph({Run{.text = "〔2022〕　号和〔22〕1号"}})}) ==
        "〔2022〕　号和〔22〕1号");
}

TEST_CASE("a heading keeps its own face; in the outline no level is left out") {
  CHECK(written(
            {heading(2, "（一）", "奖补"), heading(4, "（1）", "甲"), heading(1, "一、", "乙")}) ==
        "#head(2, 1)[（一）奖补]\n\n#head(4, 2)[（1）甲]\n\n#head(1, 1)[一、乙]");
}

TEST_CASE("marks of a run are calls; a link leads out or is words alone") {
  CHECK(written({paragraph({Run{.text = "一", .strong = true}, Run{.text = "二", .emphasis = true},
                            Run{.kind = RunKind::line_break},
                            Run{.kind = RunKind::link, .text = "三", .target = "https://a.cn/x"},
                            Run{.kind = RunKind::link, .text = "四", .target = "javascript:x"},
                            Run{.kind = RunKind::citation, .text = "5", .target = "fact:a"}})}) ==
        "#strong[一]#emph[二]#linebreak()#link(\"https://a.cn/x\")[三]四5");
}

TEST_CASE("lists, tables, fields, notes and figures are Typst's own") {
  const Blocks item{paragraph({Run{.text = "甲"}})};
  CHECK(written({{List{true, 3, {item, item}}, {}}}) == "#enum(start: 3, [甲], [甲], )");
  CHECK(written({{List{false, 1, {item}}, {}}}) == "#list([甲], )");
  Table table;
  table.caption = "表";
  table.columns = {{Align::left, 1}, {Align::right, 2}};
  table.head = {{Run{.text = "年"}}, {Run{.text = "数"}}};
  table.rows = {{{Run{.text = "2021"}}}};
  CHECK(written({{table, {}}}) ==
        "#figure(kind: table, caption: [表], table(inset: inset(2), columns: (1.000000fr, "
        "2.000000fr, ), align: "
        "(left, right, ), table.header([年], [数], ), [2021], [], ))");
  CHECK(written({{Fields{{{"提案人", {Run{.text = "甲"}}}}}, {}}}) ==
        "#table(inset: inset(1), columns: (1fr, 3fr), [提案人], [甲], )");
  CHECK(written({{Note{item}, {}}}) == "#quote(block: true)[甲]");
  std::string out;
  TypstNeeds needs;
  write_typst({{Figure{"a/b.png", "画\"", ""}, {}}}, out, needs);
  CHECK(out == "#figure(image(\"/figures/a/b.png\", alt: \"画\\\"\"), )");
  CHECK(needs.figures == std::vector<std::string>{"a/b.png"});
}

TEST_CASE("which characters are set in which face is known before a font is asked") {
  Letter letter;
  letter.signer_label = "签";
  letter.signer = {"王", false};
  letter.draft_mark = "代";
  letter.title = "题";
  letter.body = {heading(1, "一、", "头"), heading(2, "（", "楷"),
                 paragraph({Run{.text = "文文"}, Run{.text = "黑", .strong = true}})};
  const TypstNeeds needs = typst_of(letter).needs;
  CHECK(needs.characters.at(gbt9704::Face::kaiti) == U"楷王（");
  CHECK(needs.characters.at(gbt9704::Face::heiti) == U"、一代头黑");
  CHECK(needs.characters.at(gbt9704::Face::fangsong) == U"文签");
  CHECK(needs.characters.at(gbt9704::Face::xiaobiaosong) == U"题");
  CHECK(needs.characters.at(gbt9704::Face::songti) == U" 0123456789—");
}

TEST_CASE("the letter format has neither signer nor imprint, the general one has both") {
  Letter letter;
  letter.signer_label = "签发人：";
  letter.printed_by = "办公室";
  letter.printed_on = {"", true};
  letter.body = {paragraph({Run{.text = "甲"}}), paragraph({Run{.text = "乙"}})};
  const std::string general = typst_of(letter).source;
  CHECK(has(general, "kind: \"general\","));
  CHECK(has(general, "signer-label: \"签发人：\","));
  CHECK(has(general, "printed-by: \"办公室\","));
  CHECK(has(general, "printed-open: true,"));
  CHECK(has(general, "mark-top: 35.00000mm,"));
  CHECK(has(general, "pitch: 29.60930pt,"));
  CHECK(has(general, "body: (head, inset, end) => [\n甲#end\n],"));
  CHECK(has(general, "last: (head, inset, end) => [\n乙#end\n],"));
  letter.format = LetterFormat::letter;
  const std::string form = typst_of(letter).source;
  CHECK(has(form, "kind: \"letter\","));
  CHECK(has(form, "signer-label: \"\","));
  CHECK(has(form, "printed-by: \"\","));
  CHECK(has(form, "printed-open: false,"));
  CHECK(has(form, "number-from: 2.00000,"));
}

TEST_CASE("the office's size, red and picture go with the form, several names in their lines") {
  Letter letter;
  letter.signer = {"王心宇　李四　张三", false};
  letter.signers = {"王心宇", "李四", "张三"};
  letter.urgency = "加急";
  OfficeLook look = usual_look();
  look.letterhead_size = 36;
  look.red = "C00A1B";
  look.letterhead_file = "mark.png";
  const TypstLetter made = typst_of(letter, look);
  CHECK(has(made.source, "mark-size: 36.00000pt,"));
  CHECK(has(made.source, "red: rgb(\"#C00A1B\"),"));
  CHECK(has(made.source, "mark-picture: \"mark.png\","));
  CHECK(has(made.source, "signers: (\"王心宇　李四\", \"张三\", ),"));
  CHECK(has(made.source, "urgency: \"加急\","));
  CHECK(made.needs.characters.at(gbt9704::Face::heiti) == U"加急");
  CHECK(has(typst_of(Letter{}).source, "mark-picture: none,"));
  CHECK(has(typst_of(Letter{}).source, "red: rgb(\"#E32416\"),"));
}

TEST_CASE("an annex's name on its own pages is its label without the colon") {
  Letter letter;
  letter.annex_label = "附件：";
  letter.annexes = {{"名单", {paragraph({Run{.text = "甲"}})}}, {"表", {}}};
  const std::string source = typst_of(letter).source;
  CHECK(has(source, "annex-name: \"附件\","));
  CHECK(has(source, "title: \"名单\","));
  CHECK(has(source, "pages: (head, inset, end) => [\n甲#end\n],"));
  CHECK(has(source, "pages: none,"));
}
