// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.h"
#include "base/messages/formats.h"
#include "formats/pdf/read.h"
#include "formats/pdf_file.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>

using namespace huice::formats::pdf;
using huice::test::pdf_of;
using huice::test::pdf_stream;

namespace {

const std::string kSimple =
    "/Font<</F <</Type/Font/Subtype/Type1/BaseFont/ABCDEF+SimSun/FirstChar 65/Widths[500 1000 "
    "700]>>>>";
// Two bytes a code, 1 = 甲, 2 to 4 = 一丁丂, 5 = 乙 by a list; 500 wide but for 1.
const std::string kMap =
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    "1 beginbfchar <0001> <7532> endbfchar\n"
    "2 beginbfrange <0002> <0004> <4E00> <0005> <0005> [<4E59>] endbfrange";
const std::string kComposite = "/Font<</F 5 0 R>>";
const std::vector<std::string> kFonts{
    "<</Type/Font/Subtype/Type0/BaseFont/FandolFang/Encoding/Identity-H/DescendantFonts[6 0 "
    "R]/ToUnicode 7 0 R>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/FandolFang/DW 500/W[1 [1000] 2 4 500]>>",
    pdf_stream(kMap)};

File read_file(const std::string& bytes) {
  File file;
  CHECK(read(bytes, file) == Fault::none);
  REQUIRE(file.pages.size() == 1);
  return file;
}

Page page_of(const std::string& content, const std::string& resources = {},
             const std::vector<std::string>& others = {}) {
  return read_file(pdf_of(content, resources, others)).pages.front();
}

// Each character with its place, size and colour.
std::string glyphs_of(const Page& page) {
  std::string out;
  for (const Glyph& one : page.glyphs) {
    std::array<char, 120> text{};
    std::snprintf(text.data(), text.size(), "%s %.1f,%.1f w%.1f s%.1f #%.1f/%.1f/%.1f\n",
                  one.text.c_str(), one.x, one.baseline, one.width, one.size, one.colour.red,
                  one.colour.green, one.colour.blue);
    out += text.data();
  }
  return out;
}

std::string rules_of(const Page& page) {
  std::string out;
  for (const Rule& one : page.rules) {
    std::array<char, 120> text{};
    std::snprintf(text.data(), text.size(), "%.1f-%.1f at %.1f, %.2f, red %.1f\n", one.left,
                  one.right, one.y, one.weight, one.colour.red);
    out += text.data();
  }
  return out;
}

}  // namespace

TEST_CASE("characters stand where a PDF's operators put them") {
  const File file =
      read_file(pdf_of("BT /F 16 Tf 100 700 Td (AB) Tj 0 -20 Td [(A) -500 (C)] TJ ET", kSimple));
  CHECK(file.fonts == std::vector<std::string>{"SimSun"});
  CHECK(glyphs_of(file.pages.front()) ==
        "A 100.0,100.0 w8.0 s16.0 #0.0/0.0/0.0\nB 108.0,100.0 w16.0 s16.0 #0.0/0.0/0.0\n"
        "A 100.0,120.0 w8.0 s16.0 #0.0/0.0/0.0\nC 116.0,120.0 w11.2 s16.0 #0.0/0.0/0.0\n");
}

TEST_CASE("matrices, spacing and stretching move characters") {
  const Page page = page_of(
      "q 2 0 0 2 0 0 cm BT /F 8 Tf 1 Tc 50 Tz 1 0 0 1 10 350 Tm (AA) Tj ET Q BT /F 8 Tf (A) Tj ET",
      kSimple);
  CHECK(glyphs_of(page) ==
        "A 20.0,100.0 w4.0 s16.0 #0.0/0.0/0.0\nA 25.0,100.0 w4.0 s16.0 #0.0/0.0/0.0\n"
        "A 0.0,800.0 w4.0 s8.0 #0.0/0.0/0.0\n");
}

TEST_CASE("codes of two bytes are read by the font's own map") {
  CHECK(glyphs_of(page_of("BT /F 10 Tf 0 0 Td <00010003000400050009> Tj ET", kComposite, kFonts)) ==
        "甲 0.0,800.0 w10.0 s10.0 #0.0/0.0/0.0\n丁 10.0,800.0 w5.0 s10.0 #0.0/0.0/0.0\n"
        "丂 15.0,800.0 w5.0 s10.0 #0.0/0.0/0.0\n乙 20.0,800.0 w5.0 s10.0 #0.0/0.0/0.0\n"
        " 25.0,800.0 w5.0 s10.0 #0.0/0.0/0.0\n");
}

