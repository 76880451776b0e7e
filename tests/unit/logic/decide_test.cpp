// SPDX-License-Identifier: Apache-2.0
#include "logic/decide.h"

#include "logic/from_json.h"

#include <doctest/doctest.h>

using huice::Verdict;
using namespace huice::logic;
using namespace huice::test;

namespace {

std::string shown(const Rule& rule, const Decision& answer) {
  if (answer.verdict != Verdict::unknown) return answer.verdict == Verdict::yes ? "yes" : "no";
  std::string out = "unknown:";
  for (const std::string& name : missing_answers(rule, answer)) out += " " + name;
  return out;
}

std::string decided(std::string_view json, std::string_view answers) {
  const Rule rule = rule_of(json);
  return shown(rule, decide(rule, read(answers)));
}

}  // namespace

TEST_CASE("a known no makes an and no, whatever else is missing") {
  constexpr std::string_view kRule =
      R"({"and": [{">=": [{"var": "staff"}, 10]}, {"==": [{"var": "level"}, "国家级"]}]})";
  CHECK(decided(kRule, R"({"level": "市级"})") == "no");
  CHECK(decided(kRule, R"({"staff": 3})") == "no");
  CHECK(decided(kRule, R"({"level": "国家级"})") == "unknown: staff");
  CHECK(decided(kRule, R"({"level": null})") == "unknown: staff level");
  CHECK(decided(kRule, R"({"level": "国家级", "staff": 10})") == "yes");
  CHECK(decided(R"({"and": []})", "{}") == "no");
}

TEST_CASE("a known yes makes an or yes") {
  constexpr std::string_view kRule = R"({"or": [{"var": "a"}, {"!": {"var": "b"}}]})";
  CHECK(decided(kRule, R"({"b": false})") == "yes");
  CHECK(decided(kRule, R"({"b": true})") == "unknown: a");
  CHECK(decided(kRule, R"({"a": false, "b": true})") == "no");
  CHECK(decided(R"({"or": []})", "{}") == "no");
}

TEST_CASE("an if asks its condition only where the branches differ") {
  constexpr std::string_view kRule = R"({"if": [{"var": "c"}, {"var": "x"}, {"var": "y"}]})";
  CHECK(decided(kRule, R"({"x": true, "y": true})") == "yes");
  CHECK(decided(kRule, R"({"x": true, "y": false})") == "unknown: c");
  CHECK(decided(kRule, R"({"x": true})") == "unknown: c y");
  CHECK(decided(kRule, R"({"c": true, "x": true})") == "yes");
  CHECK(decided(kRule, R"({"c": false, "x": true})") == "unknown: y");
  CHECK(decided(R"({"if": [false, 1]})", "{}") == "no");
  CHECK(decided(R"({"if": [{"var": "c"}, false]})", "{}") == "no");
}

TEST_CASE("a part that an item lacks is a missing answer of its list") {
  constexpr std::string_view kSome =
      R"({"some": [{"var": "titles"}, {"and": [{"==": [{"var": "name"}, "高企"]}, {">": [{"var": "year"}, 2020]}]}]})";
  CHECK(decided(kSome, R"({"titles": [{"name": "高企"}]})") == "unknown: titles");
  CHECK(decided(kSome, R"({"titles": [{"name": "小巨人"}]})") == "no");
  CHECK(decided(kSome, R"({"titles": [{"name": "高企"}, {"name": "高企", "year": 2021}]})") ==
        "yes");
  CHECK(decided(kSome, R"({"titles": []})") == "no");
  CHECK(decided(kSome, "{}") == "unknown: titles");
  CHECK(decided(R"({"all": [{"var": "xs"}, {">": [{"var": ""}, 0]}]})", R"({"xs": [1, null]})") ==
        "unknown: xs");
  CHECK(decided(R"({"all": [{"var": "xs"}, {">": [{"var": ""}, 0]}]})", R"({"xs": [null, 0]})") ==
        "no");
  CHECK(decided(R"({"none": [{"var": "xs"}, {"var": ""}]})", R"({"xs": [null, 1]})") == "no");
  CHECK(decided(R"({"none": [{"var": "xs"}, {"var": ""}]})", R"({"xs": []})") == "yes");
  CHECK(decided(R"({"all": [{"var": "xs"}, true]})", R"({"xs": []})") == "no");
}

TEST_CASE("any other operation is unknown where it reads a missing answer, default or not") {
  CHECK(decided(R"({">": [{"var": ["a", 5]}, 3]})", "{}") == "unknown: a");
  CHECK(decided(R"({"==": [{"var": "a"}, null]})", R"({"a": null})") == "unknown: a");
  CHECK(decided(R"({"missing": ["a", "b"]})", R"({"a": 1})") == "unknown: b");
  CHECK(decided(R"({"!": {"missing": ["a"]}})", R"({"a": 1})") == "yes");
  CHECK(decided(R"({">": [{"+": [{"var": "a"}, {"var": "b.c"}]}, 3]})", R"({"b": {}})") ==
        "unknown: a b.c");
}

