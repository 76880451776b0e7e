// SPDX-License-Identifier: Apache-2.0
//
// Answers that no id of a page's own records could name: which text comes after, that there is none
// of a kind, which of several comes first. And how few pages one changed sum touches.
#include "pages/asked_pages.h"
#include "pages/facts.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace huice;
using namespace huice::test;

namespace {

model::Date day(const char* text) {
  return *model::Date::parse(text);
}

model::Measure one_sum(const std::string& sum) {
  model::AmountComponent amount;
  amount.basis = model::Basis::fixed;
  amount.per = model::Per::once;
  amount.value = *model::Money::parse(sum);
  model::Measure measure;
  measure.id = "reward";
  measure.title = "奖励";
  measure.amounts = {amount};
  return measure;
}

// In force, with one article that names one unit and offers one sum on one topic.
model::Policy policy(const std::string& id, const std::string& unit, const std::string& topic) {
  model::Article article;
  article.id = "1";
  article.label = "一、";
  article.heading = "支持企业";
  article.units = {unit};
  article.topics = {topic};
  article.measures = {one_sum("10万元")};
  model::Policy made;
  made.id = id;
  made.kind = "意见";
  made.title = "关于" + id + "的意见";
  made.region = "r";
  made.dates.signed_on = day("2024-01-02");
  made.dates.effective = model::Commencement{"", {}, {}, day("2024-02-01"), true};
  made.dates.expires_on = day("2029-12-31");
  made.sections.push_back(model::Section{"s", "", "", {article}});
  return made;
}

// A region with as many policies p0, p1 …, which take turns at units u0 … and topics t0 ….
model::Records region_of(std::size_t policies, std::size_t units, std::size_t topics) {
  model::Records records;
  records.site.name = "示例";
  records.site.region = "r";
  records.regions.push_back({"r", "示例市", "", "地级市", {}});
  const auto name = [](const char* letter, std::size_t i) { return letter + std::to_string(i); };
  for (std::size_t i = 0; i < units; ++i) {
    model::Organization& unit = records.organizations.emplace_back();
    unit.id = name("u", i);
    unit.name = "单位" + std::to_string(i);
    unit.region = "r";
  }
  for (std::size_t i = 0; i < topics; ++i) {
    records.topics.push_back({name("t", i), "主题" + std::to_string(i), "", {}});
  }
  for (std::size_t i = 0; i < policies; ++i) {
    records.policies.push_back(policy(name("p", i), name("u", i % units), name("t", i % topics)));
  }
  return records;
}

// huice's own look over records made here.
class MadeSite {
 public:
  AskedPages ask(const model::Records& records) {
    site_.use(records);
    return site_.ask();
  }

  std::set<std::string> readers_of(const std::string& id, const model::Records& records) {
    site_.use(records);
    const std::vector<pages::Page> pages = site_.pages();
    Diagnostics problems;
    std::set<std::string> paths;
    for (const pages::Page* page : pages::readers_of(id, pages, problems)) {
      paths.insert(page->path);
    }
    for (const Diagnostic& one : problems.sorted())
      FAIL_CHECK(format_diagnostic(one, Language::en));
    return paths;
  }

 private:
  RenderedSite site_{"tests/sites/small"};
};

bool holds(const std::set<std::string>& paths, const std::vector<std::string>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&paths](const std::string& path) { return paths.contains(path); });
}

model::Dashboard dashboard(const std::string& id) {
  model::Dashboard made;
  made.id = id;
  made.title = "看板" + id;
  made.region = "r";
  made.provenance.audience = model::Audience::public_;
  return made;
}

model::Proposal answered(const std::string& id) {
  model::Proposal made;
  made.id = id;
  made.title = "提案";
  made.number = "1";
  made.reply.emplace();
  made.reply->title = "答复";
  made.reply->issuer = "u0";
  return made;
}

}  // namespace

TEST_CASE("a text that replaces another one is named by each page that prints the other's status") {
  model::Records records = region_of(2, 2, 2);
  MadeSite site;
  const AskedPages before = site.ask(records);
  CHECK_FALSE(site.readers_of("p1", records).contains("topics/t0.html"));
  records.policies[1].relations.push_back({model::RelationKind::supersedes, "p0", "", {}});
  const Difference difference = compare(before, site.ask(records));
  CHECK_MESSAGE(difference.unexplained().empty(), joined(difference.unexplained()));
  CHECK(holds(difference.bytes, {"policies/p0.html", "topics/t0.html", "units/u0.html"}));
  CHECK(holds(site.readers_of("p1", records),
              {"policies/p0.html", "policies/p0.md", "topics/t0.html", "units/u0.html"}));
}

