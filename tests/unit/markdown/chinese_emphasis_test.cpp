// SPDX-License-Identifier: Apache-2.0
// Bold beside Chinese is what the author marked, for random texts of which it is known; and what
// has no Chinese is read as cmark reads it, to the byte of its HTML.
#include "reading.h"
#include "support/count_of.h"

#include <cmark.h>
#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <random>

using huice::test::count_of;

namespace {

template <std::size_t kSize>
const char* pick(const std::array<const char*, kSize>& pieces, std::mt19937& random) {
  return pieces[std::uniform_int_distribution<std::size_t>(0, kSize - 1)(random)];
}

/// Text that may be beside a run on any side: it begins and ends with Chinese.
std::string chinese(std::mt19937& random) {
  static constexpr std::array<const char*, 31> kEdges{
      "企", "业", "𠮷", "𬭚", "の", "カ",  "〇",  "，",   "。",  "、", "；",
      "：", "！", "？", "（",   "）", "《",  "》",  "「",   "」",  "【", "】",
      "％", "Ａ", "１", "～",   "￥", "“企", "业”", "——业", "企……"};
  static constexpr std::array<const char*, 12> kInner{
      "", "", "50%", "(2024)", " a ", "\"b\"", "https", "\\*", "`c`", "业", "，", "\\*\\*"};
  std::string text = pick(kEdges, random);
  text += pick(kInner, random);
  return text += pick(kEdges, random);
}

// clang-format off
constexpr std::array<const char*, 60> kLatinPieces{
    "*", "**", "***", "_", "__", "`", "``", "[a](b)", "[", "]", "](u)", "![", "\\", "\\*",
    "&amp;", "&", "!", "#", "# ", "> ", "- ", "+ ", "1. ", "12)", "===", "---", "~~~", "```",
    "\n", "\n", "\n", "\n\n", "\n\n", "    ", "  ", " ", "\t", "a", "b c", "x", "“", "”", "é",
    "Ж", "(", ")", "\"", "'", ".", ",", "…", "—", "\xC2\xA0", "5", "한국", "😀", "$", "~~",
    "<https://a.bc>", "[r]: /u\n"};
// clang-format on

std::string as_html(const std::string& text) {
  std::string html = reading::html(reading::read(text));
  const std::string::size_type start = 3;  // <p>…</p>
  return html.substr(start, html.size() - start - 5);
}

std::string by_cmark(const std::string& text) {
  char* html = cmark_markdown_to_html(text.data(), text.size(), CMARK_OPT_UNSAFE);
  std::string out = html;
  std::free(html);  // NOLINT(cppcoreguidelines-no-malloc): cmark's own allocation
  return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

/// cmark's HTML with quotes as huice writes them, and without empty titles.
std::string alike(std::string html) {
  replace_all(html, " title=\"\"", "");
  replace_all(html, "&quot;", "&#34;");
  replace_all(html, "'", "&#39;");
  return html;
}

}  // namespace

TEST_CASE("of random Chinese text the words in ** are bold and no others") {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    std::string expected;
    for (unsigned i = 0; i < 1 + seed % 6; ++i) {
      const std::string plain = chinese(random);
      const std::string bold = chinese(random);
      text += plain + "**" + bold + "**";
      expected += as_html(plain) + "<strong>" + as_html(bold) + "</strong>";
    }
    INFO("text: " << text);
    CHECK(as_html(text) == expected);
    // A line or two of other text around it changes nothing.
    CHECK(as_html(text + "\n") == expected);
    CHECK(reading::html(reading::read("# " + text)) == "<h1>" + expected + "</h1>\n");
    CHECK(reading::html(reading::read("- " + text)) == "<ul>\n<li>" + expected + "</li>\n</ul>\n");
  }
}

TEST_CASE("a run of stars alone is text, wherever it is in Chinese") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    std::mt19937 random(seed);
    const std::string before = chinese(random);
    const std::string after = chinese(random);
    CHECK(as_html(before + "**" + after) == as_html(before) + "**" + as_html(after));
    std::string problems;
    reading::read(before + "**" + after, &problems);
    CHECK(count_of(problems, "markdown-stray-mark") == 1);
  }
}

