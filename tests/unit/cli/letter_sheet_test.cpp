// SPDX-License-Identifier: Apache-2.0
// huice letter --sheet and --with, on tests/sites/letters and tests/sites/handling.
#include "cli/memory_world.h"
#include "formats/table.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace huice;
using namespace huice::test;

namespace {

struct Sheets {
  explicit Sheets(const std::string& site = "letters") {
    put_folder(files, "tests/sites/" + site + "/data", "p/data");
    put_share(files);
  }

  Said make(std::vector<std::string> words) {
    words.insert(words.begin(), {"letter", "p"});
    words.insert(words.end(), {"--as-of", "2026-06-30", "--formats", "md"});
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

  // The rows of review.xlsx whose second, third and fifth cells are these, as a line each.
  std::vector<std::vector<std::string>> rows() const {
    Diagnostics problems;
    const auto reader = formats::open_table(files, "p/drafts/review.xlsx", {}, problems);
    REQUIRE(reader != nullptr);
    std::vector<std::vector<std::string>> all;
    formats::Row row;
    while (reader->next(row)) all.push_back(row.cells);
    CHECK_FALSE(problems.has_errors());
    return all;
  }

  MemoryFileSystem files;
};

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

// The page of one ask: from its heading to the next one's.
std::string part(const std::string& page, const std::string& heading) {
  const std::size_t from = page.find(". " + heading + "</h3>");
  REQUIRE(from != std::string::npos);
  return page.substr(from, page.find("</article>", from) - from);
}

}  // namespace

TEST_CASE("a review sheet has each ask with its answer and what the answer rests on") {
  Sheets sheets;
  const Said said = sheets.make({"p-001", "--sheet"});
  CHECK(said.code == 0);
  CHECK(has(said.err, "1 review sheets, all in review.xlsx\n"));
  const std::string page = sheets.text("p-001.review.html");
  CHECK(has(page, "<h1>示例市人民政府关于市政协三届二次会议第001号提案的答复函</h1>"));
  const std::string answered = part(page, "对新认定企业给予奖励");
  CHECK(has(answered, "<span class=\"state\">已答复</span>"));
  CHECK(
      has(answered, "对新认定企业给予一次性10万元奖励。2025年底，全市有示例类中小企业58家。</p>"));
  CHECK(has(answered, "<code>example-2026-1/1/recognised</code>"));
  CHECK(has(answered, "新认定企业奖励：一次性10万元"));
  CHECK(has(answered, "责任单位：示例市工业和信息化局"));
  CHECK(has(answered,
            "<code>example-count@example-city/@2025-12-31</code> "
            "<span>示例统计（虚构）</span> <span>官方发布</span> <span>2025年12月31日</span>"));
  const std::string open = part(page, "给予贷款贴息");
  CHECK(has(open, "<span class=\"state\">未答复</span>"));
  CHECK_FALSE(has(open, "<blockquote>"));
}

TEST_CASE(
    "facts that could answer are ranked, each to keep or to strike, with what is cited marked") {
  Sheets sheets;
  CHECK(sheets.make({"p-001", "--sheet"}).code == 0);
  const std::string asked = part(sheets.text("p-001.review.html"), "对新认定企业给予奖励");
  const std::size_t list = asked.find("<ul class=\"facts candidates\">");
  REQUIRE(list != std::string::npos);
  const std::string candidates = asked.substr(list);
  CHECK(has(candidates,
            "<input type=\"checkbox\" checked aria-label=\"保留 example-2026-1/1\">"
            "<span class=\"rank\">1</span>"));
  CHECK(has(candidates, "新认定企业奖励：一次性10万元</span><span class=\"cited\">已引用</span>"));
}

TEST_CASE("what is open, the deadline and what nobody has recorded stand at the top") {
  Sheets sheets;
  CHECK(sheets.make({"p-001", "p-002", "--sheet"}).code == 0);
  const std::string first = sheets.text("p-001.review.html");
  CHECK(has(first, "<dd class=\"open\">2026年6月5日（2026年3月5日交办），已过期，尚未答复</dd>"));
  CHECK(has(first, "<dd class=\"open\">发文字号、签发人、成文日期、印发日期</dd>"));
  CHECK(has(first, "<dt>面商</dt>\n<dd class=\"open\">未记录</dd>"));
  CHECK(has(sheets.text("p-002.review.html"), "交办日期未载明，无从计算"));
}

TEST_CASE("asks that nobody knows are never said to be unanswered") {
  Sheets sheets;
  CHECK(sheets.make({"p-004", "--sheet"}).code == 0);
  const std::string page = sheets.text("p-004.review.html");
  CHECK(has(page, "建议未载明，无法核对"));
  CHECK_FALSE(has(page, "未答复</span>"));
}

TEST_CASE(
    "a figure that nobody has checked, and one that another letter has otherwise, are marked") {
  Sheets sheets;
  sheets.change("proposals/p-004.json", "因资金所限，需以后解决。",
                "2023年有{{ fact('example-count@example-city/2023') }}，需以后解决。");
  CHECK(sheets.make({"p-001", "p-004", "--sheet"}).code == 0);
  CHECK(has(sheets.text("p-004.review.html"), "<p class=\"caution\">待核</p>"));
  CHECK(has(sheets.text("p-004.review.html"),
            "<p class=\"caution\">《关于支持中小企业的提案》写作58家（2025年12月31日）</p>"));
  CHECK(has(sheets.text("p-001.review.html"),
            "<p class=\"caution\">示建提复字〔2026〕4号写作30余家（2023年）</p>"));
}

TEST_CASE("stock phrases, figures typed by hand and passages of other letters are told") {
  Sheets sheets;
  const std::string passage =
      "园区已经建成标准厂房三座，配套道路、管网和电力设施同步投入使用，入园企业可以在网上办理全部手"
      "续，"
      "由专人上门协助。";
  sheets.change("proposals/p-004.json", "因资金所限，需以后解决。",
                "我们高度重视，积极推进。累计投入30万元。\\n\\n" + passage);
  sheets.change("proposals/p-006.json", "建议由主办单位统一答复，我局负责示范项目。", passage);
  CHECK(sheets.make({"--all", "--sheet"}).code == 0);
  const std::string page = sheets.text("p-004.review.html");
  CHECK(has(page, "3 句中 1 句没有具体内容，占 33%（高度重视、积极推进）"));
  CHECK(has(page, "<dt>直接写入、没有来源的数字</dt>\n<dd class=\"open\">30万元</dd>"));
  CHECK(has(page, "<dt>与示工信提函〔2026〕6号雷同 100%</dt>\n<dd class=\"open\">" + passage));
}

TEST_CASE("what was promised to the same proposers stands beside what became of it") {
  Sheets sheets("handling");
  sheets.change("site.json", "\"reply_term\"",
                "\"letters\": {\"series\": \"示建提复字\", \"printed_by\": \"example-office\"},\n"
                "  \"reply_term\"");
  CHECK(sheets.make({"h-13", "--sheet"}).code == 0);
  const std::string page = sheets.text("h-13.review.html");
  const std::string before = page.substr(page.find("以往对同一提出人的工作承诺"));
  CHECK(has(before, "<td>建成示例园区道路</td>"));
  CHECK(has(before, "<td>已完成：示例验收意见（虚构）</td>"));
  CHECK(has(before, "<td>开通示例班车</td>"));
  CHECK(has(before,
            "<td>示例市工业和信息化局</td><td>2025年10月31日前</td><td class=\"open\">"
            "已过期限，未见完成的记录</td>"));
  CHECK(has(page, "2026年未计节假日调休"));
}

TEST_CASE("texts of records are escaped, and no cell is a formula") {
  Sheets sheets;
  sheets.change("proposals/p-001.json", "给予贷款贴息", "=1+1<b>&");
  CHECK(sheets.make({"p-001", "--sheet"}).code == 0);
  CHECK(has(sheets.text("p-001.review.html"), ". =1+1&lt;b&gt;&amp;</h3>"));
  const auto rows = sheets.rows();
  const bool kept = std::any_of(rows.begin(), rows.end(), [](const auto& row) {
    return row.size() > 1 && row[1] == "=1+1<b>&";
  });
  CHECK(kept);
}

TEST_CASE("one workbook has every letter of the run, with an empty column to keep or strike in") {
  Sheets sheets;
  CHECK(sheets.make({"p-001", "p-004", "--sheet"}).code == 0);
  const auto rows = sheets.rows();
  REQUIRE(rows.size() > 2);
  CHECK(rows.front() == std::vector<std::string>{"提案", "项目", "类别", "次序", "内容", "保留",
                                                 "事实编号", "来源", "位置", "可靠性", "时点",
                                                 "责任单位", "期限", "提醒"});
  const auto candidate = std::find_if(rows.begin(), rows.end(), [](const auto& row) {
    return row.size() > 6 && row[2] == "可用的事实" && row[6] == "example-2026-1/1/recognised";
  });
  REQUIRE(candidate != rows.end());
  CHECK((*candidate)[0] == "p-001");
  CHECK((*candidate)[3] == "1");
  CHECK((*candidate)[4] == "新认定企业奖励：一次性10万元");
  CHECK((*candidate)[5].empty());
  CHECK(std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row[0] == "p-004"; }));
}

