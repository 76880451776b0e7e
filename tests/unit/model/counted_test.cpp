// SPDX-License-Identifier: Apache-2.0
#include "model/counted.h"

#include <doctest/doctest.h>

using namespace huice::model;

TEST_CASE("what a sum is counted for prints back as it was written") {
  for (const std::string text : {"once", "total", "year", "project", "unclear", "每件", "每亩",
                                 "每个展位", "每平方米每月", "每人每年"}) {
    CAPTURE(text);
    const auto counted = Counted::parse(text);
    REQUIRE(counted.has_value());
    CHECK(counted->text() == text);
  }
  CHECK(Counted::parse("每件")->each() == "每件");
  CHECK(*Counted::parse("每件") == Per::each);
  CHECK(Counted::parse("year")->each().empty());
}

TEST_CASE("what says not what is counted is refused, and the word for it suggested") {
  for (const std::string text : {"", "unit", "件", "每", "每 件", "每　件", "每件\n",
                                 "每一二三四五六七八九十一二三四五六七八九十"}) {
    CAPTURE(text);
    CHECK(!Counted::parse(text).has_value());
  }
  CHECK(!Counted::parse("每年").has_value());
  CHECK(suggest_counted("每年") == "year");
  CHECK(suggest_counted("每个项目") == "project");
  CHECK(suggest_counted("一次性") == "once");
  CHECK(suggest_counted("yaer") == "year");
  CHECK(suggest_counted("件").empty());
}

TEST_CASE("only sums counted alike are compared and added") {
  const Counted piece = *Counted::parse("每件");
  const Counted mu = *Counted::parse("每亩");
  CHECK(counted_alike(piece, piece));
  CHECK(!counted_alike(piece, mu));
  CHECK(!counted_alike(piece, Per::once));
  CHECK(!counted_alike(Per::year, Per::once));
  CHECK(counted_alike(Per::total, Per::once));
  CHECK(counted_alike(Per::unclear, piece));
}
