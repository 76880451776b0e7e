// SPDX-License-Identifier: Apache-2.0
//
// What the page of an older text says of the later one that changes it, and from which day.
#include "model/walk.h"
#include "pages/rendered_site.h"
#include "support/count_of.h"
#include "view/wording.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace huice;
using namespace huice::test;

namespace {

constexpr const char* kOld = "example-2020";

std::string until_first(std::string_view text, std::string_view end) {
  return std::string(text.substr(0, text.find(end)));
}

// The small site on a day after its newer text began, which relates to the older one so.
struct Changed {
  RenderedSite site{"tests/sites/small", "2026-03-05"};
  model::Records records = site.records();
  model::Policy& newer = *std::find_if(records.policies.begin(), records.policies.end(),
                                       [](const auto& one) { return one.id == "example-2026-1"; });

  model::Relation& relation() {
    for (model::Relation& one : newer.relations) {
      if (one.policy == kOld) return one;
    }
    FAIL("the newer text relates to the older one");
    return newer.relations.front();
  }

  // The older text's page, in HTML and in Markdown.
  std::vector<std::string> old_pages() {
    site.use(records);
    const auto pages = site.render();
    return {pages.at("policies/example-2020.html"), pages.at("policies/example-2020.md")};
  }

  // On both pages the words stand of the text and of each of its measures.
  void check_everywhere(std::string_view before, std::string_view after) {
    std::size_t measures = 0;
    const std::string name = view::policy_name(newer, site.words());
    const std::vector<std::string> pages = old_pages();
    model::each_measure(*site.library().policy(kOld),
                        [&measures](const model::MeasureRef&) { ++measures; });
    CHECK(measures > 1);
    for (const std::string& page : pages) {
      const std::string words = std::string(before) + name + std::string(after);
      CHECK_MESSAGE(count_of(page, words) == measures + 1, page);
    }
  }
};

}  // namespace

TEST_CASE("the page of an older text and each of its measures say from which day it is changed") {
  using Kind = model::RelationKind;
  Changed changed;
  changed.relation().kind = Kind::amends;
  changed.check_everywhere("自2026年2月5日起由", "修改，以修改后的规定为准");
  changed.relation().kind = Kind::version_of;
  changed.check_everywhere("自2026年2月5日起另有新版本", "，是否替代本文件未载明");
  changed.relation().kind = Kind::supersedes;
  changed.check_everywhere("自2026年2月5日起由", "替代");
  changed.relation().kind = Kind::repeals;
  changed.check_everywhere("自2026年2月5日起由", "废止");
}

TEST_CASE("where nobody has confirmed since when a text is changed, its page names no day") {
  using Kind = model::RelationKind;
  Changed changed;
  changed.newer.dates.effective->confirmed = false;
  changed.relation().kind = Kind::amends;
  changed.check_everywhere("由", "修改，起始日期待核");
  for (const std::string& page : changed.old_pages()) {
    CHECK_MESSAGE(!has(page, "2月5日"), page);
    CHECK_MESSAGE(!has(page, "以修改后的规定为准"), page);
  }
  changed.relation().kind = Kind::version_of;
  changed.check_everywhere("另有新版本", "，是否替代本文件未载明");
  for (const std::string& page : changed.old_pages()) CHECK_MESSAGE(!has(page, "2月5日"), page);
  changed.relation().kind = Kind::supersedes;
  changed.check_everywhere("由", "替代，起始日期待核");
}

TEST_CASE("of a text whose articles are replaced in part, its page says since when") {
  Changed changed;
  changed.relation().kind = model::RelationKind::supersedes;
  changed.relation().articles = {"example-2020/1"};
  for (const std::string& page : changed.old_pages()) {
    CHECK_MESSAGE(count_of(page, "部分条款自2026年2月5日起由《") == 1, page);
    CHECK_MESSAGE(has(until_first(page, "支持平台建设"), "部分条款自2026年2月5日起由《"), page);
  }
  changed.newer.dates.effective->confirmed = false;
  for (const std::string& page : changed.old_pages()) {
    CHECK_MESSAGE(count_of(page, "部分条款由《") == 1, page);
    CHECK_MESSAGE(has(page, "替代或废止，起始日期待核"), page);
  }
}

TEST_CASE("an article that is replaced alone says so, and so do its promises wherever they are") {
  Changed changed;
  changed.relation().kind = model::RelationKind::supersedes;
  changed.relation().articles = {"example-2020/1"};
  const auto old = std::find_if(changed.records.policies.begin(), changed.records.policies.end(),
                                [](const auto& one) { return one.id == kOld; });
  REQUIRE(old != changed.records.policies.end());
  const std::string unit = changed.records.organizations.front().id;
  model::Article more = old->sections.back().articles.back();
  more.id = "other";
  more.label = "其他";
  old->sections.back().articles.push_back(more);
  std::vector<model::Article*> articles;
  for (model::Section& section : old->sections) {
    for (model::Article& article : section.articles) articles.push_back(&article);
  }
  for (model::Article* article : articles) {
    model::Undertaking promise;
    promise.id = "promise";
    promise.text = "每年评估一次" + article->id;
    promise.units = {unit};
    article->undertakings.push_back(promise);
  }
  const std::string first = articles.front()->undertakings.back().text;
  const std::string second = articles.back()->undertakings.back().text;
  changed.site.use(changed.records);
  const auto pages = changed.site.render();
  constexpr const char* kReplaced = "自2026年2月5日起由《";
  for (const std::string ending : {".html", ".md"}) {
    const std::string& page = pages.at("units/" + unit + ending);
    const auto said_of = [&page](const std::string& promise) {
      const std::size_t begin = page.find(promise);
      REQUIRE(begin != std::string::npos);
      return page.substr(begin, page.find('\n', page.find('\n', begin) + 1) - begin);
    };
    CHECK_MESSAGE(has(said_of(first), kReplaced), page);
    CHECK_MESSAGE(!has(said_of(second), kReplaced), page);
    const std::string& own = pages.at("policies/example-2020" + ending);
    // The text's own “in part”, the article, and each of its measures.
    CHECK_MESSAGE(count_of(own, kReplaced) == 2 + articles.front()->measures.size(), own);
  }
}
