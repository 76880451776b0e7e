// SPDX-License-Identifier: Apache-2.0
#include "derive/indexes.h"

#include "derive/dated.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

using namespace huice;
using namespace huice::test;

namespace {

void add_figure(model::Records& records, std::string_view period, std::string_view value,
                std::string_view region = "ordos") {
  model::Observation& made = records.observations.emplace_back();
  made.indicator = "rd";
  made.region = region;
  made.period = *model::Period::parse(period);
  made.value = *model::Decimal::parse(value);
}

// Two articles: 1 names kjj and czj, 2 names czj, who leads it.
model::Records with_articles() {
  model::Records records;
  model::Policy& policy = records.policies.emplace_back();
  policy.id = "p";
  policy.region = "ordos";
  auto& articles = policy.sections.emplace_back().articles;
  articles.resize(2);
  articles[0].id = "1";
  articles[0].units = {"kjj", "czj"};
  articles[0].topics = {"rd"};
  articles[0].measures.resize(2);
  articles[0].measures[0].id = "a";
  articles[0].measures[1].id = "b";
  articles[0].measures[1].topics = {"talent"};
  articles[0].targets.emplace_back().id = "t";
  articles[0].targets.front().indicator = "rd";
  articles[1].id = "2";
  articles[1].units = {"czj"};
  articles[1].lead = "czj";
  articles[1].undertakings.resize(3);
  records.organizations.resize(2);
  return records;
}

// The value of what is reported for target p/1/t.
std::string reported_on(const model::Library& library, std::string_view as_of) {
  const auto* found = derive::reported(library.target("p/1/t"), library, day(as_of));
  return found == nullptr ? "" : found->value.text();
}

}  // namespace

TEST_CASE("a unit's duties are where a text names it, names it first, or has it lead") {
  const model::Library library(with_articles());
  const derive::Indexes indexes(library);
  REQUIRE(indexes.duties("czj").size() == 2);
  CHECK(indexes.duties("czj")[0].in.article->id == "1");
  CHECK(!indexes.duties("czj")[0].first);
  CHECK(!indexes.duties("czj")[0].lead);
  CHECK(indexes.duties("czj")[1].first);
  CHECK(indexes.duties("czj")[1].lead);
  CHECK(indexes.duties("kjj").front().first);
  CHECK(!indexes.duties("kjj").front().lead);
  CHECK(indexes.duties("nobody").empty());
}

TEST_CASE("a measure is found under its own topics, or under its article's where it names none") {
  const model::Library library(with_articles());
  const derive::Indexes indexes(library);
  REQUIRE(indexes.measures("rd").size() == 1);
  CHECK(indexes.measures("rd").front().measure->id == "a");
  REQUIRE(indexes.measures("talent").size() == 1);
  CHECK(indexes.measures("talent").front().measure->id == "b");
  CHECK(indexes.measures("none").empty());
}

TEST_CASE("all records are counted but policies that are only references") {
  model::Records records = with_articles();
  model::Policy named;
  named.id = "named";
  named.completeness = model::Completeness::reference;
  records.policies.push_back(named);
  records.proposals.emplace_back().reply.emplace().undertakings.resize(2);
  add_figure(records, "2024", "1");
  const model::Library library(std::move(records));
  const derive::Counts counts = derive::Indexes(library).counts();
  CHECK(counts.policies == 1);
  CHECK(counts.articles == 2);
  CHECK(counts.measures == 2);
  CHECK(counts.targets == 1);
  CHECK(counts.undertakings == 5);
  CHECK(counts.units == 2);
  CHECK(counts.observations == 1);
}

TEST_CASE("a region's dashboard is the first that lists it, its own region where it names none") {
  model::Records records;
  records.dashboards.resize(2);
  records.dashboards[0].id = "a";
  records.dashboards[0].region = "ordos";
  records.dashboards[1].id = "b";
  records.dashboards[1].region = "neimenggu";
  records.dashboards[1].regions = {"ordos", "hohhot"};
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  CHECK(indexes.dashboard_of("ordos")->id == "a");
  CHECK(indexes.dashboard_of("hohhot")->id == "b");
  CHECK(indexes.dashboard_of("neimenggu") == nullptr);
  CHECK(derive::regions_of(library.dashboards()[1]).size() == 2);
}

TEST_CASE("the policy that supersedes another is its successor, one that cites it is not") {
  model::Records records;
  for (const std::string_view id : {"old", "new", "later"}) {
    records.policies.emplace_back().id = id;
  }
  model::Relation relation;
  relation.policy = "old";
  relation.kind = model::RelationKind::cites;
  records.policies[2].relations.push_back(relation);
  relation.kind = model::RelationKind::supersedes;
  records.policies[1].relations.push_back(relation);
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  CHECK(indexes.successors("old") == std::vector{library.policy("new")});
  CHECK(indexes.successors("new").empty());
}

TEST_CASE("for a target the newest figure of its indicator and region is reported") {
  model::Records records = with_articles();
  add_figure(records, "2022", "1");
  add_figure(records, "2023", "2");
  add_figure(records, "2024", "3");
  add_figure(records, "2025", "4", "hohhot");
  const model::Library library(std::move(records));
  CHECK(reported_on(library, "2025-06-30") == "3");
  CHECK(reported_on(library, "2024-12-31") == "3");
  CHECK(reported_on(library, "2024-12-30") == "2");
  CHECK(reported_on(library, "2021-12-31").empty());
}

TEST_CASE("a figure without a period is never reported for a target") {
  model::Records records = with_articles();
  add_figure(records, "unstated", "9");
  CHECK(reported_on(model::Library(records), "2025-06-30").empty());
  add_figure(records, "to@2025-03-01", "3");
  CHECK(reported_on(model::Library(records), "2025-06-30") == "3");
}

TEST_CASE("a target of another region is compared with that region's figures") {
  model::Records records = with_articles();
  add_figure(records, "2024", "3");
  add_figure(records, "2024", "4", "hohhot");
  for (model::Policy& policy : records.policies) {
    policy.sections.front().articles.front().targets.front().region = "hohhot";
  }
  const model::Library library(std::move(records));
  CHECK(reported_on(library, "2025-06-30") == "4");
}
