// SPDX-License-Identifier: Apache-2.0
#include "model/observed_value.h"

#include "model/indicator.h"
#include "model/library.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace huice::model;

namespace {

Observation observed(std::string_view period, std::string_view value) {
  Observation made;
  made.indicator = "i";
  made.region = "r";
  made.period = Period::parse(period).value();
  made.value = ObservedValue::parse(value).value();
  return made;
}

}  // namespace

TEST_CASE("the signs that yearbooks have in place of a figure are read as what they mean") {
  using enum Absence;
  using Sign = std::pair<std::string, Absence>;
  for (const Sign& one : std::vector<Sign>{{"…", below_unit},
                                           {"...", below_unit},
                                           {"不足最小单位", below_unit},
                                           {"-", none},
                                           {"—", none},
                                           {"无", none},
                                           {"不详", unknown},
                                           {"x", withheld},
                                           {"×", withheld},
                                           {"不公布", withheld}}) {
    CAPTURE(one.first);
    const auto value = ObservedValue::parse(one.first);
    REQUIRE(value);
    CHECK(value->absence() == one.second);
    CHECK(value->text() == one.first);
    CHECK(value->is_zero());
  }
}

TEST_CASE("a figure has no absence, and what is neither figure nor sign is refused") {
  CHECK(ObservedValue::parse("-0.5")->absence() == std::nullopt);
  CHECK(ObservedValue::parse("-0.5")->text() == "-0.5");
  for (const std::string text : {"", "#", "/", "*", "空", "--0", "…5", "约5", "-0"}) {
    CAPTURE(text);
    CHECK(!ObservedValue::parse(text));
  }
}

TEST_CASE("figures of a library are those with a figure; what is on record has the others too") {
  Records records;
  records.observations = {observed("2023", "…"), observed("2022", "5"), observed("2024", "-")};
  const Library library(std::move(records));
  REQUIRE(library.observed().size() == 3);
  CHECK(library.observed()[0].period.text() == "2022");
  REQUIRE(library.observations().size() == 1);
  CHECK(library.observations()[0].value.text() == "5");
  CHECK(library.observation("i@r/2022") != nullptr);
  CHECK(library.observation("i@r/2023") == nullptr);
  std::size_t count = 0;
  for (const Observation& one : library.series("i", "r")) count += one.value.absence() ? 100U : 1U;
  CHECK(count == 1);
}