TEST_CASE("colours are told in grey, red-green-blue and print colours") {
  const Page page =
      page_of("BT /F 10 Tf 1 0 0 rg (A) Tj 0.5 g (A) Tj 0 1 1 0 k (A) Tj /Cs cs 0 0 1 sc (A) Tj ET",
              kSimple);
  CHECK(glyphs_of(page).find("A 0.0,800.0 w5.0 s10.0 #1.0/0.0/0.0\n"
                             "A 5.0,800.0 w5.0 s10.0 #0.5/0.5/0.5\n"
                             "A 10.0,800.0 w5.0 s10.0 #1.0/0.0/0.0\n"
                             "A 15.0,800.0 w5.0 s10.0 #0.0/0.0/1.0\n") == 0);
  CHECK_FALSE(
      page_of("/Pattern cs /P scn BT /F 10 Tf (A) Tj ET", kSimple).glyphs.front().colour.is_known);
}

TEST_CASE("horizontal strokes and thin bars are lines, boxes and short ones are not") {
  CHECK(rules_of(page_of("1 0 0 RG 2 w 50 700 m 500 700 l S 50 600 m 50 100 l S "
                         "50 500 m 60 500 l S")) == "50.0-500.0 at 100.0, 2.00, red 1.0\n");
  CHECK(rules_of(page_of("1 0 0 rg 50 700 400 1 re f 50 500 400 100 re f 1 1 1 rg 50 300 400 1 re "
                         "f")) == "50.0-450.0 at 99.5, 1.00, red 1.0\n");
  CHECK(rules_of(page_of("q 0.5 0 0 0.5 0 0 cm 4 w 100 700 m 900 700 l S Q")) ==
        "50.0-450.0 at 450.0, 2.00, red 0.0\n");
}

TEST_CASE("forms are drawn where they are put, and not forever") {
  const std::string form = "/XObject<</X 5 0 R>>" + kSimple;
  const std::string more = "/Subtype/Form/BBox[0 0 600 800]/Matrix[1 0 0 1 0 -100]";
  const std::vector<std::string> once{pdf_stream("BT /F 10 Tf 0 800 Td (A) Tj ET", more)};
  CHECK(glyphs_of(page_of("1 0 0 1 10 0 cm /X Do", form, once)) ==
        "A 10.0,100.0 w5.0 s10.0 #0.0/0.0/0.0\n");
  const std::vector<std::string> itself{
      pdf_stream("BT /F 10 Tf 0 800 Td (A) Tj ET /X Do /X Do", more)};
  CHECK(page_of("/X Do", form, itself).glyphs.size() < 1000);
}

TEST_CASE("invisible and turned texts are none, and a page's picture is told") {
  CHECK(page_of("BT /F 10 Tf 3 Tr (A) Tj ET", kSimple).glyphs.empty());
  CHECK(page_of("BT /F 10 Tf 0 1 -1 0 50 50 Tm (A) Tj ET", kSimple).glyphs.empty());
  const std::string image = "/XObject<</I 5 0 R>>";
  const std::vector<std::string> pixels{
      pdf_stream("0", "/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")};
  CHECK(page_of("600 0 0 800 0 0 cm /I Do", image, pixels).has_picture);
  CHECK_FALSE(page_of("60 0 0 80 0 0 cm /I Do", image, pixels).has_picture);
}

TEST_CASE("what is no PDF, or more than a letter, is told") {
  File file;
  CHECK(read("hello", file) == Fault::not_pdf);
  CHECK(read("%PDF-1.4\nhello", file) == Fault::damaged);
  const std::string bytes = pdf_of("BT /F 10 Tf (AAAA) Tj ET", kSimple);
  CHECK(read(bytes, file, {.pages = 0}) == Fault::too_large);
  CHECK(read(bytes, file, {.unpacked = 10}) == Fault::too_large);
  CHECK(read(bytes, file, {.operators = 3}) == Fault::too_large);
  CHECK(read(bytes, file, {.glyphs = 3}) == Fault::too_large);
  CHECK(read(bytes, file) == Fault::none);
}

TEST_CASE("a PDF that is protected says so and how it can be opened") {
  CHECK(huice::format_diagnostic(
            huice::problem(huice::msg::pdf_encrypted{}, huice::Location::of_file("a.pdf")),
            huice::Language::en) ==
        "a.pdf: error[pdf-encrypted]: is protected by a password, so huice cannot open it\n"
        "  hint: open it with its password and save it without one\n");
}
