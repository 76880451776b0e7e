// SPDX-License-Identifier: Apache-2.0
//
// 条, 款 and 项 on the pages of a small invented project.
#include "pages/rendered_site.h"
#include "view/links.h"
#include "view/prose_value.h"
#include "view/wording.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace huice;
using namespace huice::test;

namespace {

constexpr const char* kProject = "tests/sites/small";
constexpr const char* kPage = "policies/example-2026-1.html";

std::size_t count(const std::string& page, const std::string& text) {
  std::size_t found = 0;
  for (std::size_t at = page.find(text); at != std::string::npos; at = page.find(text, at + 1)) {
    ++found;
  }
  return found;
}

model::Policy& policy_of(model::Records& records) {
  const auto found =
      std::find_if(records.policies.begin(), records.policies.end(),
                   [](const model::Policy& one) { return one.id == "example-2026-1"; });
  REQUIRE(found != records.policies.end());
  return *found;
}

model::Prose said(const std::string& text) {
  return model::Prose{text, {}};
}

// The first article, now 第十三条: its 款 and 项 as given.
model::Article& article_13(model::Records& records) {
  model::Policy& policy = policy_of(records);
  policy.numbering = model::Numbering::continuous;
  model::Article& article = policy.sections.front().articles.front();
  article.label = "第十三条";
  return article;
}

void add_items(model::Paragraph& paragraph) {
  for (const char* label : {"（一）", "（二）"}) {
    model::Item& item = paragraph.items.emplace_back();
    item.label = label;
  }
}

std::string cited(const RenderedSite& site, const std::string& prose) {
  Diagnostics problems;
  const view::PageScope page{site.scope(), markup::Format::markdown, "", problems};
  const auto value = view::prose_value(said(prose), page);
  CHECK_FALSE(problems.has_errors());
  return std::string(value.text());
}

}  // namespace

TEST_CASE("a cited 项 prints as texts name it and leads to its anchor on the policy's page") {
  RenderedSite site(kProject);
  model::Records records = site.records();
  add_items(article_13(records).paragraphs.emplace_back());
  site.use(std::move(records));
  CHECK(cited(site, "见{{ cite('example-2026-1/1/第（二）项') }}。") ==
        "见[示府发〔2026〕1号第十三条第（二）项](policies/example-2026-1.html#1/_1.2)。");
  CHECK(cited(site, "见{{ cite('example-2026-1/1/第2项') | label }}。") ==
        "见[第十三条第（二）项](policies/example-2026-1.html#1/_1.2)。");
  const auto pages = site.render();
  CHECK(count(pages.at(kPage), "id=\"1/_1.2\"") == 1);
  CHECK(has(pages.at(kPage), "（二）"));
  const std::string& page = pages.at(kPage);
  const std::size_t second = page.find("id=\"2\"");
  CHECK_FALSE(has(page.substr(0, second), "第一款"));
}

TEST_CASE("of several 款 each has its name and its anchor, and its items are named with it") {
  RenderedSite site(kProject);
  model::Records records = site.records();
  auto& paragraphs = article_13(records).paragraphs;
  paragraphs.resize(2);
  paragraphs[0].summary = said("第一款的要点");
  paragraphs[1].summary = said("第二款的要点");
  add_items(paragraphs[1]);
  site.use(std::move(records));
  CHECK(cited(site, "{{ cite('example-2026-1/1/第二款第（一）项') }}") ==
        "[示府发〔2026〕1号第十三条第二款第（一）项](policies/example-2026-1.html#1/_2.1)");
  CHECK(cited(site, "{{ cite('example-2026-1/1/第二款') }}") ==
        "[示府发〔2026〕1号第十三条第二款](policies/example-2026-1.html#1/_2)");
  const std::string page = site.render().at(kPage);
  CHECK(has(page, "<div class=\"place\" id=\"1/_2\"><span class=\"label\">第二款</span>"));
  CHECK(has(page, "<div class=\"place\" id=\"1/_2.1\"><span class=\"label\">（一）</span>"));
}

