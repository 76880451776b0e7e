// SPDX-License-Identifier: Apache-2.0
#include "derive/status.h"

#include "derive/dated.h"

#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using namespace huice;
using namespace huice::test;
using derive::Force;

namespace {

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

TEST_CASE("a time of validity without its last day is stated, and not said to be unstated") {
  model::Records records;
  records.policies.push_back(policy("p", "2022-01-01", ""));
  records.policies.front().dates.term = "暂定三年";
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  const model::Policy& stated = library.policies().front();
  CHECK(derive::status_of(stated, indexes, day("2024-06-30")).force == Force::unknown_last);
  // Nobody counts the years: that the text may be over by now is for a person to check.
  CHECK(derive::status_of(stated, indexes, day("2034-06-30")).force == Force::unknown_last);
  CHECK(derive::status_of(stated, indexes, day("2021-12-31")).force == Force::not_yet);
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
  dates.effective = model::Commencement{.phrase = "自发布之日起30日后施行",
                                        .base = model::DayBase::published_on,
                                        .days = 30,
                                        .date = {}};
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

TEST_CASE("of two texts that replace one, a day to come of the one leaves the other's open") {
  model::Records records;
  records.policies.push_back(policy("old", "2018-01-01", "2030-12-31"));
  records.policies.push_back(policy("later", "2028-01-01", ""));
  records.policies.push_back(policy("open", "", ""));
  model::Relation relation;
  relation.kind = model::RelationKind::supersedes;
  relation.policy = "old";
  records.policies[1].relations.push_back(relation);
  records.policies[2].relations.push_back(relation);
  for (const auto& [kind, open, ended] :
       {std::tuple(model::RelationKind::supersedes, Force::unknown_succession, Force::superseded),
        std::tuple(model::RelationKind::repeals, Force::unknown_repeal, Force::repealed)}) {
    records.policies[1].relations.front().kind = kind;
    records.policies[2].relations.front().kind = kind;
    const model::Library library(records);
    const derive::Indexes indexes(library);
    const auto before = derive::status_of(*library.policy("old"), indexes, day("2024-01-01"));
    CHECK(before.force == open);
    CHECK(before.successor == library.policy("open"));
    const auto after = derive::status_of(*library.policy("old"), indexes, day("2028-01-01"));
    CHECK(after.force == ended);
    CHECK(after.successor == library.policy("later"));
  }
}

TEST_CASE("a text is not in force before the days that its own words ask for have passed") {
  model::Records records;
  records.policies.push_back(policy("p", "", "2025-12-31"));
  model::PolicyDates& dates = records.policies.front().dates;
  dates.signed_on = day("2021-05-17");
  dates.published_on = day("2021-05-20");
  dates.effective = model::Commencement{.phrase = "自发布之日起30日后施行",
                                        .base = model::DayBase::published_on,
                                        .days = 30,
                                        .date = {}};
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  const model::Policy& one = library.policies().front();
  const derive::Start start = derive::start_of(one);
  CHECK(!start.confirmed.has_value());
  CHECK(start.earliest == day("2021-06-19"));
  CHECK(start.likely);
  const derive::Status before = derive::status_of(one, indexes, day("2021-06-18"));
  CHECK(before.force == Force::not_yet);
  CHECK(before.day == day("2021-06-19"));
  CHECK(derive::status_of(one, indexes, day("2021-06-19")).force == Force::unknown_start);
}

TEST_CASE("where the day of publication is unknown, days count from the day it was signed") {
  model::Policy one = policy("p", "", "");
  one.dates.signed_on = day("2024-01-05");
  one.dates.effective = model::Commencement{
      .phrase = "自发布之日起施行", .base = model::DayBase::published_on, .days = 0, .date = {}};
  const derive::Start start = derive::start_of(one);
  CHECK(start.earliest == day("2024-01-05"));
  CHECK(!start.likely);
  one.dates.published_on = day("2024-01-06");
  CHECK(derive::start_of(one).earliest == day("2024-01-06"));
  CHECK(derive::start_of(one).likely);
  // So does a day of printing, whichever other days are known.
  one.dates.effective->base = model::DayBase::printed_on;
  CHECK(derive::start_of(one).earliest == day("2024-01-05"));
  CHECK(!derive::start_of(one).likely);
  one.dates.printed_on = day("2024-01-08");
  CHECK(derive::start_of(one).earliest == day("2024-01-08"));
  one.dates.effective->base = model::DayBase::signed_on;
  CHECK(derive::start_of(one).earliest == day("2024-01-05"));
}

namespace {

// The status of "old", which "new" of that first day (confirmed where stated) relates to.
derive::Status related(model::RelationKind kind, std::string_view first, std::string_view as_of,
                       std::string_view signed_on = "2024-04-30") {
  static std::vector<std::unique_ptr<model::Library>> kept;
  model::Records records;
  records.policies.push_back(policy("old", "2022-01-01", "2029-12-31"));
  records.policies.push_back(policy("new", first, ""));
  records.policies.back().dates.signed_on = day(signed_on);
  records.policies.back().relations.push_back({kind, "old", "", {}});
  const auto& library = *kept.emplace_back(std::make_unique<model::Library>(std::move(records)));
  return derive::status_of(*library.policy("old"), derive::Indexes(library), day(as_of));
}

}  // namespace

TEST_CASE("a text is repealed from the day on which the repealing one starts") {
  using Kind = model::RelationKind;
  CHECK(related(Kind::repeals, "2024-05-01", "2024-04-30").force == Force::in_force);
  const derive::Status after = related(Kind::repeals, "2024-05-01", "2024-05-01");
  CHECK(after.force == Force::repealed);
  CHECK(after.successor->id == "new");
  CHECK(after.day == day("2024-05-01"));
  CHECK(related(Kind::repeals, "", "2024-05-01").force == Force::unknown_repeal);
}

TEST_CASE("an amended text stays in force, and names what amends it once that has begun") {
  using Kind = model::RelationKind;
  CHECK(related(Kind::amends, "2024-05-01", "2024-04-30").newer == nullptr);
  for (const Kind kind : {Kind::amends, Kind::version_of}) {
    const derive::Status after = related(kind, "2024-05-01", "2024-05-01");
    CHECK(after.force == Force::in_force);
    REQUIRE(after.newer != nullptr);
    CHECK(after.newer->id == "new");
    CHECK(after.newer_kind == kind);
  }
  CHECK(related(Kind::amends, "", "2024-04-29").newer == nullptr);
  CHECK(related(Kind::amends, "", "2024-04-30").newer != nullptr);
  CHECK(related(Kind::implements, "2024-05-01", "2024-06-01").newer == nullptr);
}

TEST_CASE("no day of a status is one that does not exist, whatever is known of a text") {
  const std::array<std::string_view, 3> days{"", "2023-12-31", "2024-02-29"};
  int cases = 0;
  for (int mask = 0; mask < 3 * 3 * 3 * 3 * 2 * 4; ++mask) {
    int rest = mask;
    const auto next = [&rest](int count) {
      const int value = rest % count;
      rest /= count;
      return value;
    };
    const auto maybe = [&days, &next]() -> std::optional<model::Date> {
      const std::string_view text = days[static_cast<std::size_t>(next(3))];
      return text.empty() ? std::nullopt : std::optional(day(text));
    };
    model::Policy one = policy("p", "", "");
    one.dates.signed_on = maybe();
    one.dates.published_on = maybe();
    one.dates.expires_on = maybe();
    auto& effective = one.dates.effective.emplace();
    effective.date = maybe();
    effective.confirmed = next(2) == 1;
    effective.base = model::DayBase::published_on;
    const int days_after = next(4);
    if (days_after > 0) effective.days = days_after - 1;
    model::Records records;
    records.policies.push_back(one);
    const model::Library library(std::move(records));
    const derive::Indexes indexes(library);
    for (const std::string_view as_of : {"2023-12-30", "2023-12-31", "2024-03-01", "2024-03-03"}) {
      const auto status = derive::status_of(library.policies().front(), indexes, day(as_of));
      const bool over = status.force == Force::expired;
      if (over || status.force == Force::not_yet) {
        REQUIRE(status.day.has_value());
        CHECK(over == (*status.day <= day(as_of)));
        ++cases;
      }
    }
  }
  CHECK(cases > 500);
}

namespace {

// A text of all 2024, in a library with others that end it: (id, first day, confirmed, signed).
struct Ending {
  std::string id;
  model::RelationKind kind;
  std::string_view first;
  std::string_view signed_on;
};

derive::Status ended_by(const std::vector<Ending>& others, std::string_view as_of,
                        const std::optional<model::Validity>& own = std::nullopt) {
  static std::vector<std::unique_ptr<model::Library>> kept;
  model::Records records;
  model::Policy old = policy("old", "2022-01-01", "2024-12-31");
  model::Section section;
  section.id = "1";
  model::Article article;
  article.id = "1";
  model::Measure measure;
  measure.id = "m";
  measure.validity = own;
  article.measures.push_back(measure);
  section.articles.push_back(article);
  old.sections.push_back(section);
  records.policies.push_back(old);
  for (const Ending& one : others) {
    records.policies.push_back(policy(one.id, one.first, ""));
    if (!one.signed_on.empty()) records.policies.back().dates.signed_on = day(one.signed_on);
    records.policies.back().relations.push_back({one.kind, "old", "", {}});
  }
  const auto& library = *kept.emplace_back(std::make_unique<model::Library>(std::move(records)));
  return derive::status_of(library.measure("old/1/m"), derive::Indexes(library), day(as_of));
}

}  // namespace

TEST_CASE("of several texts that replace one, the earliest confirmed counts, whatever their ids") {
  using Kind = model::RelationKind;
  const std::vector<Ending> two{{"a-new", Kind::supersedes, "", ""},
                                {"z-new", Kind::supersedes, "2024-04-01", ""}};
  const derive::Status status = ended_by(two, "2024-06-15");
  CHECK(status.force == Force::superseded);
  CHECK(status.successor->id == "z-new");
  CHECK(status.day == day("2024-04-01"));
}

TEST_CASE("the earliest of several ends is the one that is said") {
  using Kind = model::RelationKind;
  CHECK(ended_by({{"new", Kind::supersedes, "2025-06-01", ""}}, "2025-07-01").day ==
        day("2025-01-01"));
  CHECK(ended_by({{"new", Kind::supersedes, "2024-06-01", ""}}, "2025-07-01").force ==
        Force::superseded);
}

TEST_CASE("a text to come changes nothing yet") {
  using Kind = model::RelationKind;
  CHECK(ended_by({{"new", Kind::supersedes, "", "2024-10-08"}}, "2024-03-01").force ==
        Force::in_force);
  CHECK(ended_by({{"new", Kind::supersedes, "", "2024-10-08"}}, "2024-10-08").force ==
        Force::unknown_succession);
}

TEST_CASE("a measure's own days go before its text's, but not before another text's end") {
  using Kind = model::RelationKind;
  model::Validity longer;
  longer.to = day("2028-12-31");
  CHECK(ended_by({}, "2025-06-15", longer).force == Force::in_force);
  CHECK(ended_by({{"new", Kind::repeals, "2024-04-01", ""}}, "2025-06-15", longer).force ==
        Force::repealed);
  model::Validity later;
  later.from = day("2026-01-01");
  later.to = day("2028-12-31");
  CHECK(ended_by({}, "2025-06-15", later).force == Force::not_yet);
  CHECK(ended_by({{"new", Kind::repeals, "2024-04-01", ""}}, "2025-06-15", later).force ==
        Force::repealed);
}

TEST_CASE("of several texts that amend one, the newest is named; one without a day is the oldest") {
  using Kind = model::RelationKind;
  const std::vector<Ending> three{{"am-a", Kind::amends, "", "2024-05-01"},
                                  {"am-b", Kind::amends, "", ""},
                                  {"am-c", Kind::amends, "", "2024-02-10"}};
  CHECK(ended_by(three, "2024-06-15").newer->id == "am-a");
}
