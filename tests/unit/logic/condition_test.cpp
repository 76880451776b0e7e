// SPDX-License-Identifier: Apache-2.0
#include "base/json/read.h"
#include "base/json/write.h"
#include "condition_names.h"
#include "logic/condition/parse.h"
#include "logic/condition/print.h"

#include <doctest/doctest.h>

using namespace huice;

namespace {

std::string logic_of(std::string_view line, const logic::Vocabulary& names = test::some_names()) {
  const logic::ParsedCondition parsed = logic::parse_condition(line, names);
  if (const auto* json = std::get_if<json::Value>(&parsed)) return json::text(*json);
  const auto& fault = std::get<logic::LineFault>(parsed);
  std::string said(fault.message.code.slug());
  for (const Argument& one : fault.message.arguments) said += " " + one.in(Language::zh);
  said += " @" + std::string(line.substr(fault.at.offset, fault.at.length));
  return fault.suggestion.empty() ? said : said + " -> " + fault.suggestion;
}

std::string printed(std::string_view rule) {
  Diagnostics problems;
  const auto json = json::parse(SourceText("rule", rule), problems);
  REQUIRE(json);
  return logic::print_condition(*json, test::some_names()).value_or("no form");
}

}  // namespace

TEST_CASE("a field is compared with a sum, a rate, a number with its unit or a day") {
  CHECK(logic_of("年度研发投入 >= 5000万元") == R"({">=":[{"var":"spending"},"5000万元"]})");
  CHECK(logic_of("share<3.5%") == R"({"<":[{"var":"share"},"3.5%"]})");
  CHECK(logic_of("园区内企业数 > 10家") == R"({">":[{"var":"park-firms"},10]})");
  CHECK(logic_of("职工总数 != 1.5万人") == R"({"!=":[{"var":"staff"},15000]})");
  CHECK(logic_of("职工总数 <= 20万") == R"({"<=":[{"var":"staff"},200000]})");
  CHECK(logic_of("放款日 >= 2022年1月5日") == R"({">=":[{"var":"loan-day"},"2022-01-05"]})");
  CHECK(logic_of("2022-01-05 <= 放款日") == R"({"<=":["2022-01-05",{"var":"loan-day"}]})");
}

TEST_CASE("comparisons may be words or signs, figures may be wide or have separators") {
  const std::string at_least = R"({">=":[{"var":"spending"},"5000万元"]})";
  for (const char* line :
       {"年度研发投入≥5000万元", "年度研发投入不低于5000万元", "年度研发投入 达到 5,000 万元",
        "年度研发投入＞＝５０００万元", "年度研发投入不少于5000万元", "年度研发投入5000万元以上",
        "「年度研发投入」 大于等于 5000万元"}) {
    CAPTURE(line);
    CHECK(logic_of(line) == at_least);
  }
  CHECK(logic_of("年度研发投入超过5000万元") == R"({">":[{"var":"spending"},"5000万元"]})");
  CHECK(logic_of("年度研发投入不足5000万元") == R"({"<":[{"var":"spending"},"5000万元"]})");
  CHECK(logic_of("年度研发投入不超过5000万元") == R"({"<=":[{"var":"spending"},"5000万元"]})");
  CHECK(logic_of("年度研发投入5000万元以下") == R"({"<=":[{"var":"spending"},"5000万元"]})");
  CHECK(logic_of("年度研发投入等于5000万元") == R"({"==":[{"var":"spending"},"5000万元"]})");
}

TEST_CASE("the longest known name wins over a word of the language inside it") {
  CHECK(logic_of("自主研发产品或技术 或 非国有企业") ==
        R"({"or":[{"==":[{"var":"own-technology"},true]},{"==":[{"var":"not-state"},true]}]})");
  CHECK(logic_of("研发投入占营业收入比例 >= 3%") == R"({">=":[{"var":"share"},"3%"]})");
  CHECK(logic_of("申报主体 = 高校或科研院所") == R"({"==":[{"var":"kind"},"高校或科研院所"]})");
  CHECK(logic_of("申报主体是企业或规模以上企业") ==
        R"({"or":[{"==":[{"var":"kind"},"企业"]},{"==":[{"var":"scaled"},true]}]})");
}

