// SPDX-License-Identifier: Apache-2.0
#include "derive/backcheck.h"

#include <doctest/doctest.h>

using namespace huice;
using derive::implied_before;
using derive::implied_whole;
using derive::lies_in;

namespace {

model::Observation figure(const std::string& value, const std::string& unit) {
  model::Observation one;
  one.indicator = "x";
  one.region = "ordos";
  one.period = model::Period::parse("2024").value();
  one.value = model::Decimal::parse(value).value();
  one.unit = unit;
  return one;
}

}  // namespace

TEST_CASE("53.2亿元 at 0.91% imply a whole as wide as the rounding of the digits makes it") {
  const auto range = implied_whole(figure("53.2", "亿元"), figure("0.91", "%"));
  REQUIRE(range.has_value());
  CHECK(range->text() == "5808.7亿元至5884.0亿元");
  CHECK(lies_in(figure("5849.86", "亿元"), *range) == true);
  CHECK(lies_in(figure("58498600", "万元"), *range) == true);
  CHECK(lies_in(figure("5613.4", "亿元"), *range) == false);
  CHECK(lies_in(figure("5884.62", "亿元"), *range) == false);
}

TEST_CASE("a count is exact, so its whole is narrower than that of an amount") {
  const auto count = implied_whole(figure("207", "户"), figure("23.7", "%"));
  REQUIRE(count.has_value());
  CHECK(count->text() == "871户至876户");
  CHECK(lies_in(figure("872", "户"), *count) == true);
  CHECK_FALSE(lies_in(figure("872", "项"), *count).has_value());
}

TEST_CASE("99 firms after a growth of 11.24% were 89, and after 11.30% none") {
  const auto before = implied_before(figure("99", "家"), figure("11.24", "%"));
  REQUIRE(before.has_value());
  CHECK(before->text() == "89家");
  CHECK(lies_in(figure("89", "家"), *before) == true);
  CHECK(lies_in(figure("88", "家"), *before) == false);
  const auto none = implied_before(figure("99", "家"), figure("11.30", "%"));
  REQUIRE(none.has_value());
  CHECK(none->empty());
}

TEST_CASE("a bound, another unit than %, and no share imply nothing") {
  auto bound = figure("53.2", "亿元");
  bound.qualifier = model::Qualifier::over;
  CHECK_FALSE(implied_whole(bound, figure("0.91", "%")).has_value());
  CHECK_FALSE(implied_whole(figure("53.2", "亿元"), figure("0.91", "个百分点")).has_value());
  CHECK_FALSE(implied_whole(figure("53.2", "亿元"), figure("0", "%")).has_value());
  CHECK_FALSE(implied_before(figure("99", "家"), figure("-3", "%")).has_value());
  CHECK_FALSE(implied_whole(figure("1000000000001", "元"), figure("1", "%")).has_value());
}

TEST_CASE("formulas are a / b and growth(a), and nothing else") {
  const auto share = derive::parse_formula(" rd / gdp ");
  REQUIRE(share.has_value());
  CHECK(share->part == "rd");
  CHECK(share->whole == "gdp");
  const auto growth = derive::parse_formula("growth( firms )");
  REQUIRE(growth.has_value());
  CHECK(growth->kind == derive::FormulaKind::growth);
  CHECK(growth->part == "firms");
  for (const char* other : {"", "rd", "rd /", "/ gdp", "a / b / c", "growth()"}) {
    CAPTURE(other);
    CHECK_FALSE(derive::parse_formula(other).has_value());
  }
}

TEST_CASE("the year before is the same part of the year, one year earlier") {
  const auto is_before = [](const char* a, const char* b) {
    return derive::is_year_before(model::Period::parse(a).value(), model::Period::parse(b).value());
  };
  CHECK(is_before("2023", "2024"));
  CHECK(is_before("2023-01/2023-06", "2024-01/2024-06"));
  CHECK(is_before("@2023-12-31", "@2024-12-31"));
  CHECK_FALSE(is_before("2022", "2024"));
  CHECK_FALSE(is_before("2023-01/2023-09", "2024-01/2024-06"));
  CHECK_FALSE(is_before("unstated", "unstated"));
}
