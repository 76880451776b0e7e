// SPDX-License-Identifier: Apache-2.0
#include "model/rate.h"

#include "model/random.h"

#include <doctest/doctest.h>

#include <string>

using huice::model::Rate;
using huice::model::RateUnit;
using huice::test::Random;

TEST_CASE("a rate prints back as it was written and knows its unit") {
  CHECK(Rate::parse("50%")->unit() == RateUnit::percent);
  CHECK(Rate::parse("2‰")->unit() == RateUnit::permille);
  CHECK(Rate::parse("1.5个百分点")->unit() == RateUnit::percentage_point);
  CHECK(Rate::parse("100个基点")->unit() == RateUnit::basis_point);
  Random random(334);
  for (int i = 0; i < 3000; ++i) {
    const std::string text =
        random.number(5, 3) + std::string(random.pick({"%", "‰", "个百分点", "个基点"}));
    const auto rate = Rate::parse(text);
    REQUIRE_MESSAGE(rate.has_value(), text);
    CHECK_MESSAGE(rate->text() == text, text);
  }
}

TEST_CASE("rates of one unit are equal by value, rates of two units never") {
  CHECK(Rate::parse("50%") == Rate::parse("50.0%"));
  CHECK(Rate::parse("1%") != Rate::parse("1个百分点"));
  CHECK(Rate::parse("1个百分点") != Rate::parse("100个基点"));
}

TEST_CASE("a share is known in percent, points are none") {
  CHECK(Rate::parse("0.5%")->percent()->text() == "0.5");
  CHECK(Rate::parse("2‰")->percent()->text() == "0.2");
  CHECK(Rate::parse("12.5‰")->percent()->text() == "1.25");
  CHECK(!Rate::parse("2个百分点")->percent());
  CHECK(!Rate::parse("100个基点")->percent());
}

TEST_CASE("a text that is not a rate is refused") {
  for (const std::string text : {"", "%", "50", "0.5", "50 %", "50％", "百分之五十", "50百分点",
                                 "+50%", "50%%", "1,5%", "050%", "50个点"}) {
    CHECK_MESSAGE(!Rate::parse(text).has_value(), text);
  }
}
