// SPDX-License-Identifier: Apache-2.0
//
// Pages give the answer: the site's own region first and beside every amount, who gets it, how
// much, whom to ask and by which clause, and nothing that is not on record more than once.
#include "pages/rendered_site.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>

using namespace huice;
using namespace huice::test;

namespace {

constexpr const char* kProject = "tests/sites/small";

using Pages = std::map<std::string, std::string>;

// Of another region, as far away from the site's as can be.
model::Policy elsewhere() {
  model::Policy policy;
  policy.id = "0-elsewhere";  // before all others
  policy.title = "别市办法（虚构）";
  policy.kind = "办法";
  policy.region = "0-other-city";
  policy.completeness = model::Completeness::whole;
  model::Article article;
  article.id = "1";
  article.label = "第一条";
  article.topics = {"example-topic"};
  model::Measure measure;
  measure.id = "m";
  measure.title = "别市奖励（虚构）";
  measure.effect = model::Effect::payment;
  model::AmountComponent amount;
  amount.basis = model::Basis::fixed;
  amount.value = model::Money::parse("99万元");
  measure.amounts = {amount};
  article.measures = {measure};
  policy.sections.emplace_back().articles = {article};
  policy.sections.front().id = "1";
  return policy;
}

template <class Change>
Pages pages_with(const Change& change) {
  RenderedSite site(kProject);
  model::Records records = site.records();
  change(records);
  site.use(std::move(records));
  return site.render();
}

model::Measure& first_measure(model::Records& records) {
  for (model::Policy& policy : records.policies) {
    for (model::Section& section : policy.sections) {
      for (model::Article& article : section.articles) {
        if (!article.measures.empty()) return article.measures.front();
      }
    }
  }
  throw std::logic_error("the small site has no measure");
}

// A topic that has measures of the small site.
std::string topic_of(const Pages& pages) {
  for (const auto& [path, text] : pages) {
    const bool own = path.starts_with("topics/") && path.ends_with(".html");
    if (own && path != "topics/index.html" && has(text, "class=\"measure\"")) return path;
  }
  throw std::logic_error("no topic page has a measure");
}

void add_elsewhere(model::Records& records) {
  model::Region region;
  region.id = "0-other-city";
  region.name = "别市";
  region.kind = "市";
  records.regions.insert(records.regions.begin(), region);
  model::Policy policy = elsewhere();
  for (const model::Topic& topic : records.topics) {
    policy.sections.front().articles.front().topics.push_back(topic.id);
  }
  policy.sections.front().articles.front().topics.erase(
      policy.sections.front().articles.front().topics.begin());
  records.policies.insert(records.policies.begin(), policy);
}

}  // namespace

TEST_CASE("the site's own region comes first, and others one fold below") {
  const Pages pages = pages_with(&add_elsewhere);
  const std::string topic = topic_of(pages);
  const std::string& page = pages.at(topic);
  const std::size_t own = page.find("示例市</a>");
  const std::size_t fold = page.find("<details class=\"elsewhere\">");
  const std::size_t other = page.find("99万元");
  REQUIRE(own != std::string::npos);
  REQUIRE(fold != std::string::npos);
  REQUIRE(other != std::string::npos);
  CHECK(own < fold);
  CHECK(fold < other);
  // The other region's sum is in no range of the site's own.
  const std::string& home = pages.at("index.html");
  CHECK_FALSE(has(home, "99万元"));
  CHECK(has(home, "示例市的企业"));
  // Each region with measures has its page, and every page leads there.
  for (const char* path : {"regions/example-city.html", "regions/0-other-city.html"}) {
    REQUIRE(pages.count(path) == 1);
    CHECK(has(home, path));
  }
  CHECK(has(pages.at("regions/0-other-city.html"), "99万元"));
}

TEST_CASE("every card outside of its policy's page names its city") {
  const Pages pages = pages_with(&add_elsewhere);
  std::size_t cards = 0;
  static const std::regex card("<article class=\"measure\"[^>]*>[\\s\\S]*?</article>");
  for (const auto& [path, text] : pages) {
    if (!path.ends_with(".html") || path.starts_with("policies/")) continue;
    for (std::sregex_iterator at(text.begin(), text.end(), card), end; at != end; ++at) {
      ++cards;
      CHECK_MESSAGE(has(at->str(), "class=\"city\""), path);
    }
  }
  CHECK(cards > 5);
}

TEST_CASE("a card answers who, whom to ask and by which clause") {
  const Pages pages = pages_with(
      [](model::Records& records) { first_measure(records).who = "去年新认定的企业（虚构）"; });
  const auto shown = std::find_if(pages.begin(), pages.end(), [](const auto& one) {
    return one.first.starts_with("topics/") && one.first.ends_with(".html") &&
           has(one.second, "去年新认定的企业（虚构）");
  });
  REQUIRE(shown != pages.end());
  const std::string& page = shown->second;
  CHECK(has(page, "去年新认定的企业（虚构）"));
  CHECK(has(page, "<dt>谁能拿</dt>"));
  CHECK(has(page, "<dt>找谁</dt>"));
  CHECK(has(page, "<dt>依据</dt>"));
}

