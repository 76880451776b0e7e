// SPDX-License-Identifier: Apache-2.0
#include "derive/indexes.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace huice;

namespace {

model::Date day(std::string_view text) {
  return *model::Date::parse(text);
}

void add_figure(model::Library& library, std::string_view period, std::string_view value,
                std::string_view region = "ordos") {
  model::Observation& made = library.observations.emplace_back();
  made.indicator = "rd";
  made.region = region;
  made.period = *model::Period::parse(period);
  made.value = *model::Decimal::parse(value);
}

// Two articles: 1 names kjj and czj, 2 names czj, who leads it.
model::Library with_articles() {
  model::Library library;
  model::Policy& policy = library.policies.emplace_back();
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
  library.organizations.resize(2);
  library.index();
  return library;
}

// The value of what is reported for target p/1/t.
std::string reported_on(const model::Library& library, std::string_view as_of) {
  const auto* found = derive::reported(library.target("p/1/t"), library, day(as_of));
  return found == nullptr ? "" : found->value.text();
}

}  // namespace

TEST_CASE("a unit's duties follow the texts: where it is named, named first, or leads") {
  const model::Library library = with_articles();
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
  const model::Library library = with_articles();
  const derive::Indexes indexes(library);
  REQUIRE(indexes.measures("rd").size() == 1);
  CHECK(indexes.measures("rd").front().measure->id == "a");
  REQUIRE(indexes.measures("talent").size() == 1);
  CHECK(indexes.measures("talent").front().measure->id == "b");
  CHECK(indexes.measures("none").empty());
}

TEST_CASE("what is counted is what is recorded, and reference records are no policies") {
  model::Library library = with_articles();
  model::Policy named;
  named.id = "named";
  named.completeness = model::Completeness::reference;
  library.policies.push_back(named);
  library.proposals.emplace_back().reply.emplace().undertakings.resize(2);
  add_figure(library, "2024", "1");
  library.index();
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
  model::Library library;
  library.dashboards.resize(2);
  library.dashboards[0].id = "a";
  library.dashboards[0].region = "ordos";
  library.dashboards[1].id = "b";
  library.dashboards[1].region = "neimenggu";
  library.dashboards[1].regions = {"ordos", "hohhot"};
  library.index();
  const derive::Indexes indexes(library);
  CHECK(indexes.dashboard_of("ordos")->id == "a");
  CHECK(indexes.dashboard_of("hohhot")->id == "b");
  CHECK(indexes.dashboard_of("neimenggu") == nullptr);
  CHECK(derive::regions_of(library.dashboards[1]).size() == 2);
}

TEST_CASE("the policy that supersedes another is its successor, one that cites it is not") {
  model::Library library;
  for (const std::string_view id : {"old", "new", "later"}) {
    library.policies.emplace_back().id = id;
  }
  model::Relation relation;
  relation.policy = "old";
  relation.kind = model::RelationKind::cites;
  library.policies[2].relations.push_back(relation);
  relation.kind = model::RelationKind::supersedes;
  library.policies[1].relations.push_back(relation);
  library.index();
  const derive::Indexes indexes(library);
  CHECK(indexes.successor("old") == library.policy("new"));
  CHECK(indexes.successor("new") == nullptr);
}

TEST_CASE("for a target the newest figure of its indicator and region is reported") {
  model::Library library = with_articles();
  add_figure(library, "2022", "1");
  add_figure(library, "2023", "2");
  add_figure(library, "2024", "3");
  add_figure(library, "2025", "4", "hohhot");
  library.index();
  CHECK(reported_on(library, "2025-06-30") == "3");
  CHECK(reported_on(library, "2024-12-31") == "3");
  CHECK(reported_on(library, "2024-12-30") == "2");
  CHECK(reported_on(library, "2021-12-31").empty());
}

TEST_CASE("a figure without a period is never reported for a target") {
  model::Library library = with_articles();
  add_figure(library, "unstated", "9");
  library.index();
  CHECK(reported_on(library, "2025-06-30").empty());
  add_figure(library, "to@2025-03-01", "3");
  library.index();
  CHECK(reported_on(library, "2025-06-30") == "3");
}

TEST_CASE("a target of another region is set against that region's figures") {
  model::Library library = with_articles();
  add_figure(library, "2024", "3");
  add_figure(library, "2024", "4", "hohhot");
  for (model::Policy& policy : library.policies) {
    policy.sections.front().articles.front().targets.front().region = "hohhot";
  }
  library.index();
  CHECK(reported_on(library, "2025-06-30") == "4");
}
