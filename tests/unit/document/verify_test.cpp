// SPDX-License-Identifier: Apache-2.0
// What the verifier reads out of texts and fonts; whole files are in
// tests/scripts/letter_verify.py.
#include "base/messages/document.h"
#include "document/verify/letter_words.h"
#include "document/verify/verdict.h"

#include <doctest/doctest.h>

#include <set>

using namespace huice;

using namespace huice::document::verify;
using document::gbt9704::Face;

namespace {

// A letter of the general format as a PDF shows it, right in all that it has.
Block line(const std::string& text, double top, double left, double right,
           Face face = Face::fangsong, double size = 16, unsigned page = 1) {
  Block out{.page = page};
  out.pieces.push_back({.text = text,
                        .font = "F",
                        .face = face,
                        .size = size,
                        .colour = Colour{},
                        .left = left,
                        .right = right});
  out.top = top;
  out.left = left;
  out.right = right;
  out.is_centred = std::abs((left + right) / 2 - 106) < 2 && left > 32;
  return out;
}

Sheet right_letter() {
  Sheet sheet{.source = Sheet::Source::pdf};
  sheet.width = 210;
  sheet.height = 297;
  sheet.left = 28;
  sheet.text_width = 156;
  sheet.pitch = 28.95;
  sheet.lines = 22;
  sheet.cells = 28;
  sheet.pages = 2;
  Block mark = line("示例市人民政府文件", 71.6, 40, 172, Face::xiaobiaosong, 42);
  mark.pieces[0].colour = Colour{255, 0, 0};
  sheet.blocks = {mark,
                  line("示政复字〔2026〕3号", 109, 84, 128),
                  line("示例市人民政府关于某事的答复", 142, 52, 160, Face::xiaobiaosong, 22),
                  line("甲一委员：", 162, 28, 56),
                  line("您提出的关于某事的提案收悉，现答复如下，请予审阅。", 172, 39.3, 184),
                  line("一、关于某事", 182, 39.3, 73, Face::heiti),
                  line("示例市人民政府", 205, 124, 163),
                  line("2026年3月5日", 215, 128, 161.6),
                  line("抄送：市政协办公室。", 246, 33, 80, Face::fangsong, 14)};
  sheet.strokes = {
      {.page = 1,
       .left = 28,
       .right = 184,
       .y = 118.6,
       .weight = 0.35,
       .colour = Colour{255, 0, 0}},
      {.page = 1, .left = 28, .right = 184, .y = 244, .weight = 0.35, .colour = Colour{}},
      {.page = 1, .left = 28, .right = 184, .y = 262, .weight = 0.35, .colour = Colour{}}};
  PageNumber number{.page = 1, .text = "— 1 —"};
  number.side = Side::right;
  number.inset = 1;
  number.dash = 269;
  number.face = Face::songti;
  number.size = 14;
  sheet.numbers = {number};
  return sheet;
}

std::set<std::string> broken(const Sheet& sheet) {
  std::set<std::string> out;
  for (const RuleResult& one : verdicts(sheet, parts_of(sheet))) {
    if (one.state() == State::broken) {
      out.insert(std::string(one.rule->name) + " " + std::string(one.clause()));
    }
  }
  return out;
}

using Names = std::set<std::string>;

}  // namespace

TEST_CASE("a right letter breaks no rule") {
  CHECK(broken(right_letter()) == Names{});
}

TEST_CASE("each rule is broken by its own measure alone") {
  struct Case {
    const char* name;
    void (*change)(Sheet&);
  };
  const Case cases[] = {
      {"paper 5.1", [](Sheet& sheet) { sheet.height = 279; }},
      {"margins 5.2.1", [](Sheet& sheet) { sheet.top = 33; }},
      {"lines 5.2.3", [](Sheet& sheet) { sheet.lines = 24; }},
      {"characters 5.2.3", [](Sheet& sheet) { sheet.cells = 26; }},
      {"body 5.2.2", [](Sheet& sheet) { sheet.blocks[4].pieces[0].face = Face::songti; }},
      {"colour 5.2.4",
       [](Sheet& sheet) {
         sheet.blocks[4].pieces[0].colour = Colour{0, 0, 255};
       }},
      {"letterhead 7.2.4", [](Sheet& sheet) { sheet.blocks[0].pieces[0].colour = Colour{}; }},
      {"red-rule 7.2.7", [](Sheet& sheet) { sheet.strokes[0].y = 125; }},
      {"title 7.3.1", [](Sheet& sheet) { sheet.blocks[2].pieces[0].size = 18; }},
      {"salutation 7.3.2", [](Sheet& sheet) { sheet.blocks[3].pieces[0].text = "甲一委员:"; }},
      {"headings 7.3.3", [](Sheet& sheet) { sheet.blocks[5].pieces[0].face = Face::kaiti; }},
      {"headings 7.3.3", [](Sheet& sheet) { sheet.blocks[5].pieces[0].text = "二、关于某事"; }},
      {"signature 7.3.5.1",
       [](Sheet& sheet) {
         sheet.blocks[6].right = 184;
         sheet.blocks[6].left = 145;
         sheet.blocks[7].right = 182;
         sheet.blocks[7].left = 148;
       }},
      {"date 7.3.5.4", [](Sheet& sheet) { sheet.blocks[7].pieces[0].text = "2026年03月05日"; }},
      {"imprint-rules 7.4.1", [](Sheet& sheet) { sheet.strokes[1].weight = 0.6; }},
      {"copies 7.4.2", [](Sheet& sheet) { sheet.blocks[8].pieces[0].text = "抄送：市政协办公室"; }},
      {"page-number 7.5", [](Sheet& sheet) { sheet.numbers[0].dash = 275; }},
      {"page-number 7.5", [](Sheet& sheet) { sheet.numbers[0].text = "1"; }},
      {"draft 7.1",
       [](Sheet& sheet) { sheet.blocks.push_back(line("代拟稿", 40, 168, 184, Face::heiti)); }},
  };
  for (const Case& one : cases) {
    Sheet sheet = right_letter();
    one.change(sheet);
    CAPTURE(std::string(one.name));
    CHECK(broken(sheet) == Names{one.name});
  }
}

