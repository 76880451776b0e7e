// SPDX-License-Identifier: Apache-2.0
#include "model/library.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace huice::model;

namespace {

template <class List>
std::vector<std::string> ids(const List& records) {
  std::vector<std::string> out;
  for (const auto& record : records) out.push_back(record.id);
  return out;
}
using Ids = std::vector<std::string>;

Policy policy(std::string id, std::uint32_t file, std::string title = {}) {
  Policy made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.provenance.place.file = file;
  return made;
}

Observation observed(std::string indicator, std::string region, std::string_view period,
                     std::string variant = {}) {
  Observation made;
  made.indicator = std::move(indicator);
  made.region = std::move(region);
  made.period = *Period::parse(period);
  made.variant = std::move(variant);
  return made;
}

// Policies a, b and c in files 1, 2 and 3.
Library three() {
  Records records;
  records.files = {"", "a.json", "b.json", "c.json"};
  records.policies = {policy("a", 1), policy("b", 2), policy("c", 3)};
  return Library(std::move(records));
}

}  // namespace

TEST_CASE("lists are in the order of their ids, topics in that of their files") {
  Records records;
  records.policies = {policy("b", 1), policy("a", 2)};
  records.topics.resize(2);
  records.topics[0].id = "z";
  records.topics[1].id = "y";
  const Library library(std::move(records));
  CHECK(ids(library.policies()) == Ids{"a", "b"});
  CHECK(ids(library.topics()) == Ids{"z", "y"});
  CHECK(library.topic("y") == &library.topics()[1]);
}

TEST_CASE("an article, a measure and a target are found by their whole path alone") {
  Records records;
  records.policies = {policy("p", 1)};
  auto& sections = records.policies.front().sections;
  sections.resize(2);
  sections[0].articles.emplace_back().id = "1";
  Article& article = sections[1].articles.emplace_back();
  article.id = "2.3";
  article.measures.emplace_back().id = "m";
  article.targets.emplace_back().id = "t";
  const Library library(std::move(records));
  const Article* second = &library.policy("p")->sections[1].articles[0];
  CHECK(library.article("p/2.3").article == second);
  CHECK(library.article("p/2.3").section == &library.policy("p")->sections[1]);
  CHECK(library.measure("p/2.3/m").measure == &second->measures[0]);
  CHECK(library.measure("p/2.3/m").in.article == second);
  CHECK(library.target("p/2.3/t").target == &second->targets[0]);
  for (const char* id : {"p", "p/", "p/3", "q/1", "p/2.3/m", "", "/"}) {
    CAPTURE(id);
    CHECK(library.article(id).article == nullptr);
  }
  for (const char* id : {"p/2.3", "p/2.3/t", "p/2.3/m/m", "p/1/m", "m", "p//m"}) {
    CAPTURE(id);
    CHECK(library.measure(id).measure == nullptr);
  }
  CHECK(library.target("p/2.3/m").target == nullptr);
}

TEST_CASE("an observation is found by its whole fact id") {
  Records records;
  records.observations = {observed("rd", "ordos", "2024"), observed("rd", "ordos", "2024", "press"),
                          observed("rd", "ordos", "to@2024-10-01")};
  const Library library(std::move(records));
  for (const Observation& one : library.observations()) {
    CHECK(library.observation(one.fact_id()) == &one);
  }
  for (const char* id : {"rd@ordos", "rd@ordos/2023", "rd@ordos/2024#", "rd@ordos/2024#other",
                         "rd@hohhot/2024", "", "rd@ordos/2024/2024"}) {
    CAPTURE(id);
    CHECK(library.observation(id) == nullptr);
  }
}

TEST_CASE("a series is one indicator in one region, by the periods") {
  Records records;
  records.observations = {observed("a", "city", "2024"), observed("a", "city", "2022"),
                          observed("a", "town", "2025"), observed("b", "city", "unstated")};
  const Library library(std::move(records));
  const auto periods = [&](const char* indicator, const char* region) {
    std::string text;
    for (const Observation& one : library.series(indicator, region)) {
      text += one.period.text() + " ";
    }
    return text;
  };
  CHECK(periods("a", "city") == "2022 2024 ");
  CHECK(periods("a", "town") == "2025 ");
  CHECK(periods("b", "city") == "unstated ");
  CHECK(periods("b", "town").empty());
  CHECK(periods("c", "city").empty());
}

TEST_CASE("a copy of a library is the same records") {
  const Library library = three();
  const Library copy = library;
  CHECK(copy.policy("b") == library.policy("b"));
  CHECK(&copy.policies() == &library.policies());
}

TEST_CASE("a library joined of parts shares the records of each, in the order of their ids") {
  const Library before = three();
  Records fresh;
  fresh.site.name = "another";
  fresh.policies = {policy("bb", 4), policy("0", 4)};
  SharedRecords all = before.records();
  append(all, share(std::move(fresh)));
  const Library after(std::move(all));
  CHECK(ids(after.policies()) == Ids{"0", "a", "b", "bb", "c"});
  CHECK(after.policy("a") == before.policy("a"));
  CHECK(ids(before.policies()) == Ids{"a", "b", "c"});
  CHECK(&after.site() == &before.site());
  CHECK(after.files() == before.files());
}

TEST_CASE("a list of records is read like a vector: by index, backwards, sorted through") {
  const Library library = three();
  const auto& all = library.policies();
  CHECK(all.front().id == "a");
  CHECK(all.back().id == "c");
  CHECK(all.end() - all.begin() == 3);
  CHECK(all.begin()[2].id == "c");
  CHECK((--all.end())->id == "c");
  const auto found =
      std::lower_bound(all.begin(), all.end(), "b",
                       [](const Policy& one, std::string_view id) { return one.id < id; });
  CHECK(found == all.begin() + 1);
}
