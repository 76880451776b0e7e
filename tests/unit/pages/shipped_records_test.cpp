// SPDX-License-Identifier: Apache-2.0
//
// What reviewers of the shipped records compared with the sources, and found to be told otherwise:
// each as the record has it, and as its page prints it.
#include "pages/rendered_site.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace huice;
using namespace huice::test;

namespace {

using Pages = std::map<std::string, std::string>;

// Rendered once: all of these tests read it, none changes it.
struct Shipped {
  RenderedSite site{""};
  Pages pages = site.render();
};

const Shipped& shipped() {
  static const Shipped once;
  return once;
}

const std::string& page(const std::string& path) {
  const auto found = shipped().pages.find(path);
  REQUIRE_MESSAGE(found != shipped().pages.end(), path);
  return found->second;
}

// Of a Markdown page, the line that begins so, after a head.
std::string line_of(const std::string& path, std::string_view head, std::string_view begin) {
  const std::string& text = page(path);
  const std::size_t from = head.empty() ? 0 : text.find("# " + std::string(head) + "\n");
  REQUIRE_MESSAGE(from != std::string::npos, path << " has no head " << head);
  const std::size_t at = text.find("\n- " + std::string(begin), from);
  REQUIRE_MESSAGE(at != std::string::npos, path << " has no line " << begin);
  return text.substr(at + 1, text.find('\n', at + 1) - at - 1);
}

const model::Measure& measure(const std::string& id) {
  const model::MeasureRef found = shipped().site.library().measure(id);
  REQUIRE_MESSAGE(found.measure != nullptr, id);
  return *found.measure;
}

}  // namespace

TEST_CASE("a text that two bodies issued names both, in the text's order") {
  const model::Policy* policy = shipped().site.library().policy("neimenggu-2020-17");
  REQUIRE(policy != nullptr);
  CHECK(policy->issuers == std::vector<std::string>{"neimenggu-dangwei", "neimenggu-gov"});
  const std::string line = line_of("policies/neimenggu-2020-17.md", "", "发文机关：");
  CHECK(line.find("内蒙古自治区党委") < line.find("内蒙古自治区人民政府"));
  CHECK(has(line, "内蒙古自治区人民政府"));
}

TEST_CASE("shares that are a reading of the text have its own words beside them") {
  const std::string line = line_of("policies/hohhot-2021-zjtx.md", "", "资金分担：");
  CHECK(has(line, "呼和浩特市人民政府 50%"));
  CHECK(has(line, "“各承担一半”"));
  CHECK(has(line, "请解释机关确认"));
  const std::string& html = page("policies/hohhot-2021-zjtx.html");
  const std::size_t at = html.find("<dt>资金分担</dt>");
  REQUIRE(at != std::string::npos);
  CHECK(has(std::string_view(html).substr(at, html.find("</dd>", at) - at), "“各承担一半”"));
}

TEST_CASE("an award for enterprises above the scale names them alone as who may have it") {
  CHECK(measure("ordos-2021-61/6/rd-award").beneficiaries == std::vector<std::string>{"scaled"});
  CHECK(line_of("policies/ordos-2021-61.md", "规模以上企业研发投入奖补", "支持对象：") ==
        "- 支持对象：规模以上企业（条文所称规模以上工业企业、规模以上企业。）");
}

TEST_CASE("what the city shares with 旗区（园区） is shared in no stated proportion") {
  for (const char* id : {"ordos-2021-61/1/industrialisation", "ordos-2021-61/3/emerging-project"}) {
    const model::Measure& one = measure(id);
    REQUIRE(one.amounts.size() == 1);
    const auto& shares = one.amounts.front().shared_by;
    REQUIRE_MESSAGE(shares.size() == 2, id);
    CHECK_MESSAGE(shares[0].by == "ordos-gov", id);
    CHECK_MESSAGE(shares[1].by == "ordos-qiqu-yuanqu", id);
    for (const auto& share : shares) CHECK_MESSAGE(!share.share.has_value(), id);
    CHECK(line_of("policies/ordos-2021-61.md", one.title, "资金分担：") ==
          "- 资金分担：鄂尔多斯市人民政府、旗区（园区）共同承担，分担比例未载明");
  }
}

