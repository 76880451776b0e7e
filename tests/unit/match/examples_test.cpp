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
  match::check_examples(city.library(), city.locator(), city.problems());
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

TEST_CASE("an example with another verdict is an error at what it expects") {
  CHECK(said(kYes + R"(, "expect": {"verdict": "no"})")
            .find("data/examples.json:1:151: error[example-verdict]: the example “e” expects "
                  "“verdict”: no, but the records give yes\n") == 0);
}

TEST_CASE("an error about an estimate shows the expected and the computed one") {
  CHECK(
      said(kYes +
           R"(, "expect": {"verdict": "yes", "estimate": {"kind": "at_most", "value": "20万元"}})")
          .find("data/examples.json:1:169: error[example-estimate]: the example “e” expects "
                "“estimate”: ≤20万元, but the records give 20万元\n") == 0);
  CHECK(said(kYes + R"(, "expect": {"verdict": "yes"})")
            .find("expects “estimate”: none, but the records give 20万元\n") != std::string::npos);
}

TEST_CASE("all that an example states of an estimate is compared, each key by itself") {
  const std::string stated =
      R"("per": "year", "years": {"exactly": 5}, "provisional": true, "kind": "exact", "value": "20万元")";
  const std::string text =
      said(kYes + R"(, "expect": {"verdict": "yes", "estimate": {)" + stated + "}}");
  CHECK(text.find("error[example-estimate]: the example “e” expects “per”: year, but the records "
                  "give once\n") != std::string::npos);
  CHECK(text.find("error[example-estimate]: the example “e” expects “years”: {\"exactly\": 5}, "
                  "but the records give null\n") != std::string::npos);
  CHECK(text.find("error[example-estimate]: the example “e” expects “provisional”: true, but the "
                  "records give false\n") != std::string::npos);
  CHECK(text.find("“estimate”") == std::string::npos);
  CHECK(text.find("“cautions”") == std::string::npos);
}

TEST_CASE("an example may state years, 待核 and cautions that the records bear out") {
  const std::string by_year =
      R"([{"id": "m", "title": "示例", "effect": "payment",
      "requirements": [{"label": "有贷款", "rule": {"==": [{"var": "listed"}, true]}}, {"label": "符合条件"}],
      "amounts": [{"basis": "unstated", "per": "year", "years": {"at_most": 5},
                   "floors": [{"value": "20万元", "per": "year"}], "wording": "不低于20万元"}]}])";
  const std::string profile =
      R"("measure": "p/1/m", "profile": {"listed": true}, "as_of": "2025-01-01", "expect": {"verdict": "unknown", )";
  const auto said_by_year = [&](const std::string& expected) {
    const Json unchecked =
        Json::parse(R"({"source": {"document": "示例文件（虚构）", "reliability": "待核"}})");
    SmallCity city(unchecked, Json::parse(by_year), "2025-01-01",
                   example(profile + expected + "}"));
    REQUIRE_MESSAGE(city.loaded(), city.said());
    match::check_examples(city.library(), city.locator(), city.problems());
    return city.said();
  };
  CHECK(said_by_year(R"("estimate": {"kind": "at_least", "value": "20万元", "per": "year",
      "years": {"at_most": 5}, "provisional": true},
      "cautions": ["region-unanswered", "judged"])") == "");
  const std::string other = said_by_year(R"("estimate": {"kind": "at_least", "value": "20万元",
      "years": {"exactly": 5}, "provisional": false}, "cautions": [])");
  CHECK(other.find("expects “years”: {\"exactly\": 5}, but the records give {\"at_most\": 5}\n") !=
        std::string::npos);
  CHECK(other.find("expects “provisional”: false, but the records give true\n") !=
        std::string::npos);
  CHECK(other.find("error[example-verdict]: the example “e” expects “cautions”: none, but the "
                   "records give judged, region-unanswered\n") != std::string::npos);
}

