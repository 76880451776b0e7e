// SPDX-License-Identifier: Apache-2.0
#include "model/quantity.h"

#include "model/random.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

using huice::model::Decimal;
using huice::model::parse_qualifier;
using huice::model::Qualifier;
using huice::model::Quantity;
using huice::test::Random;

namespace {

Quantity quantity(std::string_view text) {
  const auto value = Quantity::parse(text);
  REQUIRE_MESSAGE(value.has_value(), text);
  return *value;
}

}  // namespace

TEST_CASE("a quantity has the qualifier its words mean") {
  const std::array<std::pair<std::string_view, Qualifier>, 15> cases{
      {{"300家", Qualifier::equal},
       {"突破300家", Qualifier::greater},
       {"超过300家", Qualifier::greater},
       {">300家", Qualifier::greater},
       {"≥300家", Qualifier::at_least},
       {"不低于1.5%", Qualifier::at_least},
       {"10家以上", Qualifier::at_least},
       {"10家以下", Qualifier::at_most},
       {"最高500万元", Qualifier::at_most},
       {"≤30日", Qualifier::at_most},
       {"低于3%", Qualifier::less},
       {"约5000人", Qualifier::about},
       {"≈5000人", Qualifier::about},
       {"200名左右", Qualifier::about},
       {"600余人", Qualifier::over}}};
  for (const auto& one : cases) {
    const std::string_view text = one.first;
    CAPTURE(text);
    CHECK(quantity(text).qualifier() == one.second);
    CHECK(quantity(text).text() == text);
  }
}

TEST_CASE("a quantity's number and unit are read apart from its qualifier") {
  CHECK(quantity("突破300家").value() == Decimal(300, 0));
  CHECK(quantity("突破300家").unit() == "家");
  CHECK(quantity("3000余万元").value() == Decimal(3000, 0));
  CHECK(quantity("3000余万元").unit() == "万元");
  CHECK(quantity("3000余万元").money() == huice::model::Money::parse("3000万元"));
  CHECK(quantity("10家以上").unit() == "家");
  CHECK(quantity("1.5%").unit() == "%");
  CHECK(quantity("-0.3个百分点").value() == Decimal(-3, 1));
  CHECK(!quantity("300家").money().has_value());
}

TEST_CASE("a quantity prints back as it was written") {
  Random random(261);
  for (int i = 0; i < 5000; ++i) {
    std::string text = random.number(6, 2);
    const std::string unit(
        random.pick({"家", "人", "万元", "亿元", "%", "个百分点", "项", "平方米"}));
    switch (random.below(4)) {
      case 0:
        text += unit;
        break;
      case 1:
        text = std::string(random.pick({"突破", "超", "不少于", "至少", "最多", "近", "≥", "="})) +
               text + unit;
        break;
      case 2:
        text += "余" + unit;
        break;
      default:
        text += unit + std::string(random.pick({"以上", "以下", "以内", "左右"}));
        break;
    }
    CHECK_MESSAGE(quantity(text).text() == text, text);
  }
}

TEST_CASE("a quantity has one qualifier at most, a unit and no blanks") {
  for (const std::string text : {"",
                                 "家",
                                 "300",
                                 "突破300",
                                 "300以上",
                                 "300余",
                                 "突破300家以上",
                                 "超过300余家",
                                 "300余家以上",
                                 "10家以上左右",
                                 "约300家左右",
                                 "突破超过300家",
                                 "300余余家",
                                 "300 家",
                                 "300　家",
                                 " 300家",
                                 "300家 ",
                                 "300家\r",
                                 "300—500家",
                                 "300-500家",
                                 "1,000家",
                                 "1，000家",
                                 "三百家",
                                 "300.家",
                                 "300>家",
                                 "300家≥",
                                 "+300家",
                                 "0300家"}) {
    CHECK_MESSAGE(!Quantity::parse(text).has_value(), text);
  }
}

TEST_CASE("“多” and “几” around a number are not read as a unit") {
  CHECK(!Quantity::parse("300多家").has_value());
  CHECK(!Quantity::parse("300几家").has_value());
}

TEST_CASE("a quantity from columns prints its qualifier where officials put it") {
  const Decimal number(300, 0);
  CHECK(Quantity(Qualifier::equal, number, "家").text() == "300家");
  CHECK(Quantity(Qualifier::greater, number, "家").text() == "超过300家");
  CHECK(Quantity(Qualifier::at_least, number, "家").text() == "不低于300家");
  CHECK(Quantity(Qualifier::less, number, "家").text() == "低于300家");
  CHECK(Quantity(Qualifier::at_most, number, "家").text() == "不超过300家");
  CHECK(Quantity(Qualifier::about, number, "家").text() == "约300家");
  CHECK(Quantity(Qualifier::over, number, "家").text() == "300余家");
}

TEST_CASE("every qualifier reads back from its own sign, and its quantity from its own text") {
  for (const Qualifier qualifier :
       {Qualifier::equal, Qualifier::greater, Qualifier::at_least, Qualifier::less,
        Qualifier::at_most, Qualifier::about, Qualifier::over}) {
    CHECK(parse_qualifier(huice::model::symbol(qualifier)) == qualifier);
    const std::string text = Quantity(qualifier, Decimal(53, 1), "亿元").text();
    CHECK_MESSAGE(quantity(text).qualifier() == qualifier, text);
  }
  CHECK(parse_qualifier("") == Qualifier::equal);
  CHECK(parse_qualifier("以上") == Qualifier::at_least);
  CHECK(!parse_qualifier("多").has_value());
  CHECK(!parse_qualifier("＞").has_value());
}
