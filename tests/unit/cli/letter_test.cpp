// SPDX-License-Identifier: Apache-2.0
// huice letter, on tests/sites/letters: every kind of reply, each letter by itself.
#include "cli/memory_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace huice;
using namespace huice::test;

namespace {

struct Letters {
  Letters() {
    put_folder(files, "tests/sites/letters/data", "p/data");
    put_share(files);
  }

  Said make(std::vector<std::string> words) {
    words.insert(words.begin(), "letter");
    return run(files, words);
  }

  std::string text(const std::string& name) const {
    const auto bytes = files.read("p/drafts/" + name);
    return bytes ? bytes.value() : "(none)";
  }

  void change(const std::string& file, const std::string& from, const std::string& to) {
    std::string text = files.read("p/data/" + file).value();
    REQUIRE(text.find(from) != std::string::npos);
    files.put("p/data/" + file, text.replace(text.find(from), from.size(), to));
  }

  MemoryFileSystem files;
};

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a draft is made from proposal and reply, with blanks for what is open") {
  Letters letters;
  const Said said = letters.make({"p", "p-001"});
  CHECK(said.code == 0);
  CHECK(said.out ==
        "p-001  draft  1 of 2 asks answered  open: the number (number), who signs it off (signer), "
        "the day of signing (signed), the day of printing (printed)\n");
  CHECK(has(said.err, "1 letter written to p/drafts, 3 files\n"));
  CHECK(letters.text("p-001.md") == R"(**代拟稿**

**示例市人民政府**

示建提复字〔2026〕　号　签发人：　　　

B

# 示例市人民政府关于市政协三届二次会议第001号提案的答复函

甲一委员：

您的《关于支持中小企业的提案》收悉。经研究，现答复如下。

## 一、关于“对新认定企业给予奖励”的建议

《示例市支持中小企业若干措施》（示府发〔2026〕1号）规定，对新认定企业给予一次性10万元奖励。2025年底，全市有示例类中小企业58家。

申报时间另行公布；

材料从简。

下一步，将继续做好认定和奖励兑现。

示例市人民政府

2026年　月　日

___

抄送：市政协办公室，市政协提案委员会。

示例市人民政府办公室　2026年　月　日印发
)");
}

TEST_CASE("the HTML draft has the same words, and each citation keeps its fact") {
  Letters letters;
  CHECK(letters.make({"p", "p-001"}).code == 0);
  const std::string html = letters.text("p-001.html");
  CHECK(has(html, "<p class=\"draft-mark\"><span>代拟稿</span></p>"));
  CHECK(has(html,
            "<h1><span>示例市人民政府关于市政协三届二次会议</span>"
            "<span>第001号提案的答复函</span></h1>"));
  CHECK(
      has(html, "<span data-fact=\"amount:example-2026-1/1/recognised\">一次性10万元</span>奖励"));
  CHECK(has(html, "<span class=\"open\">示建提复字〔2026〕　号</span>"));
  CHECK_FALSE(has(html, "<ul>"));
}

TEST_CASE("proposals handled together are answered separately, each with what it asked for") {
  Letters letters;
  CHECK(letters.make({"p", "p-002", "p-003"}).code == 0);
  const std::string first = letters.text("p-002.md");
  CHECK(has(first, "甲二、乙二委员：\n\n你们的《关于建设孵化器的提案》收悉。"));
  CHECK(has(first, "## 一、关于“建设孵化器”的建议"));
  CHECK(has(first, "## 三、其他工作"));
  CHECK(has(first, "（联系人：示例人　联系电话：0000-0000001）"));
  const std::string second = letters.text("p-003.md");
  CHECK(has(second, "第003号提案的答复函\n\n民盟示例市委员会：\n\n你们的"));
  CHECK(has(second, "示建提复字〔2026〕3号"));
  CHECK(has(second, "## 一、关于“配备导师”的建议\n\n导师已经聘请。\n\n## 二、其他工作"));
  CHECK_FALSE(has(second, "孵化器已经建成"));
  CHECK_FALSE(has(second, "联系人"));
  CHECK(has(second, "感谢您对科技工作的关心。"));
}

TEST_CASE("one letter for several proposals names all of them and all who made them") {
  Letters letters;
  CHECK(letters.make({"p", "p-004"}).code == 0);
  const std::string text = letters.text("p-004.md");
  CHECK(has(text, "关于市政协三届二次会议第004号、第0005号提案的答复函"));
  CHECK(has(text,
            "甲四、乙五委员：\n\n你们的《关于电网改造的提案》（第004号）、"
            "《关于农村电网的提案》（第0005号）收悉。"));
  CHECK(has(text, "抄送：市政协办公室，市政协提案委员会，示例市工业和信息化局。"));
}

