// SPDX-License-Identifier: Apache-2.0
//
// What texts of other cities say, on the pages of a small invented project.
#include "model/refs.h"
#include "pages/rendered_site.h"
#include "support/count_of.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace huice;
using namespace huice::test;

namespace {

constexpr const char* kProject = "tests/sites/small";

model::Policy& policy_of(model::Records& records, const std::string& id) {
  const auto found = std::find_if(records.policies.begin(), records.policies.end(),
                                  [&id](const model::Policy& one) { return one.id == id; });
  REQUIRE(found != records.policies.end());
  return *found;
}

}  // namespace

TEST_CASE("a letter that answers two proposals is on both pages, and each links to the other") {
  RenderedSite site(kProject);
  model::Records records = site.records();
  model::Proposal& first = records.proposals.front();
  REQUIRE(first.reply);
  model::Proposal second = first;
  second.id = "joint";
  second.number = "045";
  second.title = "关于另一件事的提案";
  second.reply.reset();
  second.asks.emplace().push_back({"more", "再加大奖补", {}, {}});
  first.reply->also_answers = {"joint"};
  first.reply->co_handlers = {records.organizations.front().id};
  first.reply->sections.front().answers.emplace_back("joint/more");
  const std::string letter = first.reply->title;
  const std::string number = first.number;
  const std::string unit = records.organizations.front().name;
  const std::string own = "replies/" + first.id + "/";
  records.proposals.push_back(second);
  site.use(std::move(records));
  auto pages = site.render();
  for (const char* file : {"index.html", "reply.md"}) {
    const std::string& one = pages.at(own + file);
    const std::string& other = pages.at(std::string("replies/joint/") + file);
    CHECK(has(one, letter));
    CHECK(has(other, letter));
    CHECK(has(one, "第045号《关于另一件事的提案》"));
    CHECK(has(other, "第" + number + "号"));
    CHECK(has(one, "会办单位"));
    CHECK(has(other, unit));
    CHECK(has(other, "再加大奖补"));
    CHECK_FALSE(has(other, site.words().text("proposal.unanswered").data()));
  }
  CHECK(has(pages.at("replies/joint/index.html"), own + "index.html"));
  CHECK(has(pages.at("replies/index.html"), "关于另一件事的提案"));
}

TEST_CASE("articles that name neither topics nor units have those of their policy") {
  RenderedSite site(kProject);
  model::Records records = site.records();
  model::Policy& policy = policy_of(records, "example-2026-1");
  model::Article& article = policy.sections.front().articles.front();
  REQUIRE_FALSE(article.measures.empty());
  article.measures.front().topics.clear();
  policy.topics = article.topics;
  policy.units = article.units;
  REQUIRE_FALSE(policy.topics.empty());
  REQUIRE_FALSE(policy.units.empty());
  const std::string title = article.measures.front().title;
  const std::string topic = "topics/" + policy.topics.front() + ".html";
  const std::string unit = "units/" + policy.units.front() + ".html";
  const std::string label = article.label;
  article.topics.clear();
  article.units.clear();
  article.lead.clear();
  site.use(std::move(records));
  auto pages = site.render();
  CHECK(has(pages.at(topic), title));
  CHECK(has(pages.at(unit), label));
}

TEST_CASE("a text, article or measure for a part of its region says for which, wherever it is") {
  RenderedSite site(kProject);
  model::Records records = site.records();
  model::Policy& policy = policy_of(records, "example-2026-1");
  policy.territory = model::Territory{"示例城区内的企业", policy.region};
  std::vector<model::Article>& articles = policy.sections.front().articles;
  REQUIRE(articles.size() > 1);
  articles.front().territory = model::Territory{"示例高新区", ""};
  model::Measure& own = articles.back().measures.front();
  own.territory = model::Territory{"示例物流园", ""};
  site.use(records);
  auto pages = site.render();
  for (const std::string ending : {".html", ".md"}) {
    const std::string& page = pages.at("policies/example-2026-1" + ending);
    const std::string text =
        "示例城区内的企业（" + site.library().region(policy.region)->name + "）";
    // Of the text, and of the measures whose article and own record say no other.
    CHECK_MESSAGE(count_of(page, text) == articles.back().measures.size(), page);
    CHECK_MESSAGE(count_of(page, "示例高新区") == 1 + articles.front().measures.size(), page);
    CHECK_MESSAGE(count_of(page, "适用范围：示例物流园") == 1, page);
    for (const std::string& topic : model::topics_of(
             model::ArticleRef{&policy, &policy.sections.front(), &articles.front()})) {
      CHECK_MESSAGE(has(pages.at("topics/" + topic + ending), "适用范围：示例高新区"), topic);
    }
  }
}