TEST_CASE("a field of yes or no is a condition by itself") {
  const std::string no = R"({"==":[{"var":"scaled"},false]})";
  CHECK(logic_of("规模以上企业") == R"({"==":[{"var":"scaled"},true]})");
  CHECK(logic_of("规模以上企业 是") == R"({"==":[{"var":"scaled"},true]})");
  CHECK(logic_of("规模以上企业 = 否") == no);
  CHECK(logic_of("规模以上企业为否") == no);
  CHECK(logic_of("规模以上企业否") == no);
  CHECK(logic_of("规模以上企业 != 是") == R"({"!=":[{"var":"scaled"},true]})");
  CHECK(logic_of("非 规模以上企业") == R"({"!":[{"==":[{"var":"scaled"},true]}]})");
}

TEST_CASE("a choice is one of several values, or none of them") {
  CHECK(logic_of("注册地 属于 鄂尔多斯市") == R"({"in":[{"var":"region"},["鄂尔多斯市"]]})");
  CHECK(logic_of("注册地属于鄂尔多斯市、「其他」") ==
        R"({"in":[{"var":"region"},["鄂尔多斯市","其他"]]})");
  CHECK(logic_of("注册地不属于鄂尔多斯市") ==
        R"({"!":[{"in":[{"var":"region"},["鄂尔多斯市"]]}]})");
  CHECK(logic_of("注册地不是其他") == R"({"!=":[{"var":"region"},"其他"]})");
}

TEST_CASE("brackets, 且, 或 and 非 nest, and only brackets mix 且 with 或") {
  CHECK(logic_of("（规模以上企业 或 非国有企业）并且 非（注册地 = 其他）") ==
        R"({"and":[{"or":[{"==":[{"var":"scaled"},true]},{"==":[{"var":"not-state"},true]}]},)"
        R"({"!":[{"==":[{"var":"region"},"其他"]}]}]})");
  CHECK(logic_of("规模以上企业 且 非国有企业 且 own-technology") ==
        R"({"and":[{"==":[{"var":"scaled"},true]},{"==":[{"var":"not-state"},true]},)"
        R"({"==":[{"var":"own-technology"},true]}]})");
  CHECK(logic_of("规模以上企业 且 非国有企业 或 own-technology") == "condition-mixed @或");
}

TEST_CASE("what is in the brackets of a recognition is of one recognition") {
  CHECK(logic_of("认定（市级，“专精特新”中小企业，首次认定）") ==
        R"({"some":[{"var":"recognitions"},{"and":[{"==":[{"var":"tier"},"市级"]},)"
        R"({"==":[{"var":"name"},"“专精特新”中小企业"]},{"==":[{"var":"how"},"首次认定"]}]}]})");
  CHECK(logic_of("认定(专精特新小巨人企业)") ==
        R"({"some":[{"var":"recognitions"},{"==":[{"var":"name"},"专精特新“小巨人”企业"]}]})");
  CHECK(logic_of("认定（企业技术（研发）中心，国家级、自治区级）") ==
        R"({"some":[{"var":"platforms"},{"and":[{"==":[{"var":"name"},"企业技术（研发）中心"]},)"
        R"({"in":[{"var":"tier"},["国家级","自治区级"]]}]}]})");
  CHECK(logic_of("已获认定（国家级 或 自治区级，年份 >= 2022年）") ==
        R"({"some":[{"var":"recognitions"},{"and":[{"or":[{"==":[{"var":"tier"},"国家级"]},)"
        R"({"==":[{"var":"tier"},"自治区级"]}]},{">=":[{"var":"year"},2022]}]}]})");
  CHECK(logic_of("已获批的平台、基地和机构 没有（非 国家级）") ==
        R"({"none":[{"var":"platforms"},{"!":[{"==":[{"var":"tier"},"国家级"]}]}]})");
  CHECK(logic_of("已获认定 全部（方式 属于 首次认定）") ==
        R"({"all":[{"var":"recognitions"},{"in":[{"var":"how"},["首次认定"]]}]})");
  CHECK(logic_of("已获认定 不包含 高新技术企业") ==
        R"({"!":[{"some":[{"var":"recognitions"},{"==":[{"var":"name"},"高新技术企业"]}]}]})");
}

