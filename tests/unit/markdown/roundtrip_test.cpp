// SPDX-License-Identifier: Apache-2.0
// What the Markdown writer writes reads back as the same tree: for texts chosen to be hard, and for
// random ones made of pieces that meet badly.
#include "reading.h"

#include <doctest/doctest.h>

#include <array>
#include <ctime>
#include <random>

using huice::markdown::same_tree;

namespace {

/// Reads, writes, reads again; a failure shows both texts.
void check_roundtrip(const std::string& text) {
  std::string problems;
  const auto first = reading::read(text, &problems);
  const std::string written = reading::markdown(first);
  std::string new_problems;
  const auto second = reading::read(written, &new_problems);
  INFO("text:\n" << text << "\nwritten:\n" << written);
  CHECK(same_tree(first, second));
  if (problems.empty()) CHECK(new_problems == "");
  CHECK(reading::markdown(second) == written);
}

template <std::size_t kSize>
const char* pick(const std::array<const char*, kSize>& pieces, std::mt19937& random) {
  return pieces[std::uniform_int_distribution<std::size_t>(0, kSize - 1)(random)];
}

// clang-format off
constexpr std::array<const char*, 82> kTextPieces{
    "*", "**", "_", "__", "`", "``", "[", "]", "(", ")", "](u)", "![", "\\", "&amp;", "&#32;",
    "&", "!", "#", "# ", "> ", ">", "- ", "-", "+ ", "1. ", "12)", "===", "---", "~~~", "```",
    "|", "\\|", "| - |", "|-|", "\n", "\n", "\n", "\n\n", "\n\n", "  ", "    ", " ", " ", "\t",
    "企业", "“专精”", "。", "a", "b c", "x", "<https://a.cn>", "<", ">", "5", "\"t\"", "&#10;",
    "\xC2\xA0", "\xE3\x80\x80", "￥", "\\\n", "[a](fact:x|y)", "* ", "，**", "**《", "甲", "\n\t",
    "\n\xE3\x80\x80\xE3\x80\x80", "\n    甲", "⸗", "&#11799;", "[^1]", "[^1]: ", "~~", "==", ": ", "（",
    "\n\v\n", "\v", "\n\f", "a|b\n-|-\n", "\n> |a|\n> |-|\n", "|\n"};
// clang-format on

std::string random_text(std::mt19937& random, int pieces) {
  std::string text;
  for (int i = 0; i < pieces; ++i) text += pick(kTextPieces, random);
  return text;
}

std::string random_emphasis(std::mt19937& random, int pieces) {
  static constexpr std::array<const char*, 14> kPieces{"*", "**", "_",  "__", "*",     "**", "***",
                                                       "a", " ",  "业", "“",  "&#32;", "”",  "`c`"};
  std::string text;
  for (int i = 0; i < pieces; ++i) text += pick(kPieces, random);
  return text;
}

}  // namespace

TEST_CASE("text that looks like markup stays text") {
  for (const char* text : {"1\\. 第一",
                           "\\# x",
                           "\\- x",
                           "\\+ x",
                           "a\n\\- b",
                           "\\---",
                           "a\n\\===",
                           "\\> x",
                           "\\~\\~\\~",
                           "5\\*6\\*7",
                           "a \\| b\n\\| - \\|",
                           "\\[x\\](u)",
                           "\\`x\\`",
                           "\\<b>",
                           "&amp;copy;",
                           "\\\\",
                           "\\![a](u)",
                           "2025\\) x",
                           "&#32;a",
                           "a&#32;",
                           "&#9;a",
                           "\xC2\xA0- a",
                           "# a \\#",
                           "# \\# b",
                           "x&#10;- y",
                           "\\&#10;",
                           "- \\- a",
                           "- &#32;",
                           "1986\\. 好年份",
                           "\\==甲\\==，\\$$甲$\\$，\\~~甲~~",
                           "甲\n\\: 乙",
                           "\\::: 甲",
                           "\\!!! 甲",
                           "- \\[ ] 甲",
                           "> \\[!NOTE]",
                           "\\[TOC]",
                           "甲\\[^1]\n\n\\[^1]: 乙",
                           "\n\xEF\xBB\xBF",
                           "\n\xEF\xBB\xBF# 甲",
                           "\n**\xEF\xBB\xBF甲**",
                           "&#xFEFF;",
                           " \xEF\xBB\xBF\n*\n甲\n|-",
                           "\xEF\xBB\xBF\xEF\xBB\xBF 甲 | 乙\n---|---\n一 | 二"}) {
    check_roundtrip(text);
  }
}

TEST_CASE("emphasis survives next to Chinese marks and next to other emphasis") {
  for (const char* text : {"**重点**企业",
                           "支持**“专精特新”** 企业",
                           "**“专精特新”**&#20225;业",
                           "是&#65306;*“甲”*",
                           "*甲**乙**丙*",
                           "**甲*乙*丙**",
                           "***甲***",
                           "***甲** 乙*",
                           "***甲* 乙**",
                           "**甲 *乙***",
                           "*__甲__*",
                           "_*甲*_",
                           "*_甲_ 乙*",
                           "*甲*_乙_",
                           "*甲*__乙__*丙*",
                           "*a _b *c* d_ e*",
                           "**&#32;a&#32;** b",
                           "*“a”*",
                           "**a*b*c*d*e**",
                           "_a_**b**_c_",
                           "*a*&#98;",
                           "**a。**&#21518;",
                           "*[a](u)*&#98;",
                           "[*a*](u)*b*",
                           "*a\nb*",
                           "**a\\\nb**",
                           "￥*“5”*",
                           "*a `*` b*",
                           "、**\x10*乙****戊。"}) {
    check_roundtrip(text);
  }
}

