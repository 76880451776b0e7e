// SPDX-License-Identifier: Apache-2.0
#include "derive/comparison.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace huice;
using derive::compare;
using model::Qualifier;

namespace {

model::Observation figure(std::string_view period, std::string_view value,
                          std::string_view unit = "亿元", Qualifier qualifier = Qualifier::equal) {
  model::Observation made;
  made.indicator = "rd";
  made.region = "ordos";
  made.period = *model::Period::parse(period);
  made.value = *model::Decimal::parse(value);
  made.unit = unit;
  made.qualifier = qualifier;
  return made;
}

// "difference unit (percent)", or "none".
std::string compared(const model::Observation& now, const model::Observation& then) {
  const auto result = compare(now, then, nullptr);
  if (!result) return "none";
  std::string out = result->difference.text() + result->unit;
  if (result->percent) out += " (" + result->percent->text() + "%)";
  return out;
}

std::string compared(std::string_view now, std::string_view then, std::string_view unit = "亿元") {
  return compared(figure("2024", now, unit), figure("2023", then, unit));
}

}  // namespace

TEST_CASE("where growth is published at constant prices, none is computed of current ones") {
  model::Indicator gdp;
  const auto now = figure("2021", "4715.7");
  const auto then = figure("2020", "3533.7");
  CHECK(compare(now, then, &gdp)->percent->text() == "33.45");
  gdp.growth = "gdp-growth";
  const auto found = compare(now, then, &gdp);
  CHECK_FALSE(found->percent);
  CHECK(found->difference.text() + found->unit == "1182.0亿元");
}

TEST_CASE("a figure is compared with that of another year: difference and growth") {
  CHECK(compared("53.2", "44.1") == "9.1亿元 (20.63%)");
  CHECK(compared("44.1", "53.2") == "-9.1亿元 (-17.11%)");
  CHECK(compared("100", "100") == "0亿元 (0.00%)");
  CHECK(compared("1.50", "1") == "0.50亿元 (50.00%)");
  CHECK(compared("0", "5", "家") == "-5家 (-100.00%)");
}

TEST_CASE("growth is rounded half up, away from zero on both sides") {
  CHECK(compared("100005", "100000") == "5亿元 (0.01%)");
  CHECK(compared("100004.9", "100000") == "4.9亿元 (0.00%)");
  CHECK(compared("99995", "100000") == "-5亿元 (-0.01%)");
  CHECK(compared("100015", "100000") == "15亿元 (0.02%)");
  CHECK(compared("4", "3", "家") == "1家 (33.33%)");
  CHECK(compared("5", "3", "家") == "2家 (66.67%)");
}

TEST_CASE("two shares differ by 个百分点, and have no growth in %") {
  CHECK(compared("0.93", "0.91", "%") == "0.02个百分点");
  CHECK(compared("0.9", "0.91", "%") == "-0.01个百分点");
}

TEST_CASE("there is no growth on a base of zero or less, but a difference") {
  CHECK(compared("5", "0", "家") == "5家");
  CHECK(compared("5", "-2") == "7亿元");
  CHECK(compared("999999999999999999", "1") == "999999999999999998亿元");
}

TEST_CASE("numbers too large to subtract exactly are not compared") {
  CHECK(compared("999999999999999999", "0.1") == "none");
  CHECK(compared(figure("2024", "90000000000000000.0"), figure("2023", "-900000000000000000")) ==
        "none");
}

TEST_CASE("bounds and vague figures are never compared") {
  for (const Qualifier qualifier : {Qualifier::greater, Qualifier::at_least, Qualifier::less,
                                    Qualifier::at_most, Qualifier::about, Qualifier::over}) {
    CHECK(compared(figure("2024", "5", "家", qualifier), figure("2023", "4", "家")) == "none");
    CHECK(compared(figure("2024", "5", "家"), figure("2023", "4", "家", qualifier)) == "none");
  }
}

TEST_CASE("only figures for equal stretches of time are compared") {
  const auto periods = [](std::string_view now, std::string_view then) {
    return compared(figure(now, "5"), figure(then, "4")) != "none";
  };
  CHECK(periods("2024", "2023"));
  CHECK(periods("2024-01/2024-06", "2023-01/2023-06"));
  CHECK(periods("2024Q3", "2023Q3"));
  CHECK(periods("2021/2023", "2018/2020"));
  CHECK(periods("@2024-12-31", "@2023-12-31"));
  CHECK(!periods("2024", "2024"));
  CHECK(!periods("2024", "2023-01/2023-06"));
  CHECK(!periods("2024-01/2024-06", "2023-07/2023-12"));
  CHECK(!periods("2024-01/2024-06", "2023-01/2023-08"));
  CHECK(!periods("2024Q3", "2023Q2"));
  CHECK(!periods("2024", "@2023-12-31"));
  CHECK(!periods("@2024-12-31", "@2023"));
  CHECK(!periods("2024-01-01/2024-05-15", "2023-01-01/2023-05-15"));
  CHECK(!periods("unstated", "2023"));
  CHECK(!periods("unstated", "unstated"));
}

TEST_CASE("figures of another indicator, region or unit are not compared") {
  const model::Observation then = figure("2023", "4");
  model::Observation other = figure("2024", "5");
  other.indicator = "gdp";
  CHECK(compared(other, then) == "none");
  other = figure("2024", "5");
  other.region = "hohhot";
  CHECK(compared(other, then) == "none");
  CHECK(compared(figure("2024", "5", "万元"), then) == "none");
}