TEST_CASE("who leads is named first, more units are counted, and no unit is said to be none") {
  const auto article_of_first = [](model::Records& records) -> model::Article& {
    for (model::Policy& policy : records.policies) {
      policy.units.clear();
      for (model::Section& section : policy.sections) {
        for (model::Article& article : section.articles) {
          if (!article.measures.empty()) return article;
        }
      }
    }
    throw std::logic_error("the small site has no measure");
  };
  std::string path;
  const auto with = [&](const std::vector<std::string>& units, const std::string& lead) {
    const Pages pages = pages_with([&](model::Records& records) {
      model::Article& article = article_of_first(records);
      article.units = units;
      article.lead = lead;
      article.measures.front().guide.reset();
      for (const model::Policy& policy : records.policies) {
        for (const model::Section& section : policy.sections) {
          for (const model::Article& one : section.articles) {
            if (&one == &article)
              path =
                  "measures/" + policy.id + "/" + one.id + "/" + one.measures.front().id + ".html";
          }
        }
      }
    });
    static const std::regex tags("<[^>]*>");
    const std::string& text = pages.at(path);
    const std::size_t at = text.find("<dt>找谁</dt>");
    return std::regex_replace(text.substr(at, text.find("</div>", at) - at), tags, "");
  };
  CHECK(with({"example-czj", "example-gxj"}, "example-gxj") ==
        "找谁市工业和信息化局（牵头）、市财政局 0000-0000000");
  CHECK(with({"example-czj", "example-fwzx"}, "") == "找谁市财政局、市中小企业服务中心");
  CHECK(with({"example-czj", "example-fwzx", "example-gov", "example-gxj", "example-czj"}, "") ==
        "找谁市财政局、市中小企业服务中心、示例市人民政府、市工业和信息化局、市财政局");
  CHECK(with({}, "").starts_with("找谁条文未列责任单位"));
}

TEST_CASE("a region's public line is printed with its source and day, and no number is made up") {
  const Pages without = pages_with([](model::Records&) {});
  const std::string topic = topic_of(without);
  CHECK(has(without.at(topic), "各单位电话未收录。"));
  const Pages with = pages_with([](model::Records& records) {
    model::PublicLine line;
    line.name = "示例热线";
    line.phone = "000000";
    line.source = model::Source{.document = "示例公告（虚构）", .place = {}, .url = {}};
    line.checked = model::Date::parse("2026-01-05");
    records.regions.front().line = line;
  });
  CHECK(has(with.at(topic), "示例热线000000（示例公告（虚构），核对于2026年1月5日）"));
  CHECK_FALSE(has(with.at(topic), "各单位电话未收录。"));
}

TEST_CASE("each measure has a page with its conditions, its neighbours and its examples") {
  RenderedSite site("");
  const Pages pages = site.render();
  std::size_t measures = 0;
  model::each_measure(site.library().policies(), [&](const model::MeasureRef& one) {
    ++measures;
    const std::string path =
        "measures/" + one.in.policy->id + "/" + one.in.article->id + "/" + one.measure->id;
    REQUIRE_MESSAGE(pages.count(path + ".html") == 1, path);
    const std::string& page = pages.at(path + ".html");
    CHECK_MESSAGE(!one.measure->who.empty(), path);
    CHECK_MESSAGE(has(page, "<dt>申报条件</dt>"), path);
    CHECK_MESSAGE(has(page, "<summary>复制要点</summary>"), path);
    CHECK_MESSAGE(pages.count(path + ".md") == 1, path);
  });
  CHECK(measures == 98);
  const std::string& step = pages.at("measures/ordos-2022-103/2.3/zjtx-city.html");
  CHECK(has(step, "上一级"));
  CHECK(has(step, "10万元"));
  CHECK(has(step, "下一级"));
  CHECK(has(step, "100万元"));
  CHECK(has(step, "算几个例子"));
}

TEST_CASE("a reply without its official words has no frame of a letter, and one with them has") {
  RenderedSite site("");
  const Pages pages = site.render();
  std::size_t replies = 0;
  for (const auto& [path, text] : pages) {
    if (!path.starts_with("replies/") || !path.ends_with("/index.html")) continue;
    if (path == "replies/index.html") continue;
    ++replies;
    CHECK_MESSAGE(has(text, "答复要点"), path);
    CHECK_MESSAGE(!has(text, "class=\"sheet\""), path);
    CHECK_MESSAGE(!has(text, "class=\"letterhead\""), path);
    // A figure that this very letter gives leads nowhere.
    CHECK_MESSAGE(!has(text, "dashboards/ordos/index.html#"), path);
  }
  CHECK(replies == 2);
}