TEST_CASE("official wording and own words of one 款 are printed apart, with one anchor") {
  RenderedSite site(kProject);
  model::Records records = site.records();
  model::Paragraph& paragraph = article_13(records).paragraphs.emplace_back();
  paragraph.text = said("虚构的一款原文：");
  paragraph.summary = said("虚构的要点");
  add_items(paragraph);
  paragraph.items[0].text = said("虚构的第一项原文；");
  site.use(std::move(records));
  const auto pages = site.render();
  const std::string& page = pages.at(kPage);
  const std::size_t quote = page.find("<blockquote class=\"original\">");
  REQUIRE(quote != std::string::npos);
  CHECK(page.find("虚构的要点") < quote);
  CHECK(page.find("虚构的一款原文") > quote);
  CHECK(page.find("id=\"1/_1\"") > quote);
  CHECK(page.find("id=\"1/_1.1\"") > quote);
  CHECK(page.find("id=\"1/_1.2\"") < quote);
  for (const char* id : {"id=\"1/_1\"", "id=\"1/_1.1\"", "id=\"1/_1.2\""}) {
    CHECK(count(page, id) == 1);
  }
  CHECK(has(pages.at("policies/example-2026-1.md"), "（一）虚构的第一项原文；"));
}

TEST_CASE("a measure, a condition, a stacking clause, a relation and a ruling name their place") {
  RenderedSite site(kProject);
  model::Records records = site.records();
  model::Article& article = article_13(records);
  add_items(article.paragraphs.emplace_back());
  model::Measure& measure = article.measures.front();
  measure.provision = "第（一）项";
  measure.requirements.front().provision = "第二项";
  const std::string condition = measure.requirements.front().label;
  const std::string topic = "topics/" + article.topics.front() + ".html";
  model::Policy& policy = policy_of(records);
  policy.stacking.push_back(
      {model::StackingRule::highest, {}, "example-2026-1/1/第（二）项", "虚构的就高规则", {}});
  policy.relations.push_back(
      {model::RelationKind::implements, "example-2020", "", {}, {"example-2020/1"}});
  model::Ruling& ruling = policy.rulings.emplace_back();
  ruling.by = "虚构的解释机关";
  ruling.basis = "虚构的依据";
  ruling.says = "虚构的认定";
  ruling.articles = {"example-2026-1/1/第（二）项"};
  site.use(std::move(records));
  const auto pages = site.render();
  const std::string& page = pages.at(kPage);
  const std::string first = "policies/example-2026-1.html#1/_1.1\">";
  const std::string second = "policies/example-2026-1.html#1/_1.2\">";
  CHECK(has(page, first + "第十三条第（一）项</a>"));
  CHECK(has(page, "第（二）项：" + condition));
  CHECK(has(page, "虚构的就高规则（第十三条第（二）项）"));
  CHECK(has(page, second + "第十三条第（二）项</a>"));
  CHECK(has(page, "policies/example-2020.html#1\">第一条　支持平台建设</a>"));
  CHECK(has(pages.at(topic), first + "第（一）项</a>"));
  for (const std::string& file : {std::string("policies/example-2026-1.md")}) {
    CHECK(has(pages.at(file), "第十三条第（一）项"));
    CHECK(has(pages.at(file), "第（二）项：" + condition));
    CHECK(has(pages.at(file), "虚构的就高规则（第十三条第（二）项）"));
  }
}

TEST_CASE("an explanation leads to the 项 that it explains") {
  RenderedSite site(kProject);
  model::Records records = site.records();
  add_items(article_13(records).paragraphs.emplace_back());
  model::Interpretation& one = policy_of(records).interpretation.emplace();
  one.scope = model::Explanation{said("虚构的解读"), {"example-2026-1/1/第（二）项"}};
  site.use(std::move(records));
  CHECK(
      has(site.render().at(kPage), "policies/example-2026-1.html#1/_1.2\">第十三条第（二）项</a>"));
}
