// SPDX-License-Identifier: Apache-2.0
#include "model/date.h"

#include "model/random.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

using huice::model::Date;
using huice::test::Random;

namespace {

// Days since 1 March of year 0, by counting whole years: the reference for plus_days.
std::int64_t day_number(const Date& date) {
  const std::int64_t months = date.month() >= 3 ? date.month() - 3 : date.month() + 9;
  const std::int64_t year = date.month() >= 3 ? date.year() : date.year() - 1;
  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * months + 2) / 5 + date.day() - 1;
}

Date random_date(Random& random) {
  const int year = random.between(1950, 2150);
  const int month = random.between(1, 12);
  return *Date::of(year, month, random.between(1, huice::model::days_in_month(year, month)));
}

}  // namespace

TEST_CASE("a date reads back from both of its forms") {
  CHECK(Date::parse("2022-09-28")->official() == "2022年9月28日");
  CHECK(Date::parse("2022年9月28日")->iso() == "2022-09-28");
  CHECK(Date::parse("2022年09月08日")->official() == "2022年9月8日");
  Random random(928);
  for (int i = 0; i < 5000; ++i) {
    const Date date = random_date(random);
    CHECK_MESSAGE(Date::parse(date.iso()) == date, date.iso());
    CHECK_MESSAGE(Date::parse(date.official()) == date, date.official());
  }
}

TEST_CASE("there are no impossible days") {
  for (const std::string text : {"",
                                 "2022-02-29",
                                 "1900-02-29",
                                 "2100-02-29",
                                 "2022-04-31",
                                 "2022-13-01",
                                 "2022-00-10",
                                 "2022-01-00",
                                 "2022-01-32",
                                 "1799-12-31",
                                 "2200-01-01",
                                 "2022-9-28",
                                 "22-09-28",
                                 "2022/09/28",
                                 "2022.09.28",
                                 "20220928",
                                 " 2022-09-28",
                                 "2022-09-28 ",
                                 "2022-09-28T00:00",
                                 "2022年9月",
                                 "2022年9月28号",
                                 "2022-09",
                                 "二〇二二年九月二十八日",
                                 "2022年9-28日"}) {
    CHECK_MESSAGE(!Date::parse(text).has_value(), text);
  }
}

TEST_CASE("every fourth year has a 29 February, but not every hundredth") {
  CHECK(Date::of(2024, 2, 29).has_value());
  CHECK(Date::of(2000, 2, 29).has_value());
  CHECK(!Date::of(1900, 2, 29).has_value());
  CHECK(!Date::of(2023, 2, 29).has_value());
}

TEST_CASE("adding days counts as a calendar does") {
  CHECK(Date::of(2021, 12, 28)->plus_days(30).iso() == "2022-01-27");
  CHECK(Date::of(2024, 2, 28)->plus_days(1).iso() == "2024-02-29");
  CHECK(Date::of(2023, 3, 1)->plus_days(-1).iso() == "2023-02-28");
  Random random(30);
  for (int i = 0; i < 3000; ++i) {
    const Date start = random_date(random);
    const int days = random.between(-2000, 2000);
    const Date end = start.plus_days(days);
    CAPTURE(start.iso());
    CAPTURE(days);
    CHECK(day_number(end) - day_number(start) == days);
    CHECK(Date::parse(end.iso()) == end);
    CHECK((end < start) == (days < 0));
  }
}
