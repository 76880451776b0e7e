// SPDX-License-Identifier: Apache-2.0
#include "match/answers.h"

#include "logic/json.h"
#include "match/small_city.h"

using namespace huice;
using namespace huice::test;
using logic::Value;

namespace {

const SmallCity& city() {
  static const SmallCity city(nlohmann::ordered_json::object(), nlohmann::ordered_json::array(),
                              "2025-01-01");
  return city;
}

const model::ProfileField& field(const std::string& id) {
  for (const model::ProfileField& one : city().library().profile) {
    if (one.id == id) return one;
  }
  FAIL("no field ", id);
  std::abort();
}

// The answer as JSON, or what is wrong with it.
std::string told(const match::ReadAnswer& read) {
  if (read.fault) return format_diagnostic(read.fault->at(Location::of_file("f")));
  return logic::to_json(read.value).value_or("nothing");
}

std::string cell(const std::string& id, const std::string& text) {
  return told(match::read_cell(field(id), text));
}

std::string given(const std::string& id, const std::string& json) {
  return told(match::read_answer(field(id), std::get<Value>(logic::parse_json(json))));
}

}  // namespace

TEST_CASE("an answer has the form that rules compute with") {
  CHECK(given("spending", R"("1200万元")") == "1200000000");
  CHECK(given("share", R"("3.5%")") == "35000");
  CHECK(given("share", R"("0.0001%")") == "1");
  CHECK(given("years", "3") == "3");
  CHECK(given("years", R"("3.5")") == "3.5");
  CHECK(given("day", R"("2024-05-20")") == R"("2024-05-20")");
  CHECK(given("listed", "false") == "false");
  CHECK(given("size", R"("小型")") == R"("小型")");
  CHECK(given("recognitions", R"([{"name": "甲类企业", "year": 2020}])") ==
        R"([{"name":"“甲类”企业","year":2020}])");
}

TEST_CASE("null is no answer, and an empty list is one") {
  CHECK(given("spending", "null") == "nothing");
  CHECK(given("recognitions", "null") == "nothing");
  CHECK(given("recognitions", "[]") == "[]");
}

TEST_CASE("cells are read as people type them") {
  CHECK(cell("spending", " 1200万元 ") == "1200000000");
  CHECK(cell("listed", "是") == "true");
  CHECK(cell("listed", "FALSE") == "false");
  CHECK(cell("years", "3") == "3");
  CHECK(cell("years", "") == "nothing");
  CHECK(cell("recognitions", "无") == "[]");
  CHECK(cell("recognitions", "甲类企业(市级,2022年) ；乙类企业") ==
        R"([{"name":"“甲类”企业","tier":"市级","year":2022},{"name":"乙类企业"}])");
  CHECK(cell("recognitions", "乙类企业（整体迁入、国家级）") ==
        R"([{"name":"乙类企业","how":"整体迁入","tier":"国家级"}])");
}

TEST_CASE("what an answer prints reads as the same answer") {
  const std::vector<std::pair<std::string, std::string>> answers{
      {"spending", "1200000033"},
      {"spending", "0"},
      {"spending", "9007199254740991"},
      {"share", "35001"},
      {"share", "1"},
      {"day", R"("2024-05-20")"},
      {"listed", "true"},
      {"listed", "false"},
      {"size", R"("大型")"},
      {"recognitions", "[]"},
      {"recognitions", R"([{"name":"“甲类”企业","tier":"国家级","year":2022,"how":"再次认定"}])"},
      {"recognitions", R"([{"name":"乙类企业"},{"name":"“甲类”企业","how":"整体迁入"}])"}};
  for (const auto& [id, json] : answers) {
    const std::string text =
        match::answer_text(field(id), std::get<Value>(logic::parse_json(json)));
    CAPTURE(text);
    CHECK(cell(id, text) == json);
  }
}

TEST_CASE("an answer that cannot be read says what was expected") {
  CHECK(given("size", R"("中等")") ==
        "f: error[unknown-choice]: “size” cannot be “中等”\n"
        "  did you mean “中型”?\n"
        "  hint: it is one of: 微型, 小型, 中型, 大型\n");
  CHECK(
      cell("size", "中等").starts_with("f: error[unknown-choice]: “企业规模” cannot be “中等”\n"));
  CHECK(cell("listed", "有").starts_with("f: error[unknown-choice]: “在库” cannot be “有”\n"));
  CHECK(given("listed", R"("是")") ==
        "f: error[answer-wrong-type]: “listed” takes true or false, not \"是\"\n"
        "  hint: leave it out, or write null, where nothing is known\n");
  CHECK(
      given("spending", "5")
          .starts_with("f: error[answer-wrong-type]: “spending” takes a text in quotes, not 5\n"));
  CHECK(cell("spending", "1200").starts_with("f: error[bad-money]: “1200” is not an amount"));
  CHECK(cell("share", "5个百分点").starts_with("f: error[bad-rate]:"));
  CHECK(cell("share", "0.00001%").starts_with("f: error[bad-rate]:"));
  CHECK(cell("day", "2024-02-30").starts_with("f: error[bad-date]:"));
  CHECK(given("recognitions", R"([{"tier": "市级"}])").starts_with("f: error[missing-key]:"));
  CHECK(given("recognitions", R"([{"name": "乙类企业", "tire": "市级"}])")
            .starts_with("f: error[unknown-key]: “tire” is not a key of this recognition\n"
                         "  did you mean “tier”?\n"));
  CHECK(given("recognitions", R"([{"name": "乙类企业", "year": 22}])")
            .starts_with("f: error[answer-wrong-type]:"));
  CHECK(
      cell("recognitions", "丙类企业").starts_with("f: error[unknown-choice]: “已获认定” cannot"));
}

TEST_CASE("a sum that a browser could not hold exactly is refused") {
  CHECK(cell("spending", "900719.9254740992亿元").starts_with("f: error[bad-money]:"));
}

TEST_CASE("a profile is one object of fields") {
  const auto read = [](const std::string& json) {
    Diagnostics problems;
    match::read_profile(
        json, city().library().profile,
        [](std::string_view token) { return Location::of_file(std::string(token)); }, problems);
    std::string text;
    for (const Diagnostic& found : problems.sorted()) text += format_diagnostic(found);
    return text;
  };
  CHECK(read(R"({"years": 3})") == "");
  CHECK(read("[1]") ==
        "error[profile-no-object]: these answers are not one JSON object\n"
        "  hint: write {\"field\": answer, …}; data/profile.json lists the fields\n");
  CHECK(read("{") == read("[1]"));
  CHECK(read(R"({"yers": 3, "size": "大"})") ==
        "yers: error[profile-unknown-field]: there is no profile field “yers”\n"
        "  did you mean “years”?\n"
        "  hint: data/profile.json lists the fields\n"
        "大: error[unknown-choice]: “size” cannot be “大”\n"
        "  did you mean “大型”?\n"
        "  hint: it is one of: 微型, 小型, 中型, 大型\n");
}
