// SPDX-License-Identifier: Apache-2.0
#include "match/answers.h"

#include "base/json/read.h"
#include "logic/from_json.h"
#include "logic/json.h"
#include "match/cells.h"
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
  for (const model::ProfileField& one : city().library().profile()) {
    if (one.id == id) return one;
  }
  FAIL("no field ", id);
  std::abort();
}

// The answer as JSON, or what is wrong with it.
std::string shown(const match::ReadAnswer& read) {
  if (read.fault) return format_diagnostic(read.fault->at(Location::of_file("f")), Language::en);
  return logic::to_json(read.value).value_or("nothing");
}

std::string cell(const std::string& id, const std::string& text) {
  const auto read = match::read_cell(field(id), text);
  return read ? logic::to_json(*read).value_or("nothing")
              : "expected " + match::expected(field(id)).in(Language::en);
}

std::string given(const std::string& id, const std::string& json) {
  SpellingBudget spelling;
  return shown(match::read_answer(field(id), test::read(json), &spelling));
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

TEST_CASE("an answer may be written as offices write it, with the unit of its field") {
  CHECK(given("spending", R"("８千元")") == "800000");
  CHECK(given("spending", R"("1,200 万")") == "1200000000");
  CHECK(given("share", R"("３．５％")") == "35000");
  CHECK(given("years", R"("３年")") == "3");
  CHECK(given("years", R"("3家")").starts_with("f: error[bad-number]:"));
  CHECK(given("day", R"("2024.5.20")") == R"("2024-05-20")");
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

TEST_CASE("cells are read as Excel saves them") {
  for (const char* text : {"2025-01-15", "2025/1/15", "2025.1.15", "20250115", "2025年1月15日",
                           "2025/1/15 0:00", "２０２５／１／１５"}) {
    CHECK_MESSAGE(cell("day", text) == R"("2025-01-15")", text);
  }
  for (const char* text :
       {"1200 万元", "1,200万元", "１２００万元", "1,200.00 万元", "　1200万元\xC2\xA0"}) {
    CHECK_MESSAGE(cell("spending", text) == "1200000000", text);
  }
  for (const char* text : {"0", "0.00", "0元"}) CHECK_MESSAGE(cell("spending", text) == "0", text);
  CHECK(cell("share", "3.5 ％") == "35000");
  CHECK(cell("share", "0") == "0");
  CHECK(cell("years", "2年") == "2");
  CHECK(cell("years", "1,200") == "1200");
  for (const char* text : {"有", "√", "Y", "y", "对", "1", "是", "true"}) {
    CHECK_MESSAGE(cell("listed", text) == "true", text);
  }
  for (const char* text : {"无", "×", "N", "n", "错", "0", "否", "FALSE"}) {
    CHECK_MESSAGE(cell("listed", text) == "false", text);
  }
  CHECK(cell("size", "小型企业") == R"("小型")");
  CHECK(cell("registered-region", "示例") == R"("示例市")");
}

TEST_CASE("money is read in the units that offices write") {
  const std::vector<std::pair<std::string, std::string>> written{
      {"5000万", "5000000000"}, {"5000万元人民币", "5000000000"}, {"８千元", "800000"},
      {"8千", "800000"},        {"1.5百万元", "150000000"},       {"２千万元", "2000000000"},
      {"1.2345千元", "123450"}, {"5０万元", "50000000"},          {"0.5亿", "5000000000"}};
  for (const auto& pair : written) {
    CHECK_MESSAGE(cell("spending", pair.first) == pair.second, pair.first);
  }
  CHECK(cell("spending", "0.000001千元").starts_with("expected"));
}

TEST_CASE("a loss is a sum below nothing, in a profile and in a roster") {
  CHECK(given("spending", R"("-1200万元")") == "-1200000000");
  CHECK(given("spending", R"("−1200万元")") == "-1200000000");
  CHECK(given("spending", R"("--1200万元")").starts_with("f: error[bad-money]:"));
  for (const char* text : {"-1200万元", "−1200万元", "－1200万", "-1,200万元"}) {
    CHECK_MESSAGE(cell("spending", text) == "-1200000000", text);
  }
  CHECK(match::answer_text(field("spending"), logic::Value::number(-1200000000)) == "-1200万元");
}

TEST_CASE("a dash, a slash and 不详 are no answer, in a field of any kind") {
  for (const char* id : {"size", "spending", "share", "years", "day", "listed", "recognitions"}) {
    for (const char* text : {"-", "—", "/", "／", "不详", " 未知 ", "暂无"}) {
      CHECK_MESSAGE(cell(id, text) == "nothing", id << " " << text);
    }
  }
}

TEST_CASE("short names of choices are read as what they mean, recognitions with their level too") {
  model::ProfileField size = field("size");
  size.short_names = {{"小微", "小型"}};
  CHECK(match::read_cell(size, "小微")->as_text() == "小型");
  model::ProfileField awards = field("recognitions");
  awards.short_names = {{"甲企", "“甲类”企业"}};
  const auto read = [&awards](const char* text) {
    return logic::to_json(match::read_cell(awards, text).value_or(logic::Value())).value_or("");
  };
  CHECK(read("甲企") == R"([{"name":"“甲类”企业"}])");
  CHECK(read("国家级甲企（2022）") == R"([{"tier":"国家级","name":"“甲类”企业","year":2022}])");
  CHECK(read("市级乙类企业；甲企") ==
        R"([{"tier":"市级","name":"乙类企业"},{"name":"“甲类”企业"}])");
}

TEST_CASE("the days of a recognition are read, and its year follows from its day") {
  CHECK(cell("recognitions", "乙类企业（2022-07-20，有效期至2025年7月19日，2023/1/5迁入）") ==
        R"([{"name":"乙类企业","date":"2022-07-20","until":"2025-07-19","moved":"2023-01-05",)"
        R"("year":2022}])");
  CHECK(given("recognitions", R"([{"name": "乙类企业", "year": 2021, "date": "2022-07-20"}])") ==
        "f: error[recognition-days]: in “已获认定”, the day 2022-07-20 of a recognition "
        "contradicts its "
        "year or its last day\n"
        "  hint: year and date say when it was recognised, until says the last day on which it "
        "holds\n");
  CHECK(given("recognitions",
              R"([{"name": "乙类企业", "date": "2022-07-20", "until": "2022-07-19"}])")
            .starts_with("f: error[recognition-days]:"));
}

TEST_CASE("a cell that could mean two things, or nothing, is refused") {
  for (const char* text : {"1200", "12,00万元", "1,2000万元", "伍仟万元", "--5万元", "约1200万元",
                           "1200万元以上", "1.200,5万元", ",200万元", "万元", "1e3元"}) {
    CHECK_MESSAGE(cell("spending", text).starts_with("expected"), text);
  }
  for (const char* text : {"15/1/2025", "25-1-15", "45672", "2025/2/29", "2025/1", "202501150",
                           "2025/1/15 8:30", "2025/1-15"}) {
    CHECK_MESSAGE(cell("day", text).starts_with("expected"), text);
  }
  CHECK(cell("share", "0.035").starts_with("expected"));
  CHECK(cell("years", "2个月").starts_with("expected"));
  CHECK(cell("listed", "2").starts_with("expected"));
  model::ProfileField two = field("size");
  two.choices = {"甲", "甲企业市", "乙", "乙市企业"};
  CHECK(!match::read_cell(two, "甲企业市市企业"));
  two.choices = {"丙企业", "丙市"};
  CHECK(!match::read_cell(two, "丙"));
}

TEST_CASE("a printed answer reads back as the same answer") {
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
    const std::string text = match::answer_text(field(id), test::read(json));
    CAPTURE(text);
    CHECK(cell(id, text) == json);
  }
}

TEST_CASE("an answer that cannot be read says what was expected") {
  CHECK(given("size", R"("中等")") ==
        "f: error[unknown-choice]: “size” cannot be “中等”\n"
        "  did you mean “中型”?\n"
        "  hint: it is one of: 微型, 小型, 中型, 大型\n");
  CHECK(cell("size", "中等") == "expected one of: 微型, 小型, 中型, 大型");
  CHECK(cell("listed", "部分") == "expected 是 or 否");
  CHECK(given("listed", R"("是")") ==
        "f: error[answer-wrong-type]: “listed” takes true or false, not \"是\"\n"
        "  hint: leave it out, or write null, where nothing is known\n");
  CHECK(
      given("spending", "5")
          .starts_with("f: error[answer-wrong-type]: “spending” takes a text in quotes, not 5\n"));
  CHECK(cell("spending", "1200") ==
        "expected an amount of money like 1200万元, or a number below the header "
        "“研发投入（万元）”");
  CHECK(given("spending", R"("1200")")
            .starts_with("f: error[bad-money]: “1200” is not an amount of money\n"));
  CHECK(given("share", R"("5个百分点")").starts_with("f: error[bad-rate]:"));
  CHECK(cell("share", "5个百分点") == "expected a percentage like 3.5%");
  CHECK(cell("share", "0.00001%") == "expected a percentage like 3.5%");
  CHECK(cell("years", "二") == "expected a number like 3 or 3年");
  CHECK(given("day", R"("2024-02-30")").starts_with("f: error[no-such-day]:"));
  CHECK(cell("day", "2024-02-30") == "expected a day like 2025-01-15, 2025/1/15 or 2025年1月15日");
  CHECK(given("recognitions", R"([{"tier": "市级"}])").starts_with("f: error[missing-key]:"));
  CHECK(given("recognitions", R"([{"name": "乙类企业", "tire": "市级"}])")
            .starts_with("f: error[unknown-key]: “tire” is not a key of this recognition\n"
                         "  did you mean “tier”?\n"));
  CHECK(given("recognitions", R"([{"name": "乙类企业", "year": 22}])")
            .starts_with("f: error[answer-wrong-type]:"));
  CHECK(cell("recognitions", "丙类企业") ==
        "expected 无, or names with what is known of them, like "
        "“甲类”企业（国家级，2022，首次认定）, "
        "joined by “；”; the names: “甲类”企业, 乙类企业");
}

TEST_CASE("a sum that a browser could not hold exactly is refused") {
  CHECK(given("spending", R"("900719.9254740992亿元")").starts_with("f: error[bad-money]:"));
  CHECK(cell("spending", "900719.9254740992亿元").starts_with("expected an amount of money"));
}

TEST_CASE("a profile is one object of fields") {
  const auto said_of = [](const std::string& text) {
    Diagnostics problems;
    const SourceText source("f", text);
    const auto given = json::parse(source, problems);
    REQUIRE(given.has_value());
    const auto locate = [&source](json::Span span) { return source.at(span.offset, span.length); };
    match::read_profile(*given, city().library().profile(), locate, problems);
    std::string said;
    for (const Diagnostic& found : problems.sorted())
      said += format_diagnostic(found, Language::en);
    return said;
  };
  CHECK(said_of(R"({"years": 3})") == "");
  CHECK(said_of("{\"" + field("years").label + "\": 3}") == "");
  CHECK(said_of("[1]") ==
        "f:1:1: error[profile-no-object]: these answers are not one JSON object\n"
        "  1 | [1]\n"
        "    | ^~~\n"
        "  hint: write {\"field\": answer, …}; data/profile.json lists the fields\n");
  CHECK(said_of(R"({"yers": 3, "size": "大"})") ==
        "f:1:2: error[profile-unknown-field]: there is no profile field “yers”\n"
        "  1 | {\"yers\": 3, \"size\": \"大\"}\n"
        "    |  ^~~~~~\n"
        "  did you mean “years”?\n"
        "  hint: data/profile.json lists the fields\n"
        "f:1:21: error[unknown-choice]: “size” cannot be “大”\n"
        "  1 | {\"yers\": 3, \"size\": \"大\"}\n"
        "    |                     ^~~~\n"
        "  did you mean “大型”?\n"
        "  hint: it is one of: 微型, 小型, 中型, 大型\n");
}

TEST_CASE("a fault within an answer is shown at its place, whatever is before it") {
  const std::string text =
      R"({"years": 3, "recognitions": [{"name": "甲类企业"}, {"name": "甲类企业", "teir": "市级"}]})";
  Diagnostics problems;
  const SourceText source("f", text);
  const auto locate = [&source](json::Span span) { return source.at(span.offset, span.length); };
  match::read_profile(json::parse(source, problems).value(), city().library().profile(), locate,
                      problems);
  REQUIRE(problems.sorted().size() == 1);
  CHECK(problems.sorted().front().where.column == 66);
}
