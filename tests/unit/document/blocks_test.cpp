// SPDX-License-Identifier: Apache-2.0
// Prose -> blocks -> HTML and Markdown.
#include "document/document.h"
#include "document/read_prose.h"
#include "document/write_html.h"
#include "document/write_markdown.h"
#include "markdown/parse.h"

#include <doctest/doctest.h>

#include <string>

using namespace huice;
using namespace huice::document;

namespace {

markdown::CitedText cite(const markdown::Citation& citation, markup::Format /*format*/) {
  return {"<" + std::string(citation.target) + ">元", "x.html"};
}

Blocks blocks(std::string_view text) {
  Diagnostics problems;
  const SourceText source("text.md", text);
  return blocks_of(markdown::parse(source, problems), "reply/closing", cite);
}

std::string html(const Blocks& blocks, const HtmlOptions& options = {}) {
  std::string out;
  write_html(blocks, options, out);
  return out;
}

std::string written(const Blocks& blocks, const document::MarkdownOptions& options = {}) {
  std::string out;
  write_markdown(blocks, options, out);
  return out;
}

}  // namespace

TEST_CASE("prose becomes blocks that know their place, and citations keep fact and words") {
  const Blocks found =
      blocks("一是" + markdown::citation_markup("amount:p/1/a|figure") + "**奖补**。\n\n二是。\n");
  REQUIRE(found.size() == 2);
  CHECK(found[0].origin == Origin{"reply/closing", 1});
  CHECK(found[1].origin == Origin{"reply/closing", 2});
  const auto& runs = std::get<Paragraph>(found[0].content).runs;
  REQUIRE(runs.size() == 4);
  CHECK(runs[0] == Run{.text = "一是"});
  CHECK(runs[1] == Run{.kind = RunKind::citation,
                       .text = "<amount:p/1/a|figure>元",
                       .target = "amount:p/1/a|figure"});
  CHECK(runs[2] == Run{.text = "奖补", .strong = true});
  CHECK(words_of(runs) == "一是<amount:p/1/a|figure>元奖补。");
  CHECK(cited(found) == std::vector<std::string>{"amount:p/1/a|figure"});
}

TEST_CASE("a citation in HTML keeps its fact, and leads somewhere only where asked to") {
  const Blocks found = blocks(markdown::citation_markup("fact:a@b/2024"));
  CHECK(html(found) == "<p><span data-fact=\"fact:a@b/2024\">&lt;fact:a@b/2024&gt;元</span></p>\n");
  HtmlOptions options;
  options.leads_to = [](const Run&) { return std::string("f.html?a=1&b=2"); };
  CHECK(html(found, options) ==
        "<p><a href=\"f.html?a=1&amp;b=2\" data-fact=\"fact:a@b/2024\">"
        "&lt;fact:a@b/2024&gt;元</a></p>\n");
  options.leads_to = [](const Run&) { return std::string("javascript:x"); };
  CHECK(html(found, options) == html(found));
}

TEST_CASE("a citation in Markdown is its words, or stays a citation that reads as the same") {
  const Blocks found = blocks("**" + markdown::citation_markup("fact:a@b/2024") + "**企业");
  CHECK(written(found) == "**&lt;fact:a@b/2024\\>元**企业\n");
  document::MarkdownOptions options;
  options.keeps_citations = true;
  const std::string kept = written(found, options);
  CHECK(cited(blocks(kept)) == cited(found));
}

TEST_CASE("every block survives Markdown and comes back the same") {
  const std::string text =
      "# 标题\n\n段落**重**_轻_`x`\\\n第二行 [链接](a.html)\n\n- 甲\n- 乙\n\n1. 一\n2. 二\n\n"
      "| 年 | 数 |\n| :-- | --: |\n| 2024 | 1\\|2 |\n\n> 注\n";
  const Blocks found = blocks(text);
  REQUIRE(found.size() == 6);
  CHECK(std::holds_alternative<Heading>(found[0].content));
  CHECK(std::get<document::List>(found[3].content).ordered);
  CHECK(std::get<Table>(found[4].content).columns[1].align == document::Align::right);
  CHECK(blocks(written(found)) == found);
}

TEST_CASE("HTML of every block is escaped") {
  const Table table{.caption = "表<1>",
                    .columns = {{Align::none, 0}, {Align::right, 0}},
                    .head = {{{.text = "年"}}, {{.text = "数"}}},
                    .rows = {{{{.text = "2024"}}, {{.text = "<3"}}}}};
  const Fields fields{{{"提案人<", {{.text = "甲&乙"}}}}};
  const Figure figure{"a b.svg", "图\"一\"", "图<1>"};
  Note note;
  note.blocks.push_back({Paragraph{{{.text = "注<"}}}, {}});
  const Heading heading{2, "（一）", {{.text = "甲<乙"}}};
  HtmlOptions options;
  options.heading_shift = 1;
  CHECK(html({{heading, {}}}, options) == "<h3>（一）甲&lt;乙</h3>\n");
  CHECK(html({{table, {}}}) ==
        "<table>\n<caption>表&lt;1&gt;</caption>\n<thead>\n<tr>\n<th scope=\"col\">年</th>\n"
        "<th scope=\"col\" class=\"align-right\">数</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
        "<td>2024</td>\n<td class=\"align-right\">&lt;3</td>\n</tr>\n</tbody>\n</table>\n");
  CHECK(html({{fields, {}}}) == "<dl>\n<dt>提案人&lt;</dt>\n<dd>甲&amp;乙</dd>\n</dl>\n");
  CHECK(html({{figure, {}}}) ==
        "<figure>\n<img src=\"a%20b.svg\" alt=\"图&#34;一&#34;\" />\n"
        "<figcaption>图&lt;1&gt;</figcaption>\n</figure>\n");
  CHECK(html({{note, {}}}) == "<blockquote>\n<p>注&lt;</p>\n</blockquote>\n");
}

TEST_CASE("labels, fields and figures have their Markdown") {
  CHECK(written({{Heading{1, "一、", {{.text = "关于“甲”的建议"}}}, {}}}) ==
        "# 一、关于“甲”的建议\n");
  CHECK(written({{Fields{{{"提案人", {{.text = "甲|乙"}}}}}, {}}}) ==
        "| | |\n| --- | --- |\n| 提案人 | 甲\\|乙 |\n");
  CHECK(written({{Figure{"a.svg", "图一", "说明"}, {}}}) == "![图一](a.svg)\n\n说明\n");
}