TEST_CASE("a call that is closed, or not open yet, says so wherever its measure is shown") {
  RenderedSite site(kProject, "2026-03-05");
  model::Records records = site.records();
  model::Policy& policy = policy_of(records, "example-2026-1");
  model::Article& article = policy.sections.front().articles.front();
  REQUIRE_FALSE(article.measures.empty());
  model::Guide& guide = article.measures.front().guide.emplace();
  guide.window = "";
  guide.opens_on = model::Date::parse("2026-02-01");
  guide.closes_on = model::Date::parse("2026-03-04");
  const std::string topic = "topics/" + article.topics.front() + ".html";
  const std::string own = "policies/example-2026-1.html";
  site.use(records);
  auto pages = site.render();
  CHECK(has(pages.at(own), "申报已于2026年3月4日截止"));
  CHECK(has(pages.at(topic), "申报已于2026年3月4日截止"));
  CHECK(has(pages.at(own), "2026年2月1日至2026年3月4日"));
  guide.opens_on = model::Date::parse("2026-03-06");
  guide.closes_on.reset();
  site.use(std::move(records));
  pages = site.render();
  CHECK(has(pages.at(own), "申报自2026年3月6日开始"));
}

TEST_CASE("the articles of a section with a label alone stay one level below it") {
  RenderedSite site(kProject);
  model::Records records = site.records();
  model::Policy& policy = policy_of(records, "example-2026-1");
  REQUIRE(policy.sections.size() == 1);
  model::Section last = policy.sections.front();
  policy.sections.front().label = "第一章";
  policy.sections.front().heading = "支持措施";
  last.id = "9";
  last.label = "附则";
  last.heading.clear();
  last.articles.resize(1);
  model::Article& article = last.articles.front();
  article.id = "f1";
  article.label = "第九条";
  article.heading = "解释";
  article.summary = {};
  article.measures.clear();
  article.targets.clear();
  article.undertakings.clear();
  policy.sections.push_back(last);
  site.use(std::move(records));
  const auto pages = site.render();
  const std::string& text = pages.at("policies/example-2026-1.md");
  CHECK(has(text, "\n## 附则\n\n### 第九条　解释\n"));
  CHECK(has(text, "\n### 一、支持企业认定\n"));
  const std::string& html = pages.at("policies/example-2026-1.html");
  const std::size_t head = html.find("<h2 id=\"_part-9\">附则</h2>");
  REQUIRE(head != std::string::npos);
  const std::string_view below = std::string_view(html).substr(head + 4);
  CHECK_MESSAGE(below.find("<h3>") < below.find("第九条"), below.substr(0, 400));
  CHECK_MESSAGE(below.find("第九条") < below.find("<h2>"), below.substr(0, 400));
}

TEST_CASE("a reply without headings prints none, and the ask that it answers counts as answered") {
  RenderedSite site(kProject);
  model::Records records = site.records();
  model::Proposal& first = records.proposals.front();
  REQUIRE(first.reply);
  REQUIRE(first.asks);
  model::Reply& reply = *first.reply;
  reply.sections.resize(1);
  reply.sections.front().label.clear();
  reply.sections.front().heading.clear();
  reply.sections.front().answers.clear();
  for (const model::Ask& ask : *first.asks) reply.sections.front().answers.push_back(ask.id);
  const std::string own = "replies/" + first.id + "/";
  const std::string title = reply.title;
  site.use(std::move(records));
  const auto pages = site.render();
  const std::string unanswered(site.words().text("proposal.unanswered"));
  for (const char* file : {"index.html", "reply.md"}) {
    const std::string& page = pages.at(own + file);
    CHECK_MESSAGE(!has(page, unanswered), file);
    CHECK_MESSAGE(has(page, "答复正文"), file);
    CHECK_MESSAGE(has(page, "经研究，现答复如下。"), file);
  }
  // Between the letter's own title and what follows the letter nothing is a head.
  const std::string& text = pages.at(own + "reply.md");
  const std::size_t from = text.find(title);
  const std::string_view letter =
      std::string_view(text).substr(from, text.find("\n## ", from) - from);
  CHECK_MESSAGE(!has(letter, "\n#"), letter);
  CHECK(has(letter, "对新认定企业给予"));
  const std::string& html = pages.at(own + "index.html");
  const std::size_t body = html.find("letter-body");
  const std::string_view sheet =
      std::string_view(html).substr(body, html.find("signature", body) - body);
  CHECK_MESSAGE(!has(sheet, "<h"), sheet);
}
