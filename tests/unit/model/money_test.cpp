// SPDX-License-Identifier: Apache-2.0
#include "model/money.h"

#include "model/random.h"

#include <doctest/doctest.h>

#include <string>

using huice::model::Decimal;
using huice::model::Money;
using huice::model::MoneyUnit;
using huice::test::Random;

namespace {

Money money(std::string_view text) {
  const auto value = Money::parse(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}

}  // namespace

TEST_CASE("money prints back as it was written") {
  for (const std::string text : {"20万元", "2亿元", "5229.3万元", "800元", "0.5万元", "0.01元",
                                 "0元", "53.20亿元", "1.00元", "0.0000000001亿元"}) {
    CHECK(money(text).text() == text);
  }
  CHECK(money("5229.3万元").unit() == MoneyUnit::wan_yuan);
  CHECK(Money().text() == "0元");
}

TEST_CASE("money is counted in whole 分") {
  CHECK(money("800元").fen() == 80'000);
  CHECK(money("20万元").fen() == 20'000'000);
  CHECK(money("5229.3万元").fen() == 5'229'300'000);
  CHECK(money("2亿元").fen() == 20'000'000'000);
  CHECK(money("0.01元").fen() == 1);
}

TEST_CASE("the same sum in two units is equal, and larger sums are greater") {
  CHECK(money("1亿元") == money("10000万元"));
  CHECK(money("1万元") == money("10000元"));
  CHECK(money("1.50元") == money("1.5元"));
  CHECK(money("9999.99万元") < money("1亿元"));
  Random random(188);
  for (int i = 0; i < 5000; ++i) {
    const std::string wan = random.number(7, 4);
    const auto yuan = Decimal::parse(wan)->scaled(4);
    CAPTURE(wan);
    REQUIRE(yuan.has_value());
    CHECK(money(wan + "万元") == money(std::to_string(*yuan) + "元"));
    CHECK(money(wan + "万元").text() == wan + "万元");
  }
}

TEST_CASE("money finer than 分, too large, signed or written in another way is refused") {
  for (const std::string text : {"",
                                 "元",
                                 "万元",
                                 "20",
                                 "20万",
                                 "二十万元",
                                 "-20万元",
                                 "+20万元",
                                 "20 万元",
                                 " 20万元",
                                 "20万元 ",
                                 "20　万元",
                                 "1,000万元",
                                 "1，000万元",
                                 "２０万元",
                                 "0.001元",
                                 "0.0000001万元",
                                 "0.00000000001亿元",
                                 "1000000000亿元",
                                 "999999999999999999万元",
                                 "20万元整",
                                 "￥20元",
                                 "20余万元",
                                 "20~30万元",
                                 "020万元",
                                 "1e3元",
                                 "20美元",
                                 "20万 元"}) {
    CHECK_MESSAGE(!Money::parse(text).has_value(), text);
  }
}

TEST_CASE("sums up to what 64 bits of 分 hold are read, larger ones refused") {
  CHECK(Money::parse("9223372036854775.07元").has_value());
  CHECK(Money::parse("9223372036854775元").has_value());
  CHECK(money("922337203亿元").fen() == 9'223'372'030'000'000'000);
  CHECK(!Money::parse("922337204亿元").has_value());
}

TEST_CASE("a number and a unit of their own make the same money") {
  CHECK(Money::of(*Decimal::parse("25086.67"), MoneyUnit::wan_yuan) == money("25086.67万元"));
  CHECK(!Money::of(*Decimal::parse("-1"), MoneyUnit::yuan).has_value());
  for (const MoneyUnit unit : {MoneyUnit::yuan, MoneyUnit::wan_yuan, MoneyUnit::yi_yuan}) {
    CHECK(huice::model::parse_money_unit(huice::model::name(unit)) == unit);
  }
  CHECK(!huice::model::parse_money_unit("美元").has_value());
}
