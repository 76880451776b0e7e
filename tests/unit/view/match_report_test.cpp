// SPDX-License-Identifier: Apache-2.0
//
// The report on an enterprise, part by part.
#include "view/match_report.h"

#include "base/json/read.h"
#include "base/json/write.h"
#include "match/answers.h"
#include "match/small_city.h"
#include "view/shipped_words.h"

#include <doctest/doctest.h>

using namespace huice;
using logic::Value;

TEST_CASE("of recognitions that were named, their parts are missing; else the answer itself") {
  const view::Words& words = test::chinese_words();
  model::ProfileField field;
  field.label = "资质";
  CHECK(view::missing_text(field, Value(), words) == "资质");
  CHECK(view::missing_text(field, Value::list({}), words) == "资质");
  CHECK(view::missing_text(field, Value::list({Value::text("高新技术企业")}), words) ==
        "资质的级别、年份或认定方式");
}

TEST_CASE("a sum that was rounded to 分 is said with 约, in the words of the language") {
  const auto measures = nlohmann::ordered_json::parse(R"([{
    "id": "m", "title": "示例", "effect": "payment", "beneficiaries": [],
    "amounts": [{"basis": "rate", "rate": "0.5%", "of": "贷款", "of_field": "loan"}]}])");
  test::SmallCity city({}, measures, "2026-03-05");
  REQUIRE_MESSAGE(city.loaded(), city.said());
  const auto given = json::parse(SourceText("profile", R"({"loan": "333.33元"})"), city.problems());
  REQUIRE(given.has_value());
  const match::Answers answers = match::read_profile(
      *given, city.plan().profile(), [](json::Span) { return Location{}; }, city.problems());
  const std::string chinese =
      json::text(view::match_report(city.plan(), answers, test::chinese_words()));
  CHECK(chinese.find("按0.5%计算，基数为贷款：333.33元，得约1.67元") != std::string::npos);
  const view::Words english(test::shipped_catalogue("en"), nullptr, "en");
  const std::string said = json::text(view::match_report(city.plan(), answers, english));
  CHECK(said.find("0.5% of 贷款 (333.33元) is about 1.67元") != std::string::npos);
}
