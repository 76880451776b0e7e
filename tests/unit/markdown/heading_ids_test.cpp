// SPDX-License-Identifier: Apache-2.0
#include "markdown/heading_ids.h"

#include "reading.h"

#include <doctest/doctest.h>

using huice::markdown::HeadingIds;
using huice::markdown::HtmlOptions;

namespace {

/// The HTML of one text of a page.
std::string html(HeadingIds& page, std::string_view text) {
  HtmlOptions options;
  options.heading_ids = &page;
  return reading::html(reading::read(text), options);
}

}  // namespace

TEST_CASE("a heading's id is its words, Han kept and marks left out") {
  HeadingIds page;
  CHECK(html(page, "# 一、申报条件（2024年）") ==
        "<h1 id=\"一申报条件2024年\">一、申报条件（2024年）</h1>\n");
  CHECK(html(page, "## *FAQ* 与 `A_b`-𠮷！") ==
        "<h2 id=\"faq-与-a_b-𠮷\"><em>FAQ</em> 与 <code>A_b</code>-𠮷！</h2>\n");
}

TEST_CASE("ids are unique on a page, whatever text the headings are in") {
  HeadingIds page;
  CHECK(html(page, "# 条件\n# 条件\n# 条件-1") ==
        "<h1 id=\"条件\">条件</h1>\n<h1 id=\"条件-1\">条件</h1>\n<h1 "
        "id=\"条件-1-1\">条件-1</h1>\n");
  CHECK(html(page, "# 条件") == "<h1 id=\"条件-2\">条件</h1>\n");
  CHECK(html(page, "# ！！") == "<h1 id=\"h_section\">！！</h1>\n");
}

TEST_CASE("ids of ASCII alone are left to templates") {
  HeadingIds page;
  CHECK(html(page, "# Main\n\n[a](#main)") ==
        "<h1 id=\"h_main\">Main</h1>\n<p><a href=\"#h_main\">a</a></p>\n");
}

TEST_CASE("a link leads to the heading of its own text, whose id may have a number") {
  HeadingIds page;
  html(page, "# 条件");
  CHECK(html(page, "# 条件\n\n[见](#条件)，[见](#%E6%9D%A1%e4%bb%b6)，[无](#x)，[100%](#100%)") ==
        "<h1 id=\"条件-1\">条件</h1>\n"
        "<p><a href=\"#%E6%9D%A1%E4%BB%B6-1\">见</a>，<a "
        "href=\"#%E6%9D%A1%E4%BB%B6-1\">见</a>，<a href=\"#x\">无</a>，<a "
        "href=\"#100%\">100%</a></p>\n");
}

TEST_CASE("ten thousand headings of the same words end quickly, each with its own id") {
  HeadingIds page;
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "# 条件\n";
  CHECK(html(page, text).find("id=\"条件-9999\"") != std::string::npos);
}

TEST_CASE("without a page headings have no id") {
  CHECK(reading::html(reading::read("# 条件")) == "<h1>条件</h1>\n");
}
