// SPDX-License-Identifier: Apache-2.0
#include "model/written_values.h"

#include "model/schema/suggestions.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace huice::model;

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

template <class Function>
void check_all(const Function& made, const Pairs& pairs) {
  for (const auto& one : pairs) {
    CAPTURE(one.first);
    CHECK(made(one.first) == one.second);
  }
}

}  // namespace

TEST_CASE("money as offices write it is the money that is meant") {
  check_all(plain_money, {{"20万元", "20万元"},
                          {"５０万元", "50万元"},
                          {"８千元", "8000元"},
                          {"8.5千元", "8500元"},
                          {"1,000 万元", "1000万元"},
                          {"１，２００．５万", "1200.5万元"},
                          {"5千万元", "5000万元"},
                          {"3百万", "300万元"},
                          {"1.2百亿元", "120亿元"},
                          {"人民币5000万元整", "5000万元"},
                          {"¥ 20万元", "20万元"},
                          {"20万元人民币\u00A0", "20万元"}});
  // What is no money, or says more than a sum, is left as it is.
  for (const char* other : {"20", "最高20万元", "约20万元", "20-30万元", "1,00万元", "0.001元",
                            "-5元", "二十万元", "20万美元", "20万元起", "", "元"}) {
    CAPTURE(other);
    CHECK(plain_money(other) == other);
  }
}

TEST_CASE("rates and days as offices write them") {
  check_all(plain_rate, {{"５０％", "50%"},
                         {"50 %", "50%"},
                         {"1.5百分点", "1.5个百分点"},
                         {"100基点", "100个基点"},
                         {"-０．５％", "-0.5%"},
                         {"百分之五", "百分之五"},
                         {"50", "50"}});
  check_all(plain_date, {{"2022.9.28", "2022-09-28"},
                         {"2022/09/28", "2022-09-28"},
                         {"20220928", "2022-09-28"},
                         {"２０２２年９月２８日", "2022-09-28"},
                         {"2022-9-28 ", "2022-09-28"},
                         {"2022-02-30", "2022-02-30"},
                         {"2022.9", "2022.9"},
                         {"22.9.28", "22.9.28"},
                         {"2022-9/28", "2022-9/28"}});
  CHECK(has_form_of_date("2022年2月30日"));
  CHECK(!has_form_of_date("2022年2月"));
}

TEST_CASE("a refused value is answered with the spelling that is taken, where it is certain") {
  check_all(schema::suggest_money, {{"五千万元", "5000万元"},
                                    {"人民币伍拾万元整", "50万元"},
                                    {"20万圆", "20万元"},
                                    {"最高五十万元", ""},
                                    {"不超过20万元", ""},
                                    {"5000", ""},
                                    {"五十", ""}});
  check_all(schema::suggest_rate,
            {{"百分之五十", "50%"}, {"百分之三点五", "3.5%"}, {"千分之二", "2‰"}, {"一半", ""}});
  check_all(schema::suggest_date, {{"二〇二二年九月二十八日", "2022-09-28"},
                                   {"2022年9月28号", "2022-09-28"},
                                   {"2022年9月28", "2022-09-28"},
                                   {"2022年2月30日", ""},
                                   {"长期有效", ""}});
  check_all(schema::suggest_period, {{"2024年", "2024"},
                                     {"２０２４", "2024"},
                                     {"2024年度", "2024"},
                                     {"2024年9月", "2024-09"},
                                     {"2024年一季度", "2024Q1"},
                                     {"2024年第3季度", "2024Q3"},
                                     {"2024年上半年", "2024-01/2024-06"},
                                     {"2024年1—9月", "2024-01/2024-09"},
                                     {"2024年1月至9月", "2024-01/2024-09"},
                                     {"2024年末", "@2024"},
                                     {"截至2025年9月3日", "to@2025-09-03"},
                                     {"截至2024年底", "to@2024"},
                                     {"二〇二四年", "2024"},
                                     {"2024q3", "2024Q3"},
                                     {"2004年5月", ""},
                                     {"累计", "to@unstated"},
                                     {"上年", ""}});
  check_all(schema::suggest_quantity,
            {{"１，２００ 家", "1200家"}, {"300 家", "300家"}, {"很多家", ""}});
  check_all(schema::suggest_qualifier, {{">=", "≥"}, {"＞", ">"}, {"多", ""}});
  check_all(schema::suggest_url, {{"www.ordos.gov.cn", "https://www.ordos.gov.cn"},
                                  {"http://a b.cn", "http://ab.cn"},
                                  {"javascript:alert(1)", ""},
                                  {"a\x1b.cn/x", ""},
                                  {"无", ""}});
  check_all(schema::suggest_id,
            {{"RD", "rd"}, {"r--d", "r-d"}, {"A_b", "a-b"}, {"研发", ""}, {"a.-b", "a.b"}});
}