TEST_CASE("the first record of a kind changes an answer of every page that has the navigation") {
  model::Records with = region_of(1, 1, 1);
  const model::Records without = with;
  SUBCASE("a ladder") {
    model::Ladder& ladder = with.ladders.emplace_back();
    ladder.id = "l";
    ladder.title = "阶梯";
  }
  SUBCASE("a booklet") {
    model::Booklet& booklet = with.booklets.emplace_back();
    booklet.id = "b";
    booklet.title = "手册";
  }
  SUBCASE("a dashboard") {
    with.dashboards.push_back(dashboard("d"));
  }
  SUBCASE("a reply") {
    with.proposals.push_back(answered("q"));
  }
  MadeSite site;
  const AskedPages before = site.ask(without);
  const Difference difference = compare(before, site.ask(with));
  CHECK_MESSAGE(difference.unexplained().empty(), joined(difference.unexplained()));
  std::size_t pages = 0;
  for (const auto& page : before) {
    if (!page.first.ends_with(".html")) continue;
    ++pages;
    CHECK_MESSAGE(difference.answers.contains(page.first), page.first);
  }
  CHECK(pages == 7);
}

TEST_CASE("a dashboard that comes before another one changes the answer of pages that link there") {
  model::Records records = region_of(2, 1, 1);
  records.indicators.emplace_back().id = "count";
  records.indicators.back().name = "企业数";
  model::Observation& one = records.observations.emplace_back();
  one.indicator = "count";
  one.region = "r";
  one.period = *model::Period::parse("2024");
  one.value = *model::Decimal::parse("58");
  one.unit = "家";
  records.policies[0].summary.markdown = "现有{{ fact('count@r/2024') }}。";
  records.dashboards.push_back(dashboard("m"));
  MadeSite site;
  const AskedPages before = site.ask(records);
  records.dashboards.insert(records.dashboards.begin(), dashboard("b"));
  const AskedPages after = site.ask(records);
  const Difference difference = compare(before, after);
  CHECK_MESSAGE(difference.unexplained().empty(), joined(difference.unexplained()));
  CHECK(after.at("policies/p0.html").bytes.find("dashboards/b/") != std::string::npos);
  CHECK(difference.answers.contains("policies/p0.html"));
  CHECK_FALSE(difference.answers.contains("policies/p1.html"));
}

TEST_CASE("a changed sum among 1,000 policies changes answers of hardly more pages than bytes") {
  model::Records records = region_of(1000, 50, 50);
  MadeSite site;
  const AskedPages before = site.ask(records);
  CHECK(before.size() > 2000);
  records.policies[7].sections[0].articles[0].measures[0] = one_sum("11万元");
  const Difference difference = compare(before, site.ask(records));
  CHECK_MESSAGE(difference.unexplained().empty(), joined(difference.unexplained()));
  CHECK(holds(difference.bytes, {"policies/p7.html", "policies/p7.md", "topics/t7.html"}));
  CHECK(difference.answers.size() <= 2 * difference.bytes.size());
}

TEST_CASE("answers differ in their content, not in how it is split") {
  const auto hash = [](const std::vector<std::string>& texts) {
    view::AnswerDigest answer;
    for (const std::string& text : texts) answer.add_text(text);
    return answer.hash();
  };
  CHECK(hash({"ab", "c"}) == hash({"ab", "c"}));
  CHECK(hash({"ab", "c"}) != hash({"a", "bc"}));
  CHECK(hash({}) != hash({""}));
  const auto of = [](const tmpl::Value& value) { return view::AnswerDigest(value).hash(); };
  CHECK(of(nullptr) != of({}));
  CHECK(of(1) != of("1"));
  CHECK(of(tmpl::Value(tmpl::ListValue({1, 2}))) != of(tmpl::Value(tmpl::ListValue({2, 1}))));
  CHECK(of(tmpl::Value(tmpl::ListValue())) != of(nullptr));
}
