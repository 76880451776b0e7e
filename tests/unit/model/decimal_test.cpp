// SPDX-License-Identifier: Apache-2.0
#include "model/decimal.h"

#include "model/random.h"

#include <doctest/doctest.h>

#include <string>

using huice::model::Decimal;
using huice::test::Random;

namespace {

Decimal decimal(std::string_view text) {
  const auto value = Decimal::parse(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}

}  // namespace

TEST_CASE("a decimal prints back as it was written") {
  for (const std::string text :
       {"0", "1", "-1", "5229.3", "53.20", "0.0", "0.50", "-0.5", "999999999999999999",
        "0.99999999999999999", "-123456789.012345678"}) {
    CHECK(decimal(text).text() == text);
  }
  Random random(20210861);
  for (int i = 0; i < 5000; ++i) {
    std::string text = random.number(12, 6);
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    if (!zero && random.one_in(3)) text.insert(0, "-");
    CHECK_MESSAGE(decimal(text).text() == text, text);
  }
}

TEST_CASE("a text that is not a plain number is not read as a decimal") {
  for (const std::string text : {"",
                                 "-",
                                 "+1",
                                 "1e5",
                                 "1E5",
                                 "1,000",
                                 " 1",
                                 "1 ",
                                 "01",
                                 "-0",
                                 "-0.00",
                                 ".5",
                                 "5.",
                                 "1.2.3",
                                 "--1",
                                 "１２",
                                 "1_000",
                                 "0x10",
                                 "1000000000000000000",
                                 "0.123456789012345678"}) {
    CHECK_MESSAGE(!Decimal::parse(text).has_value(), text);
  }
}

TEST_CASE("decimals compare by value, whatever the places they are written with") {
  CHECK(decimal("0.50") == decimal("0.5"));
  CHECK(decimal("-1") < decimal("-0.99"));
  CHECK(decimal("999999999999999999") > decimal("0.00000000000000001"));
  Random random(20220103);
  for (int i = 0; i < 5000; ++i) {
    const int a = random.between(-99999, 99999);
    const int b = random.between(-99999, 99999);
    const Decimal left(static_cast<std::int64_t>(a) * 1000, 5);
    const Decimal right(b, 2);
    CAPTURE(a);
    CAPTURE(b);
    CHECK((left < right) == (a < b));
    CHECK((left == right) == (a == b));
  }
}

TEST_CASE("scaling a decimal is exact or refused") {
  CHECK(decimal("5229.3").scaled(6) == 5'229'300'000);
  CHECK(decimal("0.50").scaled(1) == 5);
  CHECK(decimal("-1.5").scaled(2) == -150);
  CHECK(!decimal("0.05").scaled(1).has_value());
  CHECK(!decimal("999999999999999999").scaled(2).has_value());
  CHECK(!decimal("1").scaled(40).has_value());
  CHECK(decimal("0.00").scaled(0) == 0);
}