TEST_CASE("links, images, code and references survive") {
  for (const char* text : {"[a](</b c> \"t\")",
                           "[a]()",
                           "[](u)",
                           "[a](<> \"t\")",
                           "![a *b* `c`](u 'x\"y')",
                           "[a](u(v))",
                           "[a](u\\&amp;b)",
                           "[a](&quot;b&quot;)",
                           "<https://a.cn/x_y>",
                           "<a@b.cn>",
                           "[a][r]\n\n[r]: /u 't'",
                           "`a|b`",
                           "`` ` ``",
                           "`` `a ``",
                           "`  a  `",
                           "` `",
                           "`  `",
                           "[a\\]b](u)",
                           "[![i](s)](u)",
                           "![a [b](c)](d)",
                           "[x](fact:a@b/2024)",
                           "[x](<fact:a b>)",
                           "[](fact:a\\|b#c)",
                           "[a](u 't\nu')",
                           "[a](u \"a&#10;&#10;b\")",
                           "a\\!&#91;b](u)"}) {
    check_roundtrip(text);
  }
}

TEST_CASE("blocks survive in each other") {
  for (const char* text : {"- a\n- b",
                           "- a\n\n- b",
                           "* a\n- b\n+ c",
                           "1. a\n2. b\n\n1) c",
                           "0. a",
                           "999999999. a\n1. b",
                           "-\n- a",
                           "- - - a",
                           "- * -",
                           "- ***",
                           "- # a",
                           "- > a\n  > b",
                           "> - a\n>\n> - b",
                           "- a\n  - b\n\n  - c\n- d",
                           "- a\n\n  b\n- c",
                           "-     x",
                           "> ```\n> a\n>\n> b\n> ```",
                           "~~~ a`b\n```\n~~~",
                           "```\n```",
                           "```` a\\\\b&amp;c\n```\n````",
                           "    a\n\n      b",
                           "- a\n\n      b",
                           "a\nb\n===",
                           "a\nb\n---",
                           "#",
                           "###### a",
                           "***",
                           ">",
                           "> > a\nb",
                           "- a\n  b\n\n  ```\n  c\n\n  d\n  ```",
                           "1. - a\n   - b\n2. c",
                           "> a\n\n> b",
                           "- a\n\n\n- b\n  - c",
                           "```\n\n\na\n\n```",
                           "- ```\n  \ta\n  ```",
                           "- |a|\n  |-|\n  |b|",
                           "p\n|a|\n|-|"}) {
    check_roundtrip(text);
  }
}

TEST_CASE("tables survive") {
  for (const char* text :
       {"|a|b|\n|-|:-:|\n|c|d|", "a|b\n:-|-:\nc", "|a|\n|-|\n|`x\\|y`|",
        "|a|\n|-|\n|x\\|y|\n|\\\\|", "|a|\n|-|\n|- x|\n|1. y|\n|# z|", "| |\n|-|\n| |",
        "|a|\n|-|\n|&#32;x&#32;|", "|a|\n|-|\n|**“x”**&#20225;|", "|a|\n|-|\n|[b][r]|\n\n[r]: /u|v",
        "|a|b|\n|-|-|\n|[x](fact:y)|*z*|", "> |a|\n> |-|\n> |b|", "|a|\n|-|\n|x\\\\\\|y|",
        "|a|\n|-|\n|_*b*_|"}) {
    check_roundtrip(text);
  }
}

TEST_CASE("random texts survive") {
  for (unsigned seed = 0; seed < 4000; ++seed) {
    std::mt19937 random(seed);
    CAPTURE(seed);
    check_roundtrip(random_text(random, 3 + static_cast<int>(seed % 24)));
  }
}

TEST_CASE("random emphasis survives") {
  for (unsigned seed = 0; seed < 4000; ++seed) {
    std::mt19937 random(seed);
    CAPTURE(seed);
    check_roundtrip(random_emphasis(random, 4 + static_cast<int>(seed % 12)));
  }
}

TEST_CASE("a text with U+0000 is read as one with U+FFFD") {
  const std::string_view text("甲\0\n　　乙\n\n> a|b\n>\0-|-\n    c", 33);
  std::string replaced;
  for (const char c : text) replaced += c == '\0' ? std::string("\uFFFD") : std::string(1, c);
  CHECK(same_tree(reading::read(std::string(text)), reading::read(replaced)));
}

TEST_CASE("emphasis without a good spelling costs a long text no more than a few readings of it") {
  std::string text;
  while (text.size() < std::size_t{1} << 16U)
    text += "**甲　*****丙**乙****戊。**己，甲**·乙**丙**";
  const auto document = reading::read(text);
  const std::clock_t start = std::clock();
  reading::read(text);
  const double reading = static_cast<double>(std::clock() - start);
  const std::clock_t written_from = std::clock();
  reading::markdown(document);
  // All 512 spellings would be some 1,000 readings; the bound is 2 × (4 + 2) of them, and the
  // writing.
  CHECK(static_cast<double>(std::clock() - written_from) < 60 * reading);
}