TEST_CASE("an opinion goes to the unit that leads, and needs no class") {
  Letters letters;
  CHECK(letters.make({"p", "p-006"}).code == 0);
  const std::string text = letters.text("p-006.md");
  CHECK(has(text,
            "第006号提案的会办意见\n\n示例市科学技术局：\n\n"
            "市政协三届二次会议第006号《关于数字化转型的提案》收悉。经研究，现提出会办意见如下。"));
  CHECK(has(text, "抄送：市政府督查室。"));
}

TEST_CASE("a suggestion of deputies is addressed as one, and its asks cannot be told") {
  Letters letters;
  const Said said = letters.make({"p", "s-007"});
  CHECK(said.out == "s-007  draft  asks unknown: cannot tell\n");
  const std::string text = letters.text("s-007.md");
  CHECK(has(text, "关于市七届人大三次会议第16号建议的答复函\n\n甲七、乙七代表："));
  CHECK(has(text, "30余家（待核）"));
  CHECK(has(text, "附件：1. 示例市融资产品清单、2. 示例市金融机构分布图"));
}

TEST_CASE("only the official wording is without the draft's mark") {
  Letters letters;
  const Said said = letters.make({"p", "p-008"});
  CHECK(said.out == "p-008  official wording  asks unknown: cannot tell\n");
  const std::string text = letters.text("p-008.md");
  CHECK_FALSE(has(text, "代拟稿"));
  CHECK_FALSE(has(letters.text("p-008.html"), "代拟稿"));
  CHECK(has(text, "甲八委员：\n\n您的提案收悉，现答复如下。\n\n档案已经公开。"));
  CHECK(has(said.err, "1 letter written"));
}

TEST_CASE("all letters are made at once, and none holds what only a machine writes") {
  Letters letters;
  const Said said = letters.make({"p", "--all"});
  CHECK(said.code == 0);
  CHECK(std::count(said.out.begin(), said.out.end(), '\n') == 7);
  for (const auto& file : letters.files.snapshot("p/drafts")) {
    if (file.first.ends_with(".docx")) continue;  // packed; its words are the same
    for (const std::string word : {"undefined", "null", "NaN", "None", "{{", "《》"}) {
      INFO(file.first);
      CHECK_FALSE(has(file.second, word));
    }
  }
}

TEST_CASE("final letters have nothing open and cite nothing that is unchecked") {
  Letters letters;
  const Said said = letters.make({"p", "--all", "--final"});
  CHECK(said.code == 1);
  CHECK(has(said.err,
            "error[letter-open]: the letter for “p-001” is not final: the number "
            "(number) is still open\n"));
  CHECK(
      has(said.err, "  hint: fill it in in the record; without --final a draft leaves it blank\n"));
  CHECK(has(said.err,
            "error[letter-provisional]: the letter for “s-007” is not final: nobody has "
            "checked example-count@example-city/2023, which it cites\n"));
  CHECK(has(said.err,
            "  hint: compare it with its source, whose reliability is then official or "
            "press\n"));
  CHECK(has(said.err, "5 letters written to p/drafts, 15 files; 2 were not made\n"));
  CHECK(letters.text("p-001.md") == "(none)");
  CHECK(has(letters.text("p-002.md"), "第002号"));
}

TEST_CASE("what a letter lacks is told with the lines of the templates that print it") {
  Letters letters;
  letters.change("proposals/p-001.json", "\"甲一\"", "");
  letters.change("site.json", "\"series\": \"示建提复字\",", "");
  letters.change("site.json", "\"printed_by\": \"example-office\",", "");
  letters.files.put("p/templates/letter/draft.md",
                    "{{ letter.salutation }}\n{{ letter.number.text }}\n{{ letter.printed_by }}\n");
  letters.files.put("p/templates/letter/draft.html", R"(<!DOCTYPE html><html lang="zh-CN">
<head><title>x</title></head><body>
{%- macro slot(one) %}
{{ one.text }}
{%- endmacro %}
<p>{{ letter.printed_by }}</p>
<p>{{ slot(letter.number) }}</p></body></html>)");
  const Said said = letters.make({"p", "p-001"});
  CHECK(said.code == 1);
  CHECK(has(said.err, "it lacks the number (number)\n"));
  const auto line = [](const std::string& file, const std::string& place) {
    return "  the template that prints it: p/templates/letter/" + file + ":" + place + "\n";
  };
  // One whom the letter is to is printed by the Markdown form alone.
  CHECK(has(said.err, line("draft.md", "1:4")));
  CHECK(has(said.err, line("draft.md", "2:4")));
  CHECK(has(said.err, line("draft.html", "4:4")));
  CHECK(has(said.err, "  in macro “slot” called at p/templates/letter/draft.html:7:7\n"));
  CHECK(has(said.err, line("draft.md", "3:4")));
  CHECK(has(said.err, line("draft.html", "6:7")));
}

