// SPDX-License-Identifier: Apache-2.0
#include "base/json/read.h"
#include "base/json/write.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace huice;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string again(std::string_view text) {
  Diagnostics problems;
  const auto value = json::parse(SourceText("f", text), problems);
  return value && problems.empty() ? json::text(*value) : "refused";
}

std::vector<std::string> problems_of(std::string_view text) {
  Diagnostics problems;
  static_cast<void>(json::parse(SourceText("f", text), problems));
  std::vector<std::string> out;
  for (const Diagnostic& one : problems.sorted()) {
    const std::string shown = format_diagnostic(one, Language::en);
    out.push_back(shown.substr(0, shown.find(']') + 1));
  }
  return out;
}

using Said = std::vector<std::string>;

}  // namespace

TEST_CASE("JSON keeps its order and each number's digits") {
  CHECK(again(R"( {"b": [1, 2.50, -3e2, -0], "a": {"x": null}, "c": [true, false], "d": {}} )") ==
        R"({"b":[1,2.50,-3e2,-0],"a":{"x":null},"c":[true,false],"d":{}})");
  CHECK(again(R"("\u60e0\u7b56 \ud83d\ude00 \" \\ \/ \n \u0001")") ==
        R"("惠策 😀 \" \\ / \n \u0001")");
  CHECK(again("\xEF\xBB\xBF[12345678901234567890123]") == "[12345678901234567890123]");
}

TEST_CASE("each part of a tree knows where it is in the text") {
  const std::string text = R"({"甲": [1.5, "乙"],  "c" : {"d": null}})";
  Diagnostics problems;
  const auto value = json::parse(SourceText("f", text), problems);
  REQUIRE(value.has_value());
  const auto written = [&text](json::Span span) { return text.substr(span.offset, span.length); };
  CHECK(written(value->at()) == text);
  const json::Member& first = value->members()[0];
  CHECK(written(first.name_at) == R"("甲")");
  CHECK(written(first.value.at()) == R"([1.5, "乙"])");
  CHECK(written(first.value.items()[0].at()) == "1.5");
  CHECK(written(first.value.items()[1].at()) == R"("乙")");
  CHECK(written(value->find("c")->at()) == R"({"d": null})");
  CHECK(written(value->find("c")->find("d")->at()) == "null");
}

TEST_CASE("a key that is there twice is reported at the second, however it is written") {
  CHECK(problems_of(R"({"a": 1, "\u0061": {"b": 1, "b": 2}, "c": 2, "a": 3})") ==
        Said{"f:1:10: error[duplicate-key]", "f:1:46: error[duplicate-key]"});
  Diagnostics problems;
  const auto value = json::parse(SourceText("f", R"({"a": 1, "a": [2, {}], "b": 3})"), problems);
  REQUIRE(value.has_value());
  CHECK(json::text(*value) == R"({"a":1,"b":3})");
  CHECK(again(R"([{"a": 1}, {"a": {"a": 2}}])") == R"([{"a":1},{"a":{"a":2}}])");
  std::string many = "{";
  for (int i = 0; i < 100; ++i) many += "\"k" + std::to_string(i) + "\": 1, ";
  CHECK(problems_of(many + "\"k7\": 1, \"k\\u0039\": 1}").size() == 2);
  CHECK(again(many + "\"k\": 1}") != "refused");
}

TEST_CASE("a text that is not JSON is reported where reading stopped") {
  CHECK(problems_of("[1,]") == Said{"f:1:4: error[json-trailing-comma]"});
  CHECK(problems_of("") == Said{"f:1:1: error[json-ends-early]"});
  CHECK(problems_of("[1] 2") == Said{"f:1:5: error[json-syntax]"});
  CHECK(problems_of("{\"a\"：1}") == Said{"f:1:5: error[json-punctuation]"});
  CHECK(problems_of("[1, 1e999]") == Said{"f:1:5: error[json-number]"});
  CHECK(problems_of("[\"\\ud83d\"]") == Said{"f:1:2: error[json-syntax]"});
  CHECK(problems_of("[\"\xFF\"]") == Said{"f:1:3: error[invalid-utf8]"});
  CHECK(problems_of(std::string("[\"\0\"]", 5)) == Said{"f:1:3: error[nul-byte]"});
}

TEST_CASE("lists and objects may nest as deep as the limit, and no deeper") {
  const auto nested = [](std::size_t depth) { return repeated("[", depth) + repeated("]", depth); };
  CHECK(again(nested(json::kDeepest)) == nested(json::kDeepest));
  CHECK(problems_of(nested(json::kDeepest + 1)) == Said{"f:1:257: error[too-deep]"});
}

TEST_CASE("values are written in one line or indented") {
  json::Value list = json::Value::list(std::vector<int>{1, 2});
  const json::Value value{
      {"a", list}, {"b", json::Value::object()}, {"c", nullptr}, {"d", "\x7f\t"}};
  CHECK(json::text(value) == "{\"a\":[1,2],\"b\":{},\"c\":null,\"d\":\"\x7f\\t\"}");
  CHECK(json::indented(value) ==
        "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {},\n  \"c\": null,\n  \"d\": "
        "\"\x7f\\t\"\n}\n");
}

TEST_CASE("bytes that are not UTF-8 are written as U+FFFD, half a character as its escape") {
  CHECK(json::text("a\xFFz") == "\"a\xEF\xBF\xBDz\"");
  CHECK(json::text("\xED\xA0\xBD") == R"("\ud83d")");
}

TEST_CASE("a number beyond a computer's numbers is refused in plain words") {
  Diagnostics problems;
  CHECK(!json::parse(SourceText("f", "[1, 1e999]"), problems).has_value());
  REQUIRE(problems.sorted().size() == 1);
  CHECK(format_diagnostic(problems.sorted().front(), Language::en) ==
        "f:1:5: error[json-number]: this number is larger than any that can be read\n"
        "  1 | [1, 1e999]\n"
        "    |     ^~~~~\n"
        "  hint: write a smaller one, or put it in quotes, as text\n");
}