TEST_CASE("of random Chinese text the words in __ are bold too, and nothing of it is reported") {
  const auto is_counted = [](const std::string& text) { return text.starts_with("％"); };
  for (unsigned seed = 0; seed < 1000; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    std::string expected;
    for (unsigned i = 0; i < 1 + seed % 3; ++i) {
      std::string plain = chinese(random);
      std::string bold = chinese(random);
      // What is counted follows the blanks of a form.
      if (is_counted(plain)) plain.insert(0, "甲");
      if (is_counted(bold)) bold.insert(0, "甲");
      text += plain + "__" + bold + "__";
      expected += as_html(plain) + "<strong>" + as_html(bold) + "</strong>";
    }
    INFO("text: " << text);
    CHECK(as_html(text) == expected);
    std::string problems;
    reading::read(text, &problems);
    CHECK(problems.empty());
  }
}

TEST_CASE("a counted word makes a blank of a form, a longer word that begins with it does not") {
  for (const std::string text : {"支持__重点__项目", "引进__人才__", "鼓励__个人__申报",
                                 "按__年度计划__执行", "支持__骨干__企业和__家庭农场__"}) {
    CAPTURE(text);
    std::string problems;
    reading::read(text, &problems);
    CHECK(problems.empty());
    CHECK(as_html(text).find("<strong>") != std::string::npos);
    CHECK(as_html(text).find("__") == std::string::npos);
  }
  for (const std::string text : {"第__条第__款", "__年__月__日前", "共__页", "补助__万元",
                                 "金额为__元，期限__年", "__个项目"}) {
    CAPTURE(text);
    CHECK(as_html(text) == text);
  }
}

TEST_CASE("marks of two cells of a table are no pair, and are reported") {
  std::string problems;
  reading::read("| 项目 | 金额 |\n|--|--|\n| __甲 | 乙__ |\n", &problems);
  CHECK(count_of(problems, "markdown-stray-mark") == 2);
}

TEST_CASE("of random Chinese text with one run too many, one run is reported") {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    const unsigned runs = 3 + 2 * (seed % 3);
    for (unsigned i = 0; i < runs; ++i) text += chinese(random) + "**";
    text += chinese(random);
    INFO("text: " << text);
    std::string problems;
    reading::read(text, &problems);
    CHECK(count_of(problems, "markdown-stray-mark") == 1);
  }
}

TEST_CASE("what is written of Chinese bold reads alike by CommonMark's rules alone") {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < 3; ++i) text += chinese(random) + "**" + chinese(random) + "**";
    const auto document = reading::read(text);
    const std::string written = reading::markdown(document);
    INFO("text: " << text << "\nwritten: " << written);
    CHECK(huice::markdown::same_tree(document, reading::read(written)));
    huice::Diagnostics ignored;
    const auto nowhere = [](std::size_t, std::size_t) { return huice::Location{}; };
    CHECK(huice::markdown::same_tree(
        document,
        huice::markdown::parse(written, nowhere, ignored, huice::markdown::Emphasis::commonmark)));
  }
}

TEST_CASE("texts without Chinese have the HTML that cmark gives them") {
  for (unsigned seed = 0; seed < 6000; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (unsigned i = 0; i < 3 + seed % 30; ++i) text += pick(kLatinPieces, random);
    INFO("text:\n" << text);
    std::string problems;
    const std::string html = reading::html(reading::read(text, &problems));
    if (problems.empty()) CHECK(html == alike(by_cmark(text)));
  }
}

TEST_CASE("a long row of runs beside Chinese ends quickly") {
  const auto start = std::chrono::steady_clock::now();
  for (const char* piece : {"，**甲", "甲**，", "*，", "**，甲*", "⸗*，", "甲*，**"}) {
    std::string text;
    while (text.size() < huice::markdown::kMaxBytes / 8) text += piece;
    reading::html(reading::read(text));
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}
