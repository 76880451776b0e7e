// SPDX-License-Identifier: Apache-2.0
//
// What the page of one text says of itself, and that its places keep apart.
#include "pages/rendered_site.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>

using namespace huice;
using namespace huice::test;

namespace {

constexpr const char* kProject = "tests/sites/small";

/// The ids that are on a page twice, each followed by a blank.
std::string ids_twice(const std::string& html) {
  static const std::regex id(R"( id="([^"]*)\")");
  std::set<std::string> seen;
  std::string twice;
  for (std::sregex_iterator at(html.begin(), html.end(), id), end; at != end; ++at) {
    if (!seen.insert(at->str(1)).second) twice += at->str(1) + " ";
  }
  return twice;
}

/// A text of one chapter, with an article of each id.
model::Policy text_with(const std::vector<std::string>& articles) {
  model::Policy policy;
  policy.id = "new";
  policy.title = "示例办法";
  policy.kind = "办法";
  model::Section section;
  section.id = "1";
  section.label = "第一章";
  section.heading = "总则";
  for (const std::string& id : articles) {
    model::Article article;
    article.id = id;
    article.label = "第" + id + "条";
    article.summary.markdown = "# Main\n\n# part-1\n\n# 申报条件\n\n见[前面](#main)。";
    section.articles.push_back(article);
  }
  policy.sections.push_back(section);
  policy.annexes.emplace_back().title = "表";
  model::Undertaking promise;
  promise.id = "p";
  promise.text = "举办培训";
  policy.undertakings.push_back(promise);
  return policy;
}

/// The pages of the small site with one text more.
std::map<std::string, std::string> pages_with(const std::vector<model::Policy>& more) {
  RenderedSite site(kProject);
  model::Records records = site.records();
  for (const model::Policy& one : more) records.policies.push_back(one);
  site.use(std::move(records));
  return site.render();
}

}  // namespace

TEST_CASE("articles may be called like a page's own places, and no id is on a page twice") {
  const std::vector<std::string> names{"main",   "part-1",     "1",           "annexes",
                                       "h-main", "references", "ways",        "h-part-1",
                                       "p",      "section",    "undertakings"};
  const auto pages = pages_with({text_with(names)});
  for (const auto& page : pages) {
    if (page.first.ends_with(".html")) CHECK_MESSAGE(ids_twice(page.second).empty(), page.first);
  }
  const std::string& own = pages.at("policies/new.html");
  for (const std::string& name : names) CHECK(has(own, " id=\"" + name + "\""));
  CHECK(has(own, "<main id=\"_main\""));
  CHECK(has(own, "href=\"#_part-1\""));
  CHECK(has(own, "id=\"_part-1\""));
  CHECK(ids_twice("<p id=\"a\"></p><p id=\"b\"></p><p id=\"a\"></p>") == "a ");
}

TEST_CASE("the note of a relation is on the pages of both texts") {
  model::Policy later = text_with({"1"});
  later.title = "关于修改《示例办法》的决定";
  for (const auto& [kind, own, other] :
       {std::tuple(model::RelationKind::amends, "修改", "被以下文件修改"),
        std::tuple(model::RelationKind::supersedes, "替代", "被以下文件替代"),
        std::tuple(model::RelationKind::repeals, "废止", "被以下文件废止"),
        std::tuple(model::RelationKind::version_of, "新版本，对应", "本文件的新版本")}) {
    later.relations = {
        {.kind = kind, .policy = "example-2020", .note = "第一条照旧执行", .place = {}}};
    const auto pages = pages_with({later});
    for (const char* ending : {".html", ".md"}) {
      const std::string& newer = pages.at(std::string("policies/new") + ending);
      const std::string& older = pages.at(std::string("policies/example-2020") + ending);
      CHECK(has(newer, own));
      CHECK(has(newer, "第一条照旧执行"));
      CHECK(has(older, other));
      CHECK(has(older, "第一条照旧执行"));
      CHECK(has(older, "《关于修改〈示例办法〉的决定》"));
    }
  }
  // What changes nothing of the other text is not told there.
  later.relations = {{.kind = model::RelationKind::cites,
                      .policy = "example-2020",
                      .note = "见其第一条",
                      .place = {}}};
  CHECK_FALSE(has(pages_with({later}).at("policies/example-2020.html"), "见其第一条"));
}

TEST_CASE("a page says which of its words are official and which are this site's own") {
  const auto said = [](const model::Policy& policy) {
    const auto pages = pages_with({policy});
    static const std::regex box("<p class=\"notice-box\">([^<]*)</p>");
    static const std::regex bold(R"(\n\*\*([^*]*)\*\*\n)");
    std::smatch html;
    std::smatch markdown;
    const std::string& page = pages.at("policies/new.html");
    const std::string& twin = pages.at("policies/new.md");
    REQUIRE(std::regex_search(page, html, box));
    REQUIRE(std::regex_search(twin, markdown, bold));
    CHECK(html.str(1) == markdown.str(1));
    return html.str(1);
  };
  model::Policy policy = text_with({"1"});
  policy.completeness = model::Completeness::whole;
  model::Article& article = policy.sections.front().articles.front();
  article.summary = {};
  CHECK(said(policy) == "以下为本站整理的要点，以原文为准。");
  article.summary.markdown = "要点";
  CHECK(said(policy) == "以下为本站整理的要点，以原文为准。");
  article.text.markdown = "原文";
  CHECK(said(policy) == "以下要点和支持措施等由本站整理；标明“原文”的是文件原文，以原文为准。");
  article.summary = {};
  CHECK(said(policy) == "以下标明“原文”的是文件原文。");
  article.text = {};
  model::Paragraph paragraph;
  paragraph.items.emplace_back();
  paragraph.items.front().label = "（一）";
  paragraph.items.front().text.markdown = "原文";
  article.paragraphs = {paragraph};
  CHECK(said(policy) == "以下标明“原文”的是文件原文。");
  model::Target target;
  target.id = "t";
  target.label = "企业数";
  target.value = *model::Goal::parse("5家");
  article.targets = {target};
  CHECK(said(policy) ==
        "以下标明“原文”的是文件原文；支持措施、目标和工作承诺由本站整理，以原文为准。");
  article.paragraphs.front().items.front().summary.markdown = "要点";
  CHECK(said(policy) == "以下要点和支持措施等由本站整理；标明“原文”的是文件原文，以原文为准。");
}
