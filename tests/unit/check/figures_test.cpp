// SPDX-License-Identifier: Apache-2.0
#include "check/figures.h"

#include "base/json/read.h"
#include "check/rule_numbers.h"

#include <doctest/doctest.h>

using namespace huice;

namespace {

std::string numbers(std::string_view text) {
  std::string out;
  for (const check::Number& number : check::numbers_in(text)) {
    if (!out.empty()) out += " ";
    out += text.substr(number.offset, number.bytes);
    out += "=" + number.figure.value.text() + number.figure.unit;
  }
  return out;
}

json::Value rule(const std::string& text) {
  Diagnostics none;
  return json::parse(SourceText("rule", text), none).value_or(json::Value());
}

std::string bracket(const std::string& json) {
  const auto found = check::bracket_of(rule(json));
  if (!found) return "none";
  std::string out;
  if (found->low) out += found->low->written + (found->low->included ? "≤" : "<");
  out += found->variable;
  if (found->high) out += (found->high->included ? "≤" : "<") + found->high->written;
  return out;
}

}  // namespace

TEST_CASE("numbers of a text are those with a unit; money is in 元") {
  CHECK(numbers("奖补20万元，占3.5%，共99户、600余名") ==
        "20万元=200000.00元 3.5%=3.5% 99户=99家 600余名=600人");
  CHECK(numbers("提高1.5个百分点，上浮100个基点，3000余万元") ==
        "1.5个百分点=1.5个百分点 100个基点=100个基点 3000余万元=30000000.00元");
}

TEST_CASE("years, days, ordinals, tenors, months and names are not figures") {
  CHECK(numbers("2021年9月3日第3项，1年期LPR，6个月，R2D2个，〔2021〕61号，2.0版，1+"
                "1，10个工作日，2022年度")
            .empty());
  CHECK(numbers("连续3年，20日以内") == "3年=3年 20日=20日");
}

TEST_CASE("a blank before the unit, full-width digits and thousands separators are read") {
  CHECK(numbers("15 万元，150,000元，１５万元，１５０，０００元，15.0万元，１．５％") ==
        "15 万元=150000.00元 150,000元=150000.00元 １５万元=150000.00元 "
        "１５０，０００元=150000.00元 15.0万元=150000.00元 １．５％=1.5%");
  CHECK(numbers("共2,021家，其中2021，100家；15    万元") == "2,021家=2021家 100家=100家");
}

TEST_CASE("Chinese numerals are read before a unit") {
  CHECK(numbers("十五万元，一百二十家，两年，五千元，一千零五名，三万五千元，百分之五，百分之20，"
                "百分之三点五，百分之零点二五，百分之十点〇") ==
        "十五万元=150000.00元 一百二十家=120家 两年=2年 五千元=5000.00元 一千零五名=1005人 "
        "三万五千元=35000.00元 百分之五=5% 百分之20=20% 百分之三点五=3.5% 百分之零点二五=0.25% "
        "百分之十点〇=10.0%");
}

TEST_CASE("numerals that count nothing are not figures") {
  CHECK(numbers("一次性奖励，一批，一家，第十五项，十四五，二〇二一年，三个方面，百家争鸣，数十家，"
                "三项目，百分之几，两个，百分之三点几，百分之三点十")
            .empty());
}

TEST_CASE("a comparison is worded from the variable's side, and a negated rule has none") {
  const auto signs = [](const char* json) {
    std::string out;
    for (const auto& one : check::comparisons_in_rule(rule(json))) {
      out += one.sign + one.literal.written + " ";
    }
    return out;
  };
  CHECK(signs(R"({">=":[{"var":"x"},10]})") == "≥10 ");
  CHECK(signs(R"({"<":["3%",{"var":"x"}]})") == ">3% ");
  CHECK(signs(R"({"<=":["3%",{"var":"x"},"5%"]})") == "≥3% ≤5% ");
  CHECK(signs(R"({"and":[{">":[10,{"var":"x"}]},{"==":[{"var":"y"},2]}]})") == "<10 =2 ");
  CHECK(signs(R"({"!":[{">":[{"var":"x"},10]}]})").empty());
}

TEST_CASE("literals of a rule are the constants it compares with, not the names of fields") {
  const auto found = check::literals_in_rule(rule(
      R"({"and":[{">=":[{"var":["rd",7]},"500万元"]},{"<":[{"var":"share"},"3%"]},{"==":[{"var":"n"},2]},{"in":["市级",[true,null]]}]})"));
  REQUIRE(found.size() == 3);
  CHECK(found[0].written == "500万元");
  CHECK(found[1].figure.unit == "%");
  CHECK(found[2].figure.unit.empty());
  CHECK(check::words_in_rule(rule(R"({"in":["市级",["5%"]]})")) ==
        std::vector<std::string>{"市级"});
}

TEST_CASE("a plain bracket is read in every way it can be written") {
  CHECK(bracket(R"({">=":[{"var":"x"},"3%"]})") == "3%≤x");
  CHECK(bracket(R"({"<":[{"var":"x"},5]})") == "x<5");
  CHECK(bracket(R"({">":["5%",{"var":"x"}]})") == "x<5%");
  CHECK(bracket(R"({"<=":["3%",{"var":"x"},"5%"]})") == "3%≤x≤5%");
  CHECK(bracket(R"({"and":[{">":[{"var":"x"},1]},{"<=":[{"var":"x"},2]}]})") == "1<x≤2");
}

TEST_CASE("a rule that is not a bracket of one variable is not read as one") {
  for (const char* json : {R"({"or":[{">":[{"var":"x"},1]}]})", R"({"==":[{"var":"x"},1]})",
                           R"({"and":[{">":[{"var":"x"},1]},{"<":[{"var":"y"},2]}]})",
                           R"({"and":[{">":[{"var":"x"},1]},{">":[{"var":"x"},2]}]})",
                           R"({"<":[{"var":"x"},{"var":"y"}]})", "true", "{}", R"({"<":[1,2]})"}) {
    CAPTURE(json);
    CHECK(bracket(json) == "none");
  }
}
