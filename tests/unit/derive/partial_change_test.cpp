// SPDX-License-Identifier: Apache-2.0
//
// A later text that says it amends, replaces or repeals some articles of another (修改第二条,
// 废止第二条) says nothing of the others.
#include "derive/dated.h"
#include "derive/status.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace huice;
using namespace huice::test;
using derive::Force;
using Kind = model::RelationKind;

namespace {

model::Policy signed_and_begun(std::string id, std::string_view first, std::string_view last) {
  model::Policy made = policy(std::move(id), first, last);
  made.dates.signed_on = day(first);
  return made;
}

// Two articles with a measure each; the second has two 款, of which its measure is in the first.
model::Policy old_text() {
  model::Policy made = signed_and_begun("old", "2022-01-01", "2030-12-31");
  model::Section& section = made.sections.emplace_back();
  for (const std::string id : {"1", "2"}) {
    model::Article& article = section.articles.emplace_back();
    article.id = id;
    article.measures.emplace_back().id = "m";
  }
  section.articles.back().paragraphs.resize(2);
  section.articles.back().measures.back().provision = "第一款";
  return made;
}

struct Changed {
  derive::Status text;
  derive::Status first;   ///< of the measure of article 1
  derive::Status second;  ///< of that of article 2
};

// The old text on 2024-06-30, where another that holds since 2024-01-01 changes these places of it.
Changed changed(Kind kind, std::vector<std::string> places, bool confirmed = true) {
  model::Policy later = signed_and_begun("new", "2024-01-01", "");
  later.dates.effective->confirmed = confirmed;
  model::Relation& relation = later.relations.emplace_back();
  relation.kind = kind;
  relation.policy = "old";
  relation.articles = std::move(places);
  model::Records records;
  records.policies = {old_text(), later};
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  const model::Date as_of = day("2024-06-30");
  Changed found{derive::status_of(*library.policy("old"), indexes, as_of),
                derive::status_of(library.measure("old/1/m"), indexes, as_of),
                derive::status_of(library.measure("old/2/m"), indexes, as_of)};
  for (derive::Status* one : {&found.text, &found.first, &found.second}) {
    CHECK((one->newer == nullptr || one->newer->id == "new"));
    CHECK((one->successor == nullptr || one->successor->id == "new"));
  }
  return found;
}

}  // namespace

TEST_CASE("an amendment of one article is said of the text and of that article's measures alone") {
  const Changed found = changed(Kind::amends, {"old/2"});
  CHECK(found.text.force == Force::in_force);
  CHECK(found.text.newer != nullptr);
  CHECK(found.first.newer == nullptr);
  CHECK(found.second.newer != nullptr);
  const Changed whole = changed(Kind::amends, {});
  CHECK(whole.first.newer != nullptr);
  CHECK(whole.second.newer != nullptr);
}

TEST_CASE("an amendment of one 款 is said of what is in it, and of what has no 款 on record") {
  CHECK(changed(Kind::amends, {"old/2/第一款"}).second.newer != nullptr);
  CHECK(changed(Kind::amends, {"old/2/第二款"}).second.newer == nullptr);
  CHECK(changed(Kind::amends, {"old/1", "old/2/第二款"}).first.newer != nullptr);
}

TEST_CASE("where one article is replaced or repealed the text and its other articles hold on") {
  for (const auto& [kind, force] : {std::pair{Kind::supersedes, Force::superseded},
                                    std::pair{Kind::repeals, Force::repealed}}) {
    const Changed found = changed(kind, {"old/2"});
    CHECK(found.text.force == Force::in_force);
    CHECK(found.text.newer != nullptr);
    CHECK(found.text.newer_kind == kind);
    CHECK(found.first.force == Force::in_force);
    CHECK(found.first.newer == nullptr);
    CHECK(found.second.force == force);
    CHECK(found.second.day == day("2024-01-01"));
    CHECK(changed(kind, {}).text.force == force);
    CHECK(changed(kind, {}).first.force == force);
  }
}

TEST_CASE("from a day that nobody has confirmed it is open whether the article still holds") {
  const Changed found = changed(Kind::supersedes, {"old/2"}, false);
  CHECK(found.text.force == Force::in_force);
  CHECK(found.first.force == Force::in_force);
  CHECK(found.second.force == Force::unknown_succession);
}
