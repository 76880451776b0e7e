// SPDX-License-Identifier: Apache-2.0
#include "logic/rational.h"

#include <doctest/doctest.h>

#include <limits>

using huice::logic::Rational;
using huice::logic::Rounding;

namespace {

Rational read(std::string_view decimal) {
  const std::optional<Rational> out = Rational::parse(decimal);
  REQUIRE_MESSAGE(out.has_value(), decimal);
  return *out;
}

}  // namespace

TEST_CASE("fractions are exact and in lowest terms") {
  CHECK((Rational::ratio(1, 3) + Rational::ratio(1, 6)).text() == "1/2");
  CHECK((read("0.1") + read("0.2")) == read("0.3"));
  CHECK((Rational(7) / 14 * -2).text() == "-1");
  CHECK((Rational(5) - 5).text() == "0");
  CHECK((Rational(1) / -4).text() == "-1/4");
  CHECK(-Rational(0) == Rational(0));
  CHECK(Rational::ratio(6, -4).text() == "-3/2");
  CHECK(Rational(std::numeric_limits<std::int64_t>::min()).text() == "-9223372036854775808");
}

TEST_CASE("decimals are read strictly") {
  CHECK(read("53.20").text() == "266/5");
  CHECK(read("-0.5").text() == "-1/2");
  CHECK(read("-0").text() == "0");
  CHECK(read("007") == Rational(7));
  for (const std::string_view text :
       {"", "-", "+1", ".5", "5.", "1e3", "1,000", "1.2.3", " 1", "--1", "."}) {
    CAPTURE(text);
    CHECK(!Rational::parse(text).has_value());
  }
}

TEST_CASE("a half is rounded as the mode says, of negative numbers too") {
  const auto all = [](std::string_view text) {
    const Rational number = read(text);
    return std::to_string(number.rounded(Rounding::half_up).value()) + " " +
           std::to_string(number.rounded(Rounding::half_even).value()) + " " +
           std::to_string(number.rounded(Rounding::down).value());
  };
  CHECK(all("2.5") == "3 2 2");
  CHECK(all("3.5") == "4 4 3");
  CHECK(all("-2.5") == "-3 -2 -2");
  CHECK(all("2.51") == "3 3 2");
  CHECK(all("2.49") == "2 2 2");
  CHECK(all("-2.9") == "-3 -3 -2");
  CHECK(all("0.5") == "1 0 0");
  CHECK(all("-7") == "-7 -7 -7");
}

TEST_CASE("fractions are compared without overflow") {
  const Rational big = read("170141183460469231731687303715884105726");
  CHECK(big / (big + 1) < Rational(1));
  CHECK(Rational(1) / big < Rational(2) / big);
  CHECK((big - 1) / big < big / (big + 1));
  CHECK(Rational(-3) < Rational(-2));
  CHECK(Rational(-1) < Rational(0));
  CHECK(Rational::ratio(2, 4) == Rational::ratio(1, 2));
  CHECK(Rational::ratio(22, 7) > Rational::ratio(355, 113));
  CHECK(Rational::ratio(355, 113) <= Rational::ratio(355, 113));
}

TEST_CASE("a result that does not fit is an overflow, and stays one") {
  const Rational big = read("170141183460469231731687303715884105727");
  CHECK(big.is_number());
  CHECK((big - 1 + 1) == big);
  for (const Rational& broken : {big + 1, big * 2, Rational(1) / big / 2, -big - 1,
                                 read("170141183460469231731687303715884105728"), big * 2 - big}) {
    CHECK(broken.fault() == Rational::Fault::overflow);
    CHECK(broken.text() == "overflow");
    CHECK(!broken.rounded(Rounding::down).has_value());
    CHECK(!(broken == broken));
    CHECK(!(broken < big));
  }
  CHECK(!big.rounded(Rounding::down).has_value());
  CHECK(read("-9223372036854775808").rounded(Rounding::down) ==
        std::numeric_limits<std::int64_t>::min());
  CHECK(!read("9223372036854775807.5").rounded(Rounding::half_up).has_value());
}

TEST_CASE("a division by zero is distinguished from an overflow") {
  CHECK((Rational(1) / 0).fault() == Rational::Fault::division_by_zero);
  CHECK(Rational::ratio(1, 0).fault() == Rational::Fault::division_by_zero);
  CHECK((Rational(1) / 0 * 5 + 1).text() == "division by zero");
  CHECK((Rational(0) / 5).is_number());
}
