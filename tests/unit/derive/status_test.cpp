// SPDX-License-Identifier: Apache-2.0
#include "derive/status.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace huice;
using derive::Force;

namespace {

model::Date day(std::string_view text) {
  return *model::Date::parse(text);
}

// Dates as "first/last", either of which may be missing.
model::Policy policy(std::string id, std::string_view first, std::string_view last) {
  model::Policy made;
  made.id = std::move(id);
  if (!first.empty()) {
    made.dates.effective.emplace().date = day(first);
    made.dates.effective->confirmed = true;
  }
  if (!last.empty()) made.dates.expires_on = day(last);
  return made;
}

Force force_of(std::string_view first, std::string_view last, std::string_view as_of) {
  model::Records records;
  records.policies.push_back(policy("p", first, last));
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  return derive::status_of(library.policies().front(), indexes, day(as_of)).force;
}

}  // namespace

TEST_CASE("a policy is in force only between a first and a last day that are both known") {
  CHECK(force_of("2022-01-01", "2025-12-31", "2024-06-30") == Force::in_force);
  CHECK(force_of("2022-01-01", "2025-12-31", "2022-01-01") == Force::in_force);
  CHECK(force_of("2022-01-01", "2025-12-31", "2025-12-31") == Force::in_force);
}

TEST_CASE("without an expiry, or without a start, it is unknown whether a policy is in force") {
  CHECK(force_of("2022-01-01", "", "2024-06-30") == Force::unknown_term);
  CHECK(force_of("", "2025-12-31", "2024-06-30") == Force::unknown_start);
  CHECK(force_of("", "", "2024-06-30") == Force::unknown_term);
}

TEST_CASE("a future start and a past expiry are each reported, even without the other") {
  CHECK(force_of("2022-01-01", "2025-12-31", "2021-12-31") == Force::not_yet);
  CHECK(force_of("2022-01-01", "", "2021-12-31") == Force::not_yet);
  CHECK(force_of("2022-01-01", "2025-12-31", "2026-01-01") == Force::expired);
  CHECK(force_of("", "2025-12-31", "2026-01-01") == Force::expired);
}

TEST_CASE("a phrase and a number of days give no start, which only a person confirms") {
  model::Records records;
  records.policies.push_back(policy("p", "", "2025-12-31"));
  model::PolicyDates& dates = records.policies.front().dates;
  dates.published_on = day("2022-01-01");
  dates.effective = model::Commencement{
      .phrase = "自发布之日起30日后施行", .base = "published", .days = 30, .date = {}};
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  CHECK(derive::status_of(library.policies().front(), indexes, day("2024-01-01")).force ==
        Force::unknown_start);
}

TEST_CASE("a day that nobody has confirmed neither starts nor ends a policy") {
  model::Records records;
  records.policies.push_back(policy("p", "2022-01-01", "2025-12-31"));
  records.policies.front().dates.effective->confirmed = false;
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  const model::Policy& one = library.policies().front();
  CHECK(derive::status_of(one, indexes, day("2024-01-01")).force == Force::unknown_start);
  CHECK(derive::status_of(one, indexes, day("2021-01-01")).force == Force::unknown_start);
}

TEST_CASE(
    "a policy is superseded from the day on which its successor starts, where that is known") {
  model::Records records;
  records.policies.push_back(policy("old", "2018-01-01", "2026-12-31"));
  records.policies.push_back(policy("new", "2022-01-01", ""));
  model::Relation relation;
  relation.kind = model::RelationKind::supersedes;
  relation.policy = "old";
  records.policies.back().relations.push_back(relation);
  {
    const model::Library library(records);
    const model::Policy* old = library.policy("old");
    const derive::Indexes indexes(library);
    const auto status = derive::status_of(*old, indexes, day("2024-01-01"));
    CHECK(status.force == Force::superseded);
    CHECK(status.successor == library.policy("new"));
    CHECK(derive::status_of(*old, indexes, day("2021-12-31")).force == Force::in_force);
  }
  records.policies.back().dates.effective.reset();
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  const auto open = derive::status_of(*library.policy("old"), indexes, day("2024-01-01"));
  CHECK(open.force == Force::unknown_succession);
  CHECK(open.successor == library.policy("new"));
}
