// SPDX-License-Identifier: Apache-2.0
// What each escape writes. tests/browser/escaping.test.mjs and tests/browser/prose.test.mjs read it
// back with parsers of the formats.
#include "markup/escape.h"

#include <doctest/doctest.h>

#include <string>

using namespace huice::markup;

namespace {

std::string escaped(std::string_view text, Format format) {
  std::string out = "…";
  escape(out, text, format);
  return out.substr(std::string("…").size());
}

std::string in_markdown(std::string_view text, MarkdownPosition position) {
  std::string out;
  escape_markdown(out, text, position);
  return out;
}

}  // namespace

TEST_CASE("a format is known by a name's last extension, and its name in messages") {
  CHECK(format_of("a/page.html") == Format::html);
  CHECK(format_of("page.xhtml") == Format::html);
  CHECK(format_of("page.html.md") == Format::markdown);
  CHECK(format_of("letter.typ") == Format::typst);
  CHECK(format_of("content.opf") == Format::xml);
  CHECK(format_of("facts.json") == Format::json);
  CHECK(format_of("data.csv") == Format::csv);
  CHECK(format_of("notes.txt") == Format::text);
  CHECK(format_of("README") == Format::text);
  CHECK(name_of(format_of("data.csv")) == "CSV");
  CHECK(name_of(Format::html) == "HTML");
}

TEST_CASE("HTML and XML write the five signs of markup as references, of either quote") {
  CHECK(escaped("<a b=\"c\" d='e'> & 惠", Format::html) ==
        "&lt;a b=&#34;c&#34; d=&#39;e&#39;&gt; &amp; 惠");
  CHECK(escaped("<a b=\"c\" d='e'> & 惠\r", Format::xml) ==
        "&lt;a b=&#34;c&#34; d=&#39;e&#39;&gt; &amp; 惠&#13;");
  CHECK(is_plain_html("支持科技创新，最高500万元"));
  CHECK_FALSE(is_plain_html("一段长于十六个字节的文字里有一个'"));
}

TEST_CASE("only XML has characters it cannot hold") {
  CHECK(first_illegal("a\x01", Format::xml) == U'\x01');
  CHECK(first_illegal("\uFFFE", Format::xml) == U'\uFFFE');
  CHECK_FALSE(first_illegal("a\tb\r\n惠", Format::xml));
  for (const Format format :
       {Format::text, Format::html, Format::markdown, Format::typst, Format::json, Format::csv}) {
    CHECK_FALSE(first_illegal("\x01\uFFFE", format));
  }
}

TEST_CASE("Markdown escapes what is markup anywhere, and at a line's start what begins a block") {
  CHECK(escaped("a*b_c`d[e]f|g~h\\i<j>k", Format::markdown) ==
        "a\\*b\\_c\\`d\\[e\\]f\\|g\\~h\\\\i&lt;j\\>k");
  CHECK(escaped("# a", Format::markdown) == "\\# a");
  CHECK(escaped("1. 一\n- 二\n=", Format::markdown) == "1\\. 一\n\\- 二\n\\=");
  CHECK(escaped("53.2亿元，同比-3%", Format::markdown) == "53.2亿元，同比-3%");
  CHECK(escaped("R&D &amp; R&", Format::markdown) == "R&D \\&amp; R\\&");
  CHECK(escaped("好!", Format::markdown) == "好\\!");
  CHECK(escaped("a ##", Format::markdown) == "a \\##");
  CHECK(escaped("    代码", Format::markdown) == "&#32;   代码");
  CHECK(escaped("a\r# b\x01", Format::markdown) == "a&#13;# b&#1;");
}

TEST_CASE("a writer that knows the position escapes no more than that position needs") {
  CHECK(in_markdown("- a", {.starts_line = false, .one_line = true}) == "- a");
  CHECK(in_markdown("a #", {.ends_heading = false, .one_line = true}) == "a #");
  CHECK(in_markdown("a|b", {.in_cell = true, .one_line = true}) == "a|b");
  CHECK(in_markdown("*a*", {.keeps_stars = true, .one_line = true}) == "*a*");
  CHECK(in_markdown("a\n- b", {.one_line = true}) == "a&#10;- b");
}

TEST_CASE("no bracket, quote, blank or line end of a link's address or title stays as it is") {
  std::string out;
  escape_link_part(out, "a(b)[c]<d> \"e\"'f'|\n&\\惠*_");
  CHECK(out ==
        "a&#40;b&#41;&#91;c&#93;&#60;d&#62;&#32;&#34;e&#34;&#39;f&#39;&#124;&#10;&amp;\\\\惠*_");
}

TEST_CASE("Typst gets a backslash before every sign, and no word that goes on with code") {
  CHECK(escaped("#let x = 1; $y$ 惠3%", Format::typst) == "\\#let x \\= 1\\; \\$y\\$ 惠3\\%");
  CHECK(escaped(" else", Format::typst) == " \\u{65}lse");
  std::string out;
  escape_typst_string(out, "a\"b\\c#");
  CHECK(out == "a\\\"b\\\\c#");
}

TEST_CASE("JSON escapes quotes, controls and the line ends of scripts") {
  CHECK(escaped("\"\\/\b\f\n\r\t\x01\x7F\u2028\u2029惠", Format::json) ==
        "\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u007f\\u2028\\u2029惠");
  std::string out;
  escape_json(out, "</script>&", "<>&");
  CHECK(out == "\\u003c/script\\u003e\\u0026");
}

TEST_CASE("a CSV cell is quoted where it needs it and cannot become a formula") {
  CHECK(escaped("a,b", Format::csv) == "\"a,b\"");
  CHECK(escaped("a\"b\nc", Format::csv) == "\"a\"\"b\nc\"");
  CHECK(escaped(" a", Format::csv) == "\" a\"");
  CHECK(escaped("=1+1", Format::csv) == "'=1+1");
  CHECK(escaped("\n=1", Format::csv) == "\"'\n=1\"");
  CHECK(escaped("\nzwei", Format::csv) == "\"'\nzwei\"");
  CHECK(escaped("=HYPERLINK(\"http://x.example\"),\"第二列\"", Format::csv) ==
        "\"'=HYPERLINK(\"\"http://x.example\"\"),\"\"第二列\"\"\"");
  for (const char* text : {"=1", "+1", "-1", "@a", "\t=", "\r=", " =1", "\n=1", "＝1", "＋1", "－1",
                           "＠a", "\u00A0=1", "\u200B=1", "\uFEFF=1", "\u2212"}) {
    CAPTURE(text);
    CHECK(is_csv_formula(text));
    CHECK(escaped(text, Format::csv).find('\'') != std::string::npos);
  }
  for (const char* text : {"", "a=1", "第1条 =", "《办法》"}) CHECK_FALSE(is_csv_formula(text));
}