TEST_CASE("what a letter cannot do without stops that letter alone") {
  Letters letters;
  letters.change("proposals/p-001.json", "\"甲一\"", "");
  letters.change("proposals/p-002.json", "\"class\": \"A\"", "\"class\": null");
  const Said said = letters.make({"p", "--all"});
  CHECK(said.code == 1);
  CHECK(has(said.err,
            "error[letter-lacks]: no letter was made for “p-001”: it lacks whom it is to "
            "(the proposal's proposers, or salutation)\n"));
  CHECK(has(said.err,
            "error[letter-lacks]: no letter was made for “p-002”: it lacks its class "
            "(class)\n"));
  CHECK(has(said.err,
            "  hint: add it to the proposal's record, or to “letters” in data/site.json\n"));
  CHECK(has(said.err, "5 letters written"));
  CHECK(letters.text("p-002.md") == "(none)");
  CHECK(has(letters.text("p-003.md"), "导师已经聘请"));
}

TEST_CASE("a broken record stops its own letter and those that cite it, no other") {
  Letters letters;
  Letters whole;
  whole.make({"p", "--all"});
  letters.change("proposals/p-004.json", "\"number\"", "\"nummer\"");
  letters.change("observations/example.csv", "@2025-12-31,,58", "@2025-12-31,,many");
  const Said said = letters.make({"p", "--all"});
  CHECK(said.code == 1);
  CHECK(has(said.err, "p/drafts, 15 files; 2 were not made"));
  CHECK(letters.text("p-001.md") == "(none)");
  CHECK(letters.text("p-004.md") == "(none)");
  for (const std::string id : {"p-002", "p-003", "p-006", "s-007", "p-008"}) {
    INFO(id);
    CHECK(letters.text(id + ".md") == whole.text(id + ".md"));
    CHECK(letters.text(id + ".html") == whole.text(id + ".html"));
    CHECK(letters.text(id + ".docx") == whole.text(id + ".docx"));
  }
  const Said one = letters.make({"p", "p-004"});
  CHECK(one.code == 1);
  CHECK(has(one.err,
            "data/proposals/p-004.json: error[letter-left-out]: no letter was made for "
            "“p-004”: its record has errors\n  hint: correct the errors of this file "
            "first\n"));
}

TEST_CASE("a letter that failed leaves the earlier file as it was") {
  Letters letters;
  letters.make({"p", "p-002"});
  const std::string before = letters.text("p-002.html");
  letters.change("proposals/p-002.json", "\"class\": \"A\"", "\"class\": null");
  CHECK(letters.make({"p", "p-002"}).code == 1);
  CHECK(letters.text("p-002.html") == before);
}

TEST_CASE("letters are never put where they would be published, nor among records") {
  for (const std::string output : {"p/public", "p/public/drafts", "p/data", "p/internal", "p"}) {
    Letters letters;
    INFO(output);
    const Said said = letters.make({"p", "--all", "-o", output});
    CHECK(said.code == 2);
    CHECK(said.err == "letters cannot be put into " + output +
                          ", which is published, or holds records or templates. Choose another "
                          "folder with -o\n");
  }
  Letters letters;
  letters.files.put("www/manifest.json", "{}");
  CHECK(letters.make({"p", "--all", "-o", "www/letters"}).code == 2);
}

TEST_CASE("what is asked for must be there") {
  Letters letters;
  CHECK(letters.make({"p", "p-0001"}).err ==
        "there is no proposal “p-0001”; did you mean “p-001”?\n");
  CHECK(letters.make({"p"}).err == "name proposals by their ids, or make all letters with --all\n");
  CHECK(letters.make({"p", "p-001", "--all"}).err == "name proposals, or give --all, not both\n");
  CHECK(letters.make({"p", "--all", "--formats", "odt"}).err ==
        "there is no format “odt”; there are: md, html, docx, pdf\n");
  const Said none = letters.make({"p", "p-005"});
  CHECK(none.code == 1);
  CHECK(has(none.err,
            "error[letter-no-reply]: the proposal “p-005” has no reply of its own, and so "
            "no letter\n"));
  CHECK(has(none.err, "  hint: where another proposal's letter answers it, name that one\n"));
}

TEST_CASE("信函格式 has neither who signs it off nor 印发机关") {
  Letters letters;
  letters.change("site.json", "一般格式", "信函格式");
  CHECK(letters.make({"p", "p-001"}).code == 0);
  const std::string text = letters.text("p-001.md");
  CHECK_FALSE(has(text, "签发人"));
  CHECK_FALSE(has(text, "印发"));
  CHECK(has(text, "抄送：市政协办公室"));
}