TEST_CASE("cautions are compared even where the verdict differs") {
  const std::string text = said(kYes + R"(, "expect": {"verdict": "no", "cautions": ["expired"]})");
  CHECK(text.find("expects “verdict”: no, but the records give yes\n") != std::string::npos);
  CHECK(text.find("expects “cautions”: expired, but the records give none\n") != std::string::npos);
}

TEST_CASE("a caution that there is not is refused when the example is read") {
  SmallCity city(Json::object(), kMeasures, "2025-01-01",
                 example(kYes + R"(, "expect": {"verdict": "yes", "cautions": ["judgd"]})"));
  CHECK(city.said().find("error[unknown-choice]") != std::string::npos);
  CHECK(city.said().find("did you mean “judged”?") != std::string::npos);
}

TEST_CASE("a sum that its kind has no place for does not pass unseen") {
  const std::string sums = said(
      kYes +
      R"(, "expect": {"verdict": "yes", "estimate": {"kind": "exact", "value": "20万元", "from": "1万元", "to": "2万元"}})");
  CHECK(sums.find("expects “from”: 1万元, but the records give none\n") != std::string::npos);
  CHECK(sums.find("expects “to”: 2万元, but the records give none\n") != std::string::npos);
  CHECK(said(kYes +
             R"(, "expect": {"verdict": "yes", "estimate": {"kind": "unknown", "value": "1万元"}})")
            .find("expects “value”: 1万元, but the records give none\n") != std::string::npos);
}

TEST_CASE("an example that nobody can claim states no verdict, sum or caution") {
  const std::string text = said(
      R"("measure": "p/1/a", "profile": {}, "as_of": "2025-01-01", "expect": {"claimable": false,
      "verdict": "yes", "estimate": {"kind": "exact", "value": "20万元"}, "cautions": ["judged"]})");
  CHECK(text.find("expects “verdict”: yes, but the records give none\n") != std::string::npos);
  CHECK(text.find("expects “estimate”: 20万元, but the records give none\n") != std::string::npos);
  CHECK(text.find("expects “cautions”: judged, but the records give none\n") != std::string::npos);
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
  const std::string misspelt = said(
      R"("measure": "p/1/aa", "profile": {}, "as_of": "2025-01-01", "expect": {"claimable": false})");
  CHECK(misspelt.find("error[dangling-reference]") != std::string::npos);
  CHECK(misspelt.find("measure, target or undertaking") != std::string::npos);
  CHECK(misspelt.find("did you mean “p/1/a”?") != std::string::npos);
}

TEST_CASE("an example's answers are checked like any others") {
  const std::string text = said(
      R"("measure": "p/1/m", "profile": {"listd": true}, "as_of": "2025-01-01", "expect": {"verdict": "unknown", "estimate": {"kind": "exact", "value": "20万元"}})");
  CHECK(text.find("error[profile-unknown-field]: there is no profile field “listd”") !=
        std::string::npos);
  CHECK(text.find("did you mean “listed”?") != std::string::npos);
}

TEST_CASE("a rule that names no field, or gives a default, is reported at its place") {
  CHECK(said_of_rule(R"({"var": "listd"})").find("did you mean “listed”?") != std::string::npos);
  const std::string text = said_of_rule(R"({"==": [{"var": ["years", 3]}, 3]})");
  CHECK(text.find("error[rule-variable]: a rule names an answer as {\"var\": \"field\"}, without a "
                  "default\n") != std::string::npos);
  CHECK(text.find("data/policies/p.json:") == 0);
}

TEST_CASE("a line of the condition language has a longest length") {
  const std::string text = said_of_rule('"' + std::string(4001, 'x') + '"');
  CHECK(text.find("error[condition-too-long]: this condition has more than 4000 bytes\n") !=
        std::string::npos);
}

TEST_CASE("a constant has to be of the kind that its field is") {
  CHECK(said_of_rule(R"({">=": [{"var": "spending"}, "3%"]})").find("error[bad-money]") !=
        std::string::npos);
  CHECK(said_of_rule(R"({"==": [{"var": "size"}, "中等"]})").find("error[unknown-choice]") !=
        std::string::npos);
}
