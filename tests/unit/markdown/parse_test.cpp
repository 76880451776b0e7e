// SPDX-License-Identifier: Apache-2.0
#include "markdown/parse.h"

#include "markdown/citation.h"
#include "reading.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

using huice::markdown::Document;
using huice::markdown::Kind;

namespace {

std::string problems_of(std::string_view text) {
  std::string problems;
  reading::read(text, &problems);
  return problems;
}

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

}  // namespace

TEST_CASE("raw HTML is refused with its place and a hint") {
  CHECK(
      problems_of("一\n\n见<b>此\n") ==
      "text.md:3:2: error[markdown-raw-html]: HTML is not allowed in this text\n"
      "  3 | 见<b>此\n"
      "    |   ^~~\n"
      "  hint: write Markdown instead; where the sign “<” itself is meant, write “\\<” or “＜”\n");
}

TEST_CASE("unsafe addresses are refused with their place and a hint") {
  CHECK(problems_of("见 [此](javascript:alert(1))") ==
        "text.md:1:3: error[markdown-unsafe-url]: “javascript:alert(1)” is not an address to link "
        "to\n"
        "  1 | 见 [此](javascript:alert(1))\n"
        "    |    ^~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "  hint: use http, https, mailto or tel, a relative address, or “#” and an anchor\n");
}

TEST_CASE("nesting beyond the bound is refused, not followed") {
  CHECK(problems_of(repeated("> ", 101) + "x") ==
        "text.md:1:201: error[markdown-too-deep]: is nested more than 100 levels deep\n"
        "  1 | …" +
            repeated("> ", 31) +
            "x\n"
            "    | " +
            std::string(61, ' ') +
            "^\n"
            "  hint: look for a run of “>”, “[”, “*” or list markers that was not meant\n");
  CHECK(problems_of(repeated("*a ", 120) + repeated("b* ", 120)).find("markdown-too-deep") !=
        std::string::npos);
}

TEST_CASE("nesting as deep as the bound is read, one level more is refused") {
  // A paragraph and its text are levels, too.
  CHECK(problems_of(repeated("> ", 98) + "x") == "");
  const std::string problems = problems_of(repeated("> ", 99) + "x");
  CHECK(problems.find("error[markdown-too-deep]: is nested more than 100 levels deep\n") !=
        std::string::npos);
}

TEST_CASE("a text beyond the bound is refused") {
  CHECK(problems_of(std::string(huice::markdown::kMaxBytes, 'x')).empty());
  const std::string problems = problems_of(std::string(huice::markdown::kMaxBytes, 'x') + "\n");
  CHECK(problems.substr(0, problems.find('\n')) ==
        "text.md:1:1: error[markdown-too-large]: is a Markdown text of more than 1024 KiB");
  CHECK(problems.find("  hint: split the text into several fields or chapters\n") !=
        std::string::npos);
}

TEST_CASE("a text full of problems reports a hundred of them") {
  const std::string problems = problems_of(repeated("<a>\n\n", 300));
  CHECK(problems.find("text.md:199:1") != std::string::npos);
  CHECK(problems.find("text.md:201:1") == std::string::npos);
}

TEST_CASE("a citation counts as a word next to emphasis, wherever it is") {
  const std::string cited = huice::markdown::citation_markup("x");
  for (const std::string& text :
       {"为**" + cited + "**企业", "**" + cited + "**" + cited + "。",
        "| 为**" + cited + "**企业 |\n|-|", "是*" + cited + cited + "*的"}) {
    CAPTURE(text);
    const Document document = reading::read(text);
    const std::string html = reading::html(document);
    CHECK((html.find("<strong>") != std::string::npos || html.find("<em>") != std::string::npos));
    CHECK(html.find("\u2060") == std::string::npos);
    CHECK(html.find('*') == std::string::npos);
    CHECK(huice::markdown::same_tree(document, reading::read(reading::markdown(document))));
  }
}

TEST_CASE("no spelling of a scheme that runs code gets through") {
  for (const char* url :
       {"javascript:x", "JaVaScRiPt:x", "<java script:x>", "java&#10;script:x", "java&Tab;script:x",
        "&#106;avascript:x", "javascript&colon;x", "j\\avascript:x", "vbscript:x",
        "data:text/html,x", "< javascript:x>", "&#1;javascript:x", "view-source:x", "file:///x",
        "blob:x", "Fact:x", "feed:javascript:x", "&NewLine;javascript:x", "\xC2\xA0javascript:x"}) {
    CAPTURE(url);
    for (const char* start : {"[a](", "![a]("}) {
      std::string problems;
      const auto document = reading::read(std::string(start) + url + ")", &problems);
      const std::string html = reading::html(document);
      CHECK(html.find("href") == std::string::npos);
      CHECK(html.find("src") == std::string::npos);
      const bool is_link = reading::plain(document) == "a\n";
      if (is_link) CHECK(problems.find("markdown-unsafe-url") != std::string::npos);
    }
    CHECK_FALSE(reading::html(reading::read("[a]\n\n[a]: " + std::string(url))).find("href") !=
                std::string::npos);
  }
  CHECK(reading::html(reading::read("<javascript:alert(1)>")).find("href") == std::string::npos);
}

TEST_CASE("addresses that only lead somewhere are kept") {
  for (const char* url : {"https://a.cn/x", "HTTP://a.cn", "mailto:a@b.cn", "tel:12345", "a.html",
                          "../a/b.html#c", "#c", "?q=a:b", "/a:b", ""}) {
    CAPTURE(url);
    CHECK(problems_of("[a](" + std::string(url) + ")").empty());
  }
  CHECK(problems_of("![a](fact:x)") != "");
}

TEST_CASE("the citations of a text are known before it is written") {
  const Document document =
      reading::read("# [x](fact:a/1)\n\n| ![b [c](fact:d@e/2024)](u) |\n|-|\n| [](<fact:f|g>) |");
  const auto found = huice::markdown::citations(document);
  REQUIRE(found.size() == 2);
  CHECK(found[0].target == "a/1");
  CHECK(found[0].text == "x");
  CHECK(found[1].target == "d@e/2024");
  CHECK(found[1].where.line == 3);
}

TEST_CASE("a citation's markup may hold any target and text, in cells too") {
  for (const char* target : {"a@b/2024#c", "x|y", "a b", "a\\*b", "<>&amp;\"()", "a\nb"}) {
    CAPTURE(target);
    const std::string markup = huice::markdown::citation_markup(target, "1*2|[3]`");
    for (const std::string& text : {markup, "| " + markup + " |\n|-|", "# " + markup}) {
      const Document document = reading::read(text);
      const auto found = huice::markdown::citations(document);
      REQUIRE(found.size() == 1);
      CHECK(found[0].target == target);
      CHECK(found[0].text == "1*2|[3]`");
    }
  }
}

TEST_CASE("nodes know their line and column, cells of tables too") {
  const Document document = reading::read("a\n\n> |x|yy *z*|\n> |-|-|\n> |b|`c`|\n");
  bool has_emphasis = false;
  bool has_code = false;
  for (huice::markdown::NodeId id = 0; id < document.size(); ++id) {
    const auto& node = document.node(id);
    if (node.kind == Kind::emphasis) {
      has_emphasis = true;
      CHECK(node.where.line == 3);
      CHECK(node.where.column == 9);
    }
    if (node.kind == Kind::code) {
      has_code = true;
      CHECK(node.where.line == 5);
    }
  }
  CHECK(has_emphasis);
  CHECK(has_code);
}

TEST_CASE("a NUL is printed as U+FFFD, also in indented Chinese") {
  const std::string text("    甲\0乙", 11);
  CHECK(reading::html(reading::read(text)) == "<p>甲\uFFFD乙</p>\n");
}

TEST_CASE("hostile shapes of 25,000 repetitions end quickly") {
  constexpr int kTimes = 25000;
  const std::string a(1, 'a');
  const auto start = std::chrono::steady_clock::now();
  for (const std::string& text :
       {repeated(">", kTimes) + a,
        repeated("> ", kTimes) + a,
        repeated("[", kTimes),
        repeated("[", kTimes) + a + repeated("]", kTimes),
        repeated("- ", kTimes) + a,
        repeated("- ", kTimes) + a + repeated("\n", kTimes),
        repeated("1. ", kTimes),
        repeated("*a ", kTimes),
        repeated("*a **a ", kTimes) + repeated("a** a*", kTimes),
        repeated("![[]()", kTimes / 25),
        repeated("![", kTimes) + repeated("](u)", kTimes),
        repeated("a|", kTimes) + "\n" + repeated("-|", kTimes) + "\n" + repeated("b\n", kTimes),
        repeated("|a|\n|-|\n\n", kTimes),
        repeated("`", kTimes) + a,
        repeated("_*", kTimes) + a,
        repeated("<a>", kTimes),
        repeated("[a](<b", kTimes),
        repeated("</", kTimes) + "<!--",
        repeated("[a](javascript:x)\n", kTimes),
        repeated("\\", kTimes),
        repeated("&", kTimes),
        repeated("    甲\n", kTimes),
        repeated("　　甲\n", kTimes),
        repeated("\t甲\n\n", kTimes),
        repeated("> ", 90) + repeated("甲\n　　乙", kTimes / 10),
        repeated("甲**，", kTimes),
        repeated("甲****，", kTimes),
        repeated("~~甲", kTimes),
        repeated("[^1]: 甲\n", kTimes),
        "[^1]" + repeated("<", kTimes) + repeated("](", kTimes) + repeated("`` ` ", kTimes)}) {
    CAPTURE(text.substr(0, 20));
    const Document document = reading::read(text);
    reading::html(document);
    reading::plain(document);
    CHECK(huice::markdown::same_tree(document, reading::read(text)));
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60));
}
