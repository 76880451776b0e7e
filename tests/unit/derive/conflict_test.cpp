// SPDX-License-Identifier: Apache-2.0
#include "derive/dated.h"
#include "derive/status.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

using namespace huice;
using namespace huice::test;
using derive::Force;

namespace {

model::MeasureRef measure_in(const model::Policy& policy) {
  const model::Section& section = policy.sections.front();
  const model::Article& article = section.articles.front();
  return {{&policy, &section, &article}, &article.measures.front()};
}

// Policy `id` with the measure `id`/1/m, which says otherwise than `conflict`.
model::Policy with_measure(const std::string& id, const std::string& conflict) {
  model::Policy made = policy(id, "2022-01-01", "2030-12-31");
  model::Measure measure;
  measure.id = "m";
  if (!conflict.empty()) measure.conflicts = {conflict};
  model::Article article;
  article.id = "1";
  article.measures.push_back(std::move(measure));
  model::Section section;
  section.id = "1";
  section.articles.push_back(std::move(article));
  made.sections.push_back(std::move(section));
  return made;
}

model::Ruling ruling(const std::string& sets_aside, std::string_view on) {
  model::Ruling made;
  made.by = "B";
  made.says = "S";
  made.sets_aside = {sets_aside};
  if (!on.empty()) made.on = day(on);
  return made;
}

}  // namespace

TEST_CASE("a conflict that one text records is open for both, until one of them ends") {
  model::Records records;
  records.policies.push_back(with_measure("a", "b/1/m"));
  records.policies.push_back(with_measure("b", ""));
  records.policies.back().dates.expires_on = day("2024-12-31");
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  for (const model::Policy& one : library.policies()) {
    CAPTURE(one.id);
    const model::MeasureRef measure = measure_in(one);
    CHECK(derive::open_conflicts(measure, indexes, day("2024-12-31")).size() == 1);
    CHECK(derive::open_conflicts(measure, indexes, day("2025-01-01")).empty());
    CHECK(derive::open_conflicts(measure, indexes, day("2021-12-31")).empty());
  }
}

TEST_CASE("a ruling ends the measure it sets aside from its day on, and with it the conflict") {
  model::Records records;
  records.policies.push_back(with_measure("a", "b/1/m"));
  records.policies.push_back(with_measure("b", ""));
  records.policies.back().rulings = {ruling("a/1/m", "2024-06-01"), ruling("a/1/m", "2024-03-01")};
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  const model::MeasureRef older = measure_in(library.policies()[0]);
  const model::MeasureRef newer = measure_in(library.policies()[1]);
  CHECK(derive::status_of(older, indexes, day("2024-02-29")).force == Force::in_force);
  const derive::Status status = derive::status_of(older, indexes, day("2024-03-01"));
  CHECK(status.force == Force::set_aside);
  REQUIRE(status.ruling != nullptr);
  CHECK(status.day == day("2024-03-01"));
  CHECK(derive::status_of(newer, indexes, day("2024-03-01")).force == Force::in_force);
  CHECK(derive::open_conflicts(newer, indexes, day("2024-03-01")).empty());
  CHECK(derive::open_conflicts(newer, indexes, day("2024-02-29")).size() == 1);
}

TEST_CASE("a measure whose time is over is over, whatever a ruling says of it") {
  model::Records records;
  records.policies.push_back(with_measure("a", ""));
  records.policies.back().rulings = {ruling("a/1/m", "")};
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  const model::MeasureRef measure = measure_in(library.policies().front());
  CHECK(derive::status_of(measure, indexes, day("2022-01-01")).force == Force::set_aside);
  CHECK(derive::status_of(measure, indexes, day("2031-01-01")).force == Force::expired);
}

namespace {

// Texts of two regions whose measures say otherwise of the same, the first signed before the
// second.
model::Records two_regions() {
  model::Records records;
  records.policies.push_back(with_measure("a", "b/1/m"));
  records.policies.push_back(with_measure("b", ""));
  records.policies[0].region = "city";
  records.policies[0].dates.signed_on = day("2021-12-01");
  records.policies[1].region = "province";
  records.policies[1].dates.signed_on = day("2023-05-01");
  records.policies[1].dates.effective->date = day("2023-06-01");
  return records;
}

model::Precedence clause(model::PrecedenceRule rule, std::string region, model::TextsSigned texts) {
  model::Precedence made;
  made.rule = rule;
  made.regions = {std::move(region)};
  made.texts = texts;
  made.wording = "W";
  return made;
}

// The first measure's status on a day after both texts have begun.
derive::Status status_between(model::Records records, std::string_view on = "2024-01-01") {
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  derive::Status status =
      derive::status_of(measure_in(library.policies().front()), indexes, day(on));
  const auto other = derive::status_of(measure_in(library.policies().back()), indexes, day(on));
  CHECK(other.force != Force::set_aside);
  // The pointers are the library's, which ends here.
  const bool is_second = status.successor == &library.policies().back();
  CHECK(is_second == (status.force == Force::set_aside));
  const bool is_open =
      !derive::open_conflicts(measure_in(library.policies().back()), indexes, day(on)).empty();
  CHECK(is_open == (status.force != Force::set_aside && status.force != Force::not_yet));
  return status;
}

}  // namespace

TEST_CASE("a measure gives way to another text's by a clause of either, once that text holds") {
  using enum model::PrecedenceRule;
  using enum model::TextsSigned;
  model::Records records = two_regions();
  records.policies[0].precedence = {clause(yields, "province", later)};
  CHECK(status_between(records).force == Force::set_aside);
  CHECK(status_between(records, "2023-06-01").force == Force::set_aside);
  CHECK(status_between(records).day == day("2023-06-01"));
  records = two_regions();
  records.policies[1].precedence = {clause(prevails, "city", earlier)};
  CHECK(status_between(records).force == Force::set_aside);
}

TEST_CASE("a measure that is younger than what it gives way to does so from its own first day") {
  model::Records records = two_regions();
  records.policies[0].precedence = {
      clause(model::PrecedenceRule::yields, "province", model::TextsSigned::whenever)};
  records.policies[0].dates.effective->date = day("2023-09-01");
  CHECK(status_between(records).day == day("2023-09-01"));
  records.policies[0].dates.effective->confirmed = false;
  records.policies[0].dates.signed_on = day("2023-08-15");
  CHECK(status_between(records).day == day("2023-08-15"));
}

TEST_CASE(
    "a clause of other regions' texts, of older ones, or beside a contrary one says nothing") {
  using enum model::PrecedenceRule;
  using enum model::TextsSigned;
  model::Records records = two_regions();
  records.policies[0].precedence = {clause(yields, "country", later)};
  CHECK(status_between(records).force == Force::in_force);
  records.policies[0].precedence = {clause(yields, "province", earlier)};
  CHECK(status_between(records).force == Force::in_force);
  records.policies[0].precedence = {clause(yields, "province", whenever)};
  records.policies[1].precedence = {clause(yields, "city", whenever)};
  CHECK(status_between(records).force == Force::in_force);
  records.policies[1].precedence.clear();
  records.policies[1].dates.signed_on.reset();
  records.policies[0].precedence = {clause(yields, "province", later)};
  CHECK(status_between(records).force == Force::in_force);
}
