// SPDX-License-Identifier: Apache-2.0
#include "match/examples.h"

#include "match/small_city.h"

using namespace huice;
using namespace huice::test;
using Json = nlohmann::ordered_json;

namespace {

const Json kMeasures = Json::parse(R"([
  {"id": "m", "title": "示例", "effect": "payment",
   "requirements": [{"label": "在库", "rule": {"var": "listed"}}],
   "amounts": [{"basis": "fixed", "value": "20万元", "per": "once"}]},
  {"id": "a", "title": "考核", "effect": "assessment"}])");

std::string example(const std::string& members) {
  return R"({"examples": [{"id": "e", "why": "示例", )" + members + "}]}";
}

// What is said of one worked example.
std::string said(const std::string& members) {
  SmallCity city(Json::object(), kMeasures, "2025-01-01", example(members));
  REQUIRE_MESSAGE(city.loaded(), city.said());
  match::check_examples(city.library(), city.locate(), city.problems());
  return city.said();
}

// What is said of a rule.
std::string said_of_rule(const std::string& rule) {
  Json measures = kMeasures;
  measures[0]["requirements"][0]["rule"] = Json::parse(rule);
  SmallCity city(Json::object(), measures, "2025-01-01");
  return city.said();
}

const std::string kYes =
    R"("measure": "p/1/m", "profile": {"registered-region": "示例市", "listed": true}, "as_of": "2025-01-01")";

}  // namespace

TEST_CASE("an example that the records bear out says nothing") {
  CHECK(said(kYes + R"(, "expect": {"verdict": "yes", "estimate": {"kind": "exact", "value":
  "20万元"}})") == "");
  CHECK(
      said(
          R"("measure": "p/1/a", "profile": {}, "as_of": "2025-01-01", "expect": {"claimable": false})") ==
      "");
}

TEST_CASE("an example with another verdict is an error where it stands") {
  CHECK(said(kYes + R"(, "expect": {"verdict": "no"})")
            .find("data/examples.json:1:15: error[example-verdict]: the example “e” expects the "
                  "verdict "
                  "no, but the records give yes\n") == 0);
}

TEST_CASE("an example with another estimate tells both") {
  CHECK(
      said(kYes +
           R"(, "expect": {"verdict": "yes", "estimate": {"kind": "at_most", "value": "20万元"}})")
          .find("data/examples.json:1:15: error[example-estimate]: the example “e” expects "
                "最高20万元, but the records give 20万元\n") == 0);
  CHECK(said(kYes + R"(, "expect": {"verdict": "yes"})")
            .find("expects 无金额, but the records give 20万元\n") != std::string::npos);
}

TEST_CASE("a measure that is offered is no example of what cannot be claimed") {
  const std::string text = said(kYes + R"(, "expect": {"claimable": false})");
  CHECK(text.find("data/examples.json:1:15: error[example-claimable]: the example “e” says that "
                  "“p/1/m” cannot be claimed, but it is offered as a measure\n") == 0);
}

TEST_CASE("an example of a measure that is not there gets the nearest one") {
  const std::string text = said(
      R"("measure": "p/1/n", "profile": {}, "as_of": "2025-01-01", "expect": {"verdict": "no"})");
  CHECK(text.find("error[dangling-reference]") != std::string::npos);
}

TEST_CASE("an example's answers are checked like any others") {
  const std::string text = said(
      R"("measure": "p/1/m", "profile": {"listd": true}, "as_of": "2025-01-01", "expect": {"verdict": "unknown", "estimate": {"kind": "exact", "value": "20万元"}})");
  CHECK(text.find("error[profile-unknown-field]: there is no profile field “listd”") !=
        std::string::npos);
  CHECK(text.find("did you mean “listed”?") != std::string::npos);
}

TEST_CASE("a rule that names no field, or gives a default, is told where it stands") {
  CHECK(said_of_rule(R"({"var": "listd"})").find("did you mean “listed”?") != std::string::npos);
  const std::string text = said_of_rule(R"({"==": [{"var": ["years", 3]}, 3]})");
  CHECK(text.find("error[rule-variable]: a rule names an answer as {\"var\": \"field\"}, without a "
                  "default\n") != std::string::npos);
  CHECK(text.find("data/policies/p.json:") == 0);
}

TEST_CASE("a constant has to be of the kind that its field is") {
  CHECK(said_of_rule(R"({">=": [{"var": "spending"}, "3%"]})").find("error[bad-money]") !=
        std::string::npos);
  CHECK(said_of_rule(R"({"==": [{"var": "size"}, "中等"]})").find("error[unknown-choice]") !=
        std::string::npos);
}