TEST_CASE("a side may be computed; a field may lie between two values") {
  CHECK(logic_of("年度研发投入 / 营业收入 >= 8%") ==
        R"({">=":[{"/":[{"var":"spending"},{"var":"revenue"}]},"8%"]})");
  CHECK(logic_of("(营业收入 - 年度研发投入) ÷ 年度研发投入 > -5%") ==
        R"({">":[{"/":[{"-":[{"var":"revenue"},{"var":"spending"}]},{"var":"spending"}]},"-5%"]})");
  CHECK(logic_of("spending + revenue × 2 × 3% + 1元 < 3亿元") ==
        R"({"<":[{"+":[{"var":"spending"},{"*":[{"var":"revenue"},2,"3%"]},"1元"]},"3亿元"]})");
  CHECK(logic_of("3% <= 研发投入占营业收入比例 <= 8%") == R"({"<=":["3%",{"var":"share"},"8%"]})");
  CHECK(logic_of("3% <= share < 8%") ==
        R"({"and":[{"<=":["3%",{"var":"share"}]},{"<":[{"var":"share"},"8%"]}]})");
}

TEST_CASE("a fault says what is wrong at the word that is wrong, with the nearest right one") {
  CHECK(logic_of("年度研发投人 >= 5000万元") ==
        "condition-unknown-name 年度研发投人 @年度研发投人 -> 年度研发投入");
  CHECK(logic_of("自主研发产品及技术") ==
        "condition-unknown-name 自主研发产品及技术 @自主研发产品及技术 -> 自主研发产品或技术");
  CHECK(logic_of("「职工人数」 > 3") == "condition-unknown-name 职工人数 @职工人数 -> 职工总数");
  CHECK(logic_of("认定（市级，专精特薪中小企业）") ==
        "condition-unknown-name 专精特薪中小企业 @专精特薪中小企业 -> “专精特新”中小企业");
  CHECK(logic_of("年度研发投入 => 5000万元") == "condition-operator => @=> -> >=");
  CHECK(logic_of("规模以上企业 && 非国有企业") == "condition-operator && @&& -> 并且");
  CHECK(logic_of("年度研发投入 属于 5000万元") ==
        "condition-comparison 年度研发投入 属于 >= <= > < = != @属于");
  CHECK(logic_of("注册地 >= 其他") == "condition-comparison 注册地 >= = != 属于 不属于 @>=");
  CHECK(logic_of("注册地 = 其他、鄂尔多斯市") ==
        "condition-comparison 注册地 = 属于 不属于 @= -> 属于");
  CHECK(logic_of("园区内企业数 >= 10人") == "condition-unit 人 园区内企业数 10家 @10人 -> 10家");
  CHECK(logic_of("年度研发投入") == "condition-incomplete 年度研发投入 @年度研发投入");
  CHECK(logic_of("年度研发投入 >=") == "condition-ends 数字、金额、比例或字段 @");
  CHECK(logic_of("（规模以上企业") == "condition-ends 右括号） @");
  CHECK(logic_of("") == "condition-ends 一项条件 @");
  CHECK(logic_of("规模以上企业，非国有企业") == "condition-rest ， @，");
  CHECK(logic_of("年度研发投入 >= 5000万元以上") == "condition-rest 以上 @以上");
  CHECK(logic_of("年度研发投入 5000万元") ==
        "condition-expected 比较的符号，如 >= 5000万元 @5000万元");
  CHECK(logic_of("（规模以上企业）+ 1 > 2") == "condition-no-value @（规模以上企业）");
  CHECK(logic_of("「注册地 = 其他") == "condition-quote-open @「");
  CHECK(logic_of("已获认定 = 高新技术企业") ==
        "condition-comparison 已获认定 = （…） 全部（…） 没有（…） 包含 不包含 @=");
  CHECK(logic_of("认定（市级）") ==
        "condition-ambiguous 认定 已获认定、已获批的平台、基地和机构 @认定");
}

