// SPDX-License-Identifier: Apache-2.0
#include "reading.h"

#include <doctest/doctest.h>

#include <string>

using huice::markdown::Citation;
using huice::markdown::CitedText;
using huice::markdown::HtmlOptions;
using huice::markdown::MarkdownOptions;
using huice::markdown::PlainOptions;
using huice::markup::Format;

namespace {

CitedText cite(const Citation& citation, Format format) {
  const std::string suffix = format == Format::text ? "（见数据）" : "";
  return {"<" + std::string(citation.target) + ">*" + suffix, "f.html?a=1&b=\"2\""};
}

}  // namespace

TEST_CASE("heading levels shift and stay within six") {
  HtmlOptions options;
  options.heading_shift = 2;
  CHECK(reading::html(reading::read("# a\n\n##### b"), options) == "<h3>a</h3>\n<h6>b</h6>\n");
  MarkdownOptions shifted;
  shifted.heading_shift = 1;
  CHECK(reading::markdown(reading::read("a\nb\n==="), shifted) == "a\nb\n---\n");
  CHECK(reading::markdown(reading::read("a\nb\n---"), shifted) == "### a b\n");
}

TEST_CASE("a table is in a scrolling region only where the caller asks for one") {
  HtmlOptions options;
  options.table_region_label = "金额<表>";
  CHECK(reading::html(reading::read("|a|\n|-|"), options) ==
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"金额&lt;表&gt;\">\n<table>\n<thead>\n<tr><th scope=\"col\">a</th></tr>\n"
        "</thead>\n</table>\n</div>\n");
}

TEST_CASE("citations print what the citation writer says, escaped") {
  const auto document =
      reading::read("**" + huice::markdown::citation_markup("id", "x") + "**企业");
  HtmlOptions html;
  html.cite = cite;
  CHECK(reading::html(document, html) ==
        "<p><strong><a href=\"f.html?a=1&amp;b=%222%22\">&lt;id&gt;*</a></strong>企业</p>\n");
  MarkdownOptions markdown;
  markdown.cite = cite;
  CHECK(reading::markdown(document, markdown) ==
        "**[&lt;id\\>\\*](f.html?a=1&amp;b=&#34;2&#34;)**&#20225;业\n");
  PlainOptions plain;
  plain.cite = cite;
  CHECK(reading::plain(document, plain) == "<id>*（见数据）企业\n");
  plain.links = PlainOptions::Links::text_and_url;
  CHECK(reading::plain(document, plain) == "<id>*（见数据）（f.html?a=1&b=\"2\"）企业\n");
}

TEST_CASE("a citation writer cannot bring in an unsafe address") {
  HtmlOptions html;
  html.cite = [](const Citation&, Format) { return CitedText{"x", "javascript:alert(1)"}; };
  CHECK(reading::html(reading::read("[a](fact:b) ![c [d](fact:e)](u)"), html) ==
        "<p>x <img src=\"u\" alt=\"c x\" /></p>\n");
}

TEST_CASE("plain text can give addresses and join cells for a sentence") {
  PlainOptions options;
  options.links = PlainOptions::Links::text_and_url;
  options.cell_separator = "、";
  CHECK(reading::plain(reading::read("[细则](https://a.cn) <https://b.cn>\n\n|a|b|\n|-|-|"),
                       options) == "细则（https://a.cn） https://b.cn\n\na、b\n");
}

TEST_CASE("the inline forms give one line for a card or a cell") {
  const auto document = reading::read("*甲* a|b\nc\n\n- d\\\n  e");
  CHECK_FALSE(huice::markdown::is_single_paragraph(document));
  CHECK(huice::markdown::is_single_paragraph(reading::read("*甲*\n乙")));
  CHECK(huice::markdown::is_single_paragraph(reading::read("")));
  std::string out;
  huice::markdown::write_html_inline(document, {}, out);
  CHECK(out == "<em>甲</em> a|b\nc d<br />\ne");
  out.clear();
  huice::markdown::write_markdown_inline(document, {}, out);
  CHECK(out == "*甲* a\\|b c d e");
  out.clear();
  huice::markdown::write_plain_inline(document, {}, out);
  CHECK(out == "甲 a|b c d e");
}

TEST_CASE("an empty document writes nothing") {
  const auto document = reading::read("\n\n");
  CHECK(reading::html(document).empty());
  CHECK(reading::markdown(document).empty());
  CHECK(reading::plain(document).empty());
}

TEST_CASE("characters that XML forbids do not reach the page") {
  CHECK(reading::html(reading::read("a&#1;b\xEF\xBF\xBF"
                                    "c `\x02`")) ==
        "<p>a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD"
        "c <code>\xEF\xBF\xBD</code></p>\n");
}