TEST_CASE("of an if inside a leaf the branch taken is read") {
  constexpr std::string_view kRule =
      R"({">": [{"if": [{"var": "c"}, {"var": "x"}, {"var": "y"}]}, 3]})";
  CHECK(decided(kRule, R"({"c": true, "x": 4})") == "yes");
  CHECK(decided(kRule, R"({"c": false, "x": 4})") == "unknown: y");
  CHECK(decided(kRule, "{}") == "unknown: c x y");
  CHECK(decided(R"({"==": [{"and": [{"var": "c"}, {"var": "x"}]}, false]})", R"({"c": false})") ==
        "yes");
}

TEST_CASE("a sum over a list needs each item's part, its accumulator nothing") {
  constexpr std::string_view kSum =
      R"({">": [{"reduce": [{"var": "years"}, {"+": [{"var": "accumulator"}, {"var": "current.tax"}]}, 0]}, 100]})";
  CHECK(decided(kSum, R"({"years": [{"tax": 60}, {"tax": 60}]})") == "yes");
  CHECK(decided(kSum, R"({"years": [{"tax": 60}, {}]})") == "unknown: years");
  CHECK(decided(R"({"filter": [{"var": "xs"}, {"var": "k"}]})", R"({"xs": [{"k": 1}, {}]})") ==
        "unknown: xs");
}

TEST_CASE("a name that the rule computes is listed where its answer is missing") {
  constexpr std::string_view kRule =
      R"({"and": [{"var": {"cat": [{"var": "a"}, "x"]}}, {"var": "nx"}]})";
  CHECK(decided(kRule, R"({"a": "m"})") == "unknown: nx mx");
  CHECK(decided(kRule, R"({"a": "n"})") == "unknown: nx");
  CHECK(decided(kRule, R"({"a": "m", "mx": 1, "nx": 1})") == "yes");
  CHECK(decided(kRule, R"({"nx": 1})") == "unknown: a");
}

TEST_CASE("a leaf in which JavaScript throws stays unknown and changes no other") {
  CHECK(decided(R"({"*": []})", "{}") == "unknown:");
  CHECK(decided(R"({"or": [{"*": []}, {"==": [{"var": "a"}, 1]}]})", R"({"a": 1})") == "yes");
  CHECK(decided(R"({"and": [{"*": []}, {"var": "a"}]})", "{}") == "unknown: a");
}

TEST_CASE("a row is decided as an object of the same answers is") {
  const Columns columns({"b", "extra", "a", "rows"});
  const Rule rule = rule_of(
      R"({"or": [{"and": [{">": [{"var": "a.x"}, 3]}, {"var": "b"}]}, {"in": ["q", {"var": {"cat": ["ex", "tra"]}}]},
          {"some": [{"var": "rows"}, {"var": ""}]}, {"var": "absent"}]})");
  const Binding binding(rule, columns);
  const auto row = [&](std::string_view list) {
    return shown(rule, decide(binding, read(list).items()));
  };
  CHECK(row(R"([true, "", {"x": 4}, []])") == "yes");
  CHECK(row(R"([true, "q", {"x": 1}])") == "yes");
  CHECK(row(R"([true, "z", {"x": 1}, []])") == "unknown: absent");
  CHECK(row(R"([null, "z", {"x": 5}])") == "unknown: b rows absent");
  CHECK(row("[]") == "unknown: a.x b rows absent extra");
  CHECK(row(R"([false, null, null, [0]])") == "unknown: absent extra");
}

TEST_CASE("the whole row is there for a rule that asks for all of it") {
  const Columns columns({"a", "b"});
  const Rule rule = rule_of(R"({"!!": {"var": ""}})");
  const Binding binding(rule, columns);
  CHECK(shown(rule, decide(binding, {})) == "yes");
}

TEST_CASE("more than 64 variables keep their places") {
  std::string json = R"({"and": [)";
  for (int i = 0; i < 200; ++i)
    json += (i == 0 ? "" : ",") + (R"({"var": "v)" + std::to_string(i) + R"("})");
  json += "]}";
  std::string answers = "{";
  for (int i = 0; i < 200; ++i) {
    if (i != 3 && i != 64 && i != 199) answers += "\"v" + std::to_string(i) + "\": 1,";
  }
  answers.back() = '}';
  CHECK(decided(json, answers) == "unknown: v3 v64 v199");
}