TEST_CASE("what cannot be told is said, and is no break") {
  Sheet sheet = right_letter();
  sheet.cells = std::nullopt;
  sheet.blocks[4].pieces[0].face = std::nullopt;
  sheet.blocks[4].pieces[0].font = "Wingdings";
  CHECK(broken(sheet) == Names{});
  std::string said;
  for (const RuleResult& one : verdicts(sheet, parts_of(sheet))) {
    for (const Finding& finding : one.findings) {
      if (finding.state != State::unknown) continue;
      said += std::string(one.rule->name) + ": " + finding.found.in(Language::en) + "\n";
    }
  }
  CHECK(said ==
        "characters: too little text to measure\n"
        "body: a font that is not known: “Wingdings”\n"
        "indent: too little text to measure\n");
}

TEST_CASE("the form of a date is told by its numerals") {
  CHECK(date_form("2026年3月5日") == DateForm::arabic);
  CHECK(date_form("2026 年 3 月 5 日") == DateForm::arabic);
  CHECK(date_form("2026年　月　日") == DateForm::arabic);
  CHECK(date_form("2026年03月5日") == DateForm::padded);
  CHECK(date_form("二〇二六年三月五日") == DateForm::han);
  CHECK(date_form("2026年3月5日印发") == DateForm::none);
  CHECK(date_form("26年3月5日") == DateForm::none);
  CHECK(date_form("于2026年3月5日") == DateForm::none);
  CHECK(date_form("") == DateForm::none);
}

TEST_CASE("labels of headings are told from figures") {
  const auto label = [](std::string_view text) {
    const Label found = label_of(text);
    return std::pair{found.level, found.value};
  };
  CHECK(label("一、关于") == std::pair{1, 1});
  CHECK(label("十二、关于") == std::pair{1, 12});
  CHECK(label("（三）安排") == std::pair{2, 3});
  CHECK(label("(三)安排") == std::pair{2, 3});
  CHECK(label("2.改造") == std::pair{3, 2});
  CHECK(label("（4）其他") == std::pair{4, 4});
  CHECK(label("1.32%") == std::pair{0, 0});
  CHECK(label("一是") == std::pair{0, 0});
  CHECK(label("2026年") == std::pair{0, 0});
  CHECK(label("（联系人：甲）") == std::pair{0, 0});
  CHECK(label("") == std::pair{0, 0});
}

TEST_CASE("a document number is told from a sentence that holds one") {
  const auto number = number_in("示政复字〔2026〕　号　签发人：");
  REQUIRE(number);
  CHECK(number->open == "〔");
  CHECK(number->year == "2026");
  CHECK(number_in("示政复字[2026]第03号")->has_ordinal);
  CHECK(number_in("示政复字[2026]第03号")->serial == "03");
  CHECK_FALSE(number_in("依据《某办法》（示府发〔2022〕103号）"));
  CHECK_FALSE(number_in("示例市人民政府文件"));
  CHECK_FALSE(number_in("〔2026〕3号"));
}

TEST_CASE("faces are told by the names of fonts") {
  CHECK(face_of_font("仿宋_GB2312", false) == Face::fangsong);
  CHECK(face_of_font("FandolFang-Regular-Identity-H", false) == Face::fangsong);
  CHECK(face_of_font("FZFSK--GBK1-0", false) == Face::fangsong);
  CHECK(face_of_font("KaiTi_GB2312", false) == Face::kaiti);
  CHECK(face_of_font("SimHei", false) == Face::heiti);
  CHECK(face_of_font("方正小标宋简体", false) == Face::xiaobiaosong);
  CHECK(face_of_font("FZXBSJW--GB1-0", false) == Face::xiaobiaosong);
  CHECK(face_of_font("SimSun", false) == Face::songti);
  CHECK(face_of_font("NotoSerifCJKsc-Bold", false) == Face::xiaobiaosong);
  CHECK(face_of_font("Noto Serif CJK SC", true) == Face::xiaobiaosong);
  CHECK(face_of_font("Wingdings", false) == std::nullopt);
  CHECK(face_of_font("", true) == std::nullopt);
}