TEST_CASE("a letter that cannot be made has a sheet that says why, and stops no other") {
  Sheets sheets;
  sheets.change("proposals/p-002.json", "\"class\": \"A\"", "\"class\": null");
  CHECK(sheets.make({"p-001", "p-002", "--sheet"}).code == 1);
  CHECK(sheets.text("p-002.md") == "(none)");
  CHECK(has(sheets.text("p-002.review.html"),
            "<dt>缺少，不能成函</dt>\n<dd class=\"open\">办理结果分类</dd>"));
  CHECK(has(sheets.text("p-001.review.html"), "已答复"));
}

TEST_CASE("sheets are written only where they are asked for, and the same again") {
  Sheets sheets;
  CHECK(sheets.make({"p-001"}).code == 0);
  CHECK(sheets.text("p-001.review.html") == "(none)");
  CHECK(sheets.text("review.xlsx") == "(none)");
  CHECK(sheets.make({"p-001", "--sheet"}).code == 0);
  const std::string page = sheets.text("p-001.review.html");
  const std::string book = sheets.text("review.xlsx");
  CHECK(sheets.make({"p-001", "--sheet", "-j", "1"}).code == 0);
  CHECK(sheets.text("p-001.review.html") == page);
  CHECK(sheets.text("review.xlsx") == book);
}