TEST_CASE("two fields of one name are refused where the name is used") {
  std::vector<logic::Term> terms = test::some_names().terms();
  terms.push_back({"scaled-2", "规模以上企业", logic::TermKind::yes_no, {}, {}, {}});
  const logic::Vocabulary names(std::move(terms), "认定");
  CHECK(logic_of("规模以上企业", names) ==
        "condition-ambiguous 规模以上企业 scaled、scaled-2 @规模以上企业");
  CHECK(logic_of("scaled-2", names) == R"({"==":[{"var":"scaled-2"},true]})");
}

TEST_CASE("a line has a longest length, and brackets a deepest nesting") {
  std::string line = "规模以上企业";
  for (std::size_t i = 0; i < logic::kDeepestCondition; ++i) line = "（" + line + "）";
  CHECK(logic_of(line) == R"({"==":[{"var":"scaled"},true]})");
  CHECK(logic_of("非" + line) == "rule-too-deep 25 @（");
  CHECK(logic_of(std::string(logic::kLongestCondition, 'a')).starts_with("condition-unknown-name"));
  CHECK(logic_of(std::string(logic::kLongestCondition + 1, 'a')).substr(0, 23) ==
        "condition-too-long 4000");
}

TEST_CASE("JsonLogic is printed as the line that is read as it") {
  for (const char* line :
       {"年度研发投入 >= 5000万元 或 研发投入占营业收入比例 >= 3%",
        "认定（市级，“专精特新”中小企业，首次认定）",
        "已获认定（国家级 或 自治区级，年份 >= 2022年）",
        "已获批的平台、基地和机构 没有（非 国家级）",
        "规模以上企业 并且 非（注册地 属于 鄂尔多斯市、其他 或 非国有企业 = 否）",
        "注册地 不属于 其他", "年度研发投入 / 营业收入 >= 8%",
        "（营业收入 - 年度研发投入）/ 年度研发投入 > -5%", "3% <= 研发投入占营业收入比例 <= 8%",
        "放款日 >= 2022-01-05"}) {
    CAPTURE(line);
    const std::string logic = logic_of(line);
    REQUIRE(logic.starts_with('{'));
    CHECK(logic_of(printed(logic)) == logic);
  }
  CHECK(printed(R"({"some":[{"var":"platforms"},{"==":[{"var":"name"},"重点实验室"]}]})") ==
        "认定（重点实验室）");
  CHECK(printed(R"({"==":["其他",{"var":"region"}]})") == "注册地 = 其他");
  CHECK(printed(R"({"var":"scaled"})") == "规模以上企业");
}

TEST_CASE("a rule without a form in the language stays JsonLogic") {
  for (const char* rule :
       {R"({"var":"spending"})", R"({"if":[{"var":"scaled"},true,false]})",
        R"({">":[{"reduce":[{"var":"recognitions"},{"+":[1,{"var":"accumulator"}]},0]},2]})",
        R"({"==":[{"var":"unknown"},true]})", R"({">":[{"var":"staff"},1e3]})",
        R"({"and":[{"var":"scaled"}]})", R"({"<":[{"var":"spending"},"5000"]})", "true"}) {
    CAPTURE(rule);
    CHECK(printed(rule) == "no form");
  }
}
