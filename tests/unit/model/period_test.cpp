// SPDX-License-Identifier: Apache-2.0
#include "model/period.h"

#include "model/random.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

using huice::model::Period;
using huice::model::PeriodKind;
using huice::test::Random;

namespace {

Period period(std::string_view text) {
  const auto value = Period::parse(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// One end of a period: a year, a quarter, a month or a day.
std::string random_stretch(Random& random, int grain) {
  const std::string year = std::to_string(random.between(1950, 2150));
  const std::string month = two_digits(random.between(1, 12));
  switch (grain) {
    case 0:
      return year;
    case 1:
      return year + "Q" + std::to_string(random.between(1, 4));
    case 2: {
      const std::string text = year + "-" + month;
      return huice::model::is_month_or_two_years(text) ? random_stretch(random, grain) : text;
    }
    default:
      return year + "-" + month + "-" + two_digits(random.between(1, 28));
  }
}

std::string random_period(Random& random) {
  const int grain = random.between(0, 3);
  std::string first = random_stretch(random, grain);
  switch (random.below(4)) {
    case 0:
      return "@" + first;
    case 1:
      return "to@" + first;
    case 2:
      return first;
    default:
      break;
  }
  std::string last = random_stretch(random, grain);
  if (last < first) std::swap(first, last);
  return first == last ? first : first + "/" + last;
}

}  // namespace

TEST_CASE("a period is printed the way officials write it") {
  const std::array<std::pair<std::string_view, std::string_view>, 22> cases{
      {{"2024", "2024年"},
       {"2021/2025", "2021—2025年"},
       {"2024Q1", "2024年第一季度"},
       {"2024Q3", "2024年第三季度"},
       {"2024Q1/2024Q3", "2024年第一季度—第三季度"},
       {"2023Q4/2024Q1", "2023年第四季度—2024年第一季度"},
       {"2024-09", "2024年9月"},
       {"2024-01/2024-06", "2024年上半年"},
       {"2024-07/2024-12", "2024年下半年"},
       {"2024-01/2024-08", "2024年1—8月"},
       {"2023-11/2024-02", "2023年11月—2024年2月"},
       {"2024-01-01/2024-05-15", "2024年1月1日—5月15日"},
       {"2023-12-01/2024-01-15", "2023年12月1日—2024年1月15日"},
       {"2024-05-15", "2024年5月15日"},
       {"@2024", "2024年末"},
       {"@2024-12", "2024年12月"},
       {"@2024-12-31", "2024年12月31日"},
       {"@2024Q3", "2024年第三季度"},
       {"to@2025-09-03", "截至2025年9月3日"},
       {"to@2024-09", "截至2024年9月"},
       {"to@2024", "截至2024年"},
       {"unstated", "期间未载明"}}};
  for (const auto& one : cases) {
    const std::string_view text = one.first;
    CAPTURE(text);
    CHECK(period(text).official() == one.second);
    CHECK(period(text).text() == text);
  }
}

TEST_CASE("a period knows its kind and its days") {
  CHECK(period("unstated").kind() == PeriodKind::unstated);
  CHECK(period("@2024").kind() == PeriodKind::instant);
  CHECK(period("to@2024-09").kind() == PeriodKind::as_of);
  CHECK(period("2024Q2").kind() == PeriodKind::span);
  CHECK(period("2024Q2").first().iso() == "2024-04-01");
  CHECK(period("2024Q2").last().iso() == "2024-06-30");
  CHECK(period("2024-02").last().iso() == "2024-02-29");
  CHECK(period("2023-11/2024-02").first().iso() == "2023-11-01");
  CHECK(period("@2024").last().iso() == "2024-12-31");
  CHECK(Period().kind() == PeriodKind::unstated);
}

TEST_CASE("a period's text reads back to the same period, and is one text a period") {
  Random random(1234);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = random_period(random);
    const Period read = period(text);
    CHECK_MESSAGE(read.text() == text, text);
    CHECK_MESSAGE(period(read.text()) == read, text);
    CHECK_MESSAGE(!read.official().empty(), text);
  }
  CHECK(period("2024/2024") == period("2024"));
  CHECK(period("2024/2024").text() == "2024");
  CHECK(period("2024-09/2024-09").text() == "2024-09");
}

TEST_CASE("backward spans, mixed grains and impossible times are refused") {
  for (const std::string text : {"",
                                 "2024/2023",
                                 "2024Q3/2024Q1",
                                 "2024-06/2024-01",
                                 "2024-05-15/2024-05-14",
                                 "2024/2024-06",
                                 "2024Q1/2024-06",
                                 "2024-01/2024-06-30",
                                 "2024/",
                                 "/2024",
                                 "2024//2025",
                                 "2024/2025/2026",
                                 "@2024/2025",
                                 "to@2024/2025",
                                 "@",
                                 "to@",
                                 "@unstated",
                                 "2024Q0",
                                 "2024Q5",
                                 "2024q1",
                                 "2024-13",
                                 "2024-00",
                                 "2024-02-30",
                                 "2024-9",
                                 "24",
                                 "2024年",
                                 "2024年上半年",
                                 "1799",
                                 "2200",
                                 " 2024",
                                 "2024 ",
                                 "unknown",
                                 "Unstated",
                                 "2024H1"}) {
    CHECK_MESSAGE(!Period::parse(text).has_value(), text);
  }
}

TEST_CASE("the order of periods is total: unstated first, then by the last day") {
  CHECK(earlier(period("unstated"), period("1950")));
  CHECK(earlier(period("2023"), period("2024-01")));
  CHECK(earlier(period("2024"), period("2024Q4")));
  Random random(77);
  for (int i = 0; i < 3000; ++i) {
    const Period a = period(random_period(random));
    const Period b = period(random_period(random));
    CAPTURE(a.text());
    CAPTURE(b.text());
    CHECK(!(earlier(a, b) && earlier(b, a)));
    CHECK(!earlier(a, a));
    if (a.last() < b.last()) CHECK(earlier(a, b));
  }
}

TEST_CASE("2004-05 is refused, since it may be a month or a financial year; both can be written") {
  for (const char* open : {"2004-05", "@2004-05", "to@2011-12", "1999-00/2000-01",
                           "2004-05/2005-06", "2000-01", "2100-01"}) {
    CAPTURE(open);
    CHECK(!Period::parse(open));
    CHECK(huice::model::is_month_or_two_years(open) == (std::string(open) != "1999-00/2000-01"));
  }
  CHECK(period("2004M05").official() == "2004年5月");
  CHECK(period("2004M05").text() == "2004M05");
  CHECK(period("2024M05") == period("2024-05"));
  CHECK(period("2024M05").text() == "2024-05");
  CHECK(period("to@2004M05").text() == "to@2004M05");
  CHECK(period("2004-04/2005-03").official() == "2004年4月—2005年3月");
  CHECK(period("2004M05/2005M06").text() == "2004M05/2005M06");
  CHECK(period("2004-05/2004-09").text() == "2004-05/2004-09");
  CHECK(period("2004-06").official() == "2004年6月");
}

TEST_CASE("a total of which no text says from when or until when is no plain unstated period") {
  CHECK(period("to@unstated").kind() == PeriodKind::unstated);
  CHECK(period("to@unstated").running());
  CHECK(period("to@unstated").text() == "to@unstated");
  CHECK(period("to@unstated").official() == "累计，期间未载明");
  CHECK(period("unstated") != period("to@unstated"));
  CHECK(!period("unstated").running());
}