TEST_CASE("each proposer gets a form on which to say what they think, and a copy of their own") {
  Sheets sheets;
  CHECK(sheets.make({"p-002", "--with", "opinion,copies"}).code == 0);
  const std::string form = sheets.text("p-002.opinion-2.md");
  CHECK(has(form, "# 提案办理情况征询意见表"));
  CHECK(has(form, "乙二委员："));
  CHECK(has(form, "市政协三届二次会议第002号《关于建设孵化器的提案》"));
  CHECK(has(form, "示建提复字〔2026〕2号"));
  CHECK(has(form, "□满意　□基本满意　□不满意"));
  CHECK(has(sheets.text("p-002.copy-1.md"), "\n甲二委员：\n\n你们的"));
  CHECK(has(sheets.text("p-002.copy-2.md"), "\n乙二委员：\n\n你们的"));
  CHECK(has(sheets.text("p-002.md"), "\n甲二、乙二委员：\n"));
}

TEST_CASE("proposers of another proposal that the letter answers too get theirs") {
  Sheets sheets;
  CHECK(sheets.make({"p-004", "--with", "opinion"}).code == 0);
  CHECK(has(sheets.text("p-004.opinion-1.md"), "第004号"));
  CHECK(has(sheets.text("p-004.opinion-2.md"), "第0005号"));
}

TEST_CASE("a single proposer needs no copy, an opinion for the lead goes to no proposer") {
  Sheets sheets;
  CHECK(sheets.make({"p-001", "p-006", "--with", "opinion", "--with", "copies"}).code == 0);
  CHECK(sheets.text("p-001.copy-1.md") == "(none)");
  CHECK(has(sheets.text("p-001.opinion-1.md"), "甲一委员："));
  CHECK(sheets.text("p-006.opinion-1.md") == "(none)");
}

TEST_CASE("what cannot go out with a letter is refused by name") {
  Sheets sheets;
  const Said said = sheets.make({"p-001", "--with", "opinions"});
  CHECK(said.code == 2);
  CHECK(has(said.err, "--with knows no “opinions”; there are: opinion, copies"));
}