TEST_CASE("the interest that a letter speaks of is told with the letter's own words") {
  const char* path = "policies/ordos-zjtx-interest.md";
  const std::string title = measure("ordos-zjtx-interest/1/interest").title;
  const std::string sum = line_of(path, title, "支持标准：");
  CHECK(has(sum, "按放款日人民银行一年期LPR的50%贴息，每年最高50万元"));
  CHECK(has(sum, "奖补属地旗区（园区）"));
  CHECK(line_of(path, title, "资金分担：") ==
        "- 资金分担：由旗区（园区）先行兑付，由鄂尔多斯市人民政府结算");
  CHECK(has(line_of(path, title, "说明："), "“市级放款日”，含义未载明"));
}

TEST_CASE("a booklet does not say that a newer version replaces the older text") {
  for (const char* path : {"booklets/tech-innovation/rd.html", "booklets/tech-innovation/all.html",
                           "booklets/tech-innovation/booklet.md"}) {
    const std::string& text = page(path);
    const std::size_t at = text.find("是其新版本");
    REQUIRE_MESSAGE(at != std::string::npos, path);
    const std::string_view sentence = std::string_view(text).substr(at, text.find("。", at) - at);
    CHECK_MESSAGE(has(sentence, "是否替代前者未载明"), path);
  }
}

TEST_CASE("of figures that the site does not have it says no more than that") {
  for (const char* path : {"dashboards/ordos-innovation/", "dashboards/hohhot-innovation/"}) {
    for (const char* file : {"index.html", "dashboard.md"}) {
      CHECK_MESSAGE(has(page(std::string(path) + file), "本站没有收录"), path << file);
    }
  }
}

TEST_CASE("a ladder of which only names are known is not said to have ranks") {
  const std::string& text = page("ladders/ordos-growth.md");
  for (const char* words : {"只列出三个环节的名称", "均未载明"}) CHECK(has(text, words));
  for (const char* step : {"微成长", "小升高", "高壮大"}) {
    const std::size_t at = text.find(std::string(step) + "\n\n答复函只列名称。");
    CHECK_MESSAGE(at != std::string::npos, step);
  }
  for (const char* path : {"index.md", "ladders/index.md"}) {
    const std::string& list = page(path);
    const std::size_t at = list.find("“微成长、小升高、高壮大”梯次培育机制");
    REQUIRE_MESSAGE(at != std::string::npos, path);
    const std::string_view line = std::string_view(list).substr(at, list.find('\n', at) - at);
    CHECK_MESSAGE(has(line, "3 类"), line);
    CHECK_MESSAGE(!has(line, "3 级"), line);
  }
}

TEST_CASE(
    "totals whose time a letter does not state are totals, and laboratories are reorganised") {
  const std::string& text = page("dashboards/ordos-innovation/dashboard.md");
  const std::string& html = page("dashboards/ordos-innovation/index.html");
  for (const char* id : {"order-bulletins", "order-value"}) {
    const model::Indicator* one = shipped().site.library().indicator(id);
    REQUIRE(one != nullptr);
    const std::size_t row = text.find("| " + one->name + " |");
    REQUIRE_MESSAGE(row != std::string::npos, id);
    const std::string_view line = std::string_view(text).substr(row, text.find('\n', row) - row);
    CHECK_MESSAGE(has(line, "| 累计，期间未载明 |"), line);
    const std::size_t cell = html.find("id=\"" + std::string(id) + "@ordos/to@unstated\"");
    REQUIRE_MESSAGE(cell != std::string::npos, id);
    CHECK(has(std::string_view(html).substr(cell, html.find("</tr>", cell) - cell),
              "累计，期间未载明"));
  }
  const std::size_t rows = text.find("优化重组后材料领域");
  CHECK(rows != std::string::npos);
}
