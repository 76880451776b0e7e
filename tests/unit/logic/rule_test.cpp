// SPDX-License-Identifier: Apache-2.0
#include "logic/rule.h"

#include "base/messages/logic.h"
#include "logic/evaluator.h"
#include "logic/from_json.h"
#include "paths.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace huice::logic;
using namespace huice::test;

namespace {

RuleFault fault_of(std::string_view json) {
  CompiledRule compiled = compile(read(json));
  REQUIRE_MESSAGE(std::holds_alternative<RuleFault>(compiled), json);
  return std::get<RuleFault>(std::move(compiled));
}

std::string shown(const std::optional<Value>& value) {
  return value ? to_json(*value).value_or("undefined") : "throws";
}

std::string applied(std::string_view rule, std::string_view data = "null") {
  return shown(apply(rule_of(rule), read(data)));
}

std::string text_of(const RuleFault& fault) {
  return huice::format_diagnostic(fault.at({"data/a.json", 3, 5, 1, {}}), huice::Language::en);
}

std::string expected_of(const Value& value) {
  return value.is(Kind::list) ? shown(value.items().at(0)) : value.as_text();
}

}  // namespace

TEST_CASE("each operator does what jsonlogic.com says, and what json-logic-js does") {
  std::ifstream file(source_path("/tests/cases/logic/jsonlogic.json"));
  std::ostringstream text;
  text << file.rdbuf();
  const Value cases = read(text.str());
  std::size_t count = 0;
  for (const Value& one : cases.items()) {
    if (!one.is(Kind::list)) continue;
    const CompiledRule rule = compile(one.items().at(0));
    CAPTURE(shown(one));
    REQUIRE(std::holds_alternative<Rule>(rule));
    CHECK(shown(apply(std::get<Rule>(rule), one.items().at(1))) == expected_of(one.items().at(2)));
    ++count;
  }
  CHECK(count > 190);
}

TEST_CASE("a rule is not changed by the order in which it meets types") {
  const Rule rule = rule_of(R"({"<": [{"var": "x"}, {"var": "y"}]})");
  CHECK(shown(apply(rule, read(R"({"x": "10", "y": "9"})"))) == "true");
  CHECK(shown(apply(rule, read(R"({"x": 10, "y": "9"})"))) == "false");
  CHECK(shown(apply(rule, read("[]"))) == "false");
}

TEST_CASE("a cut character is written as half a pair") {
  CHECK(applied(R"({"substr": ["a😀b", 2]})") == R"("\ude00b")");
}

TEST_CASE("one list twice is the same, two equal lists are not") {
  CHECK(applied(R"({"===": [{"var": "a"}, {"var": "a"}]})", R"({"a": [1]})") == "true");
  CHECK(applied(R"({"===": [[1], [1]]})") == "false");
  CHECK(applied(R"({"reduce": [[1, 2], {"===": [{"var": ""}, {"var": ""}]}]})") == "true");
}

TEST_CASE("names asked for with missing may be rules themselves") {
  CHECK(applied(R"({"missing": [{"var": "ask"}]})", R"({"ask": {"cat": ["a", "b"]}})") ==
        R"([{"cat":["a","b"]}])");
  CHECK(applied(R"({"missing": [{"var": "ask"}]})", R"({"ask": {"cat": ["a", "b"]}, "ab": 1})") ==
        "[]");
  CHECK(applied(R"({"missing": [{"var": "ask"}]})", R"({"ask": {"nothing": 1}})") == "throws");
}

TEST_CASE("where JavaScript throws there is no value") {
  CHECK(applied(R"({"*": []})") == "throws");
  CHECK(applied(R"({"if": [true, 1, {"*": []}]})") == "1");
  CHECK(applied(R"({"==": [1, 1, {"*": []}]})") == "throws");
  CHECK(applied(R"({"missing_some": [1, {"var": "x"}]})", "{}") == "throws");
  CHECK(applied(R"({"in": ["a", {"var": "x"}]})", R"({"x": {"indexOf": 1}})") == "throws");
}

TEST_CASE("a list that would fill the memory gives no value") {
  const std::string hundred = "[" + [] {
    std::string out = "1";
    for (int i = 1; i < 100; ++i) out += ",1";
    return out;
  }() + "]";
  CHECK(applied(R"({"reduce": [)" + hundred +
                R"(, {"cat": [{"var": "accumulator"}, {"var": "accumulator"}]}, "x"]})") ==
        "throws");
  CHECK(applied(R"({"reduce": [)" + hundred +
                R"(, [{"var": "accumulator"}, {"var": "accumulator"}], "x"]})") == "throws");
  CHECK(applied(R"({"reduce": [)" + hundred + R"(, [{"var": "accumulator"}], "x"]})") != "throws");
}

TEST_CASE("a rule names what it reads, in order, items left out") {
  const Rule rule = rule_of(
      R"({"and": [{"var": "b.x"}, {"some": [{"var": "rows"}, {"var": "k"}]}, {"var": ["a", 1]},
          {"var": "b.y"}, {"var": "b.x"}, {"reduce": [[], {"var": "current"}, {"var": "c"}]}]})");
  CHECK(rule.paths() == std::vector<std::string>{"b.x", "rows", "a", "b.y", "c"});
  CHECK(rule.variables() == std::vector<std::string>{"b", "rows", "a", "c"});
}

TEST_CASE("an unknown operator is refused with its place and the nearest one") {
  CHECK(text_of(fault_of(R"({"and": [true, {"if": [1, [{"a/b~": 1}]]}]})")) ==
        "data/a.json:3:5: error[rule-unknown-operator]: “a/b~” is not an operator of JsonLogic\n"
        "  hint: jsonlogic.com/operations.html lists them; an object with one member is an "
        "operation\n");
  CHECK(fault_of(R"({"and": [true, {"if": [1, [{"a/b~": 1}]]}]})").pointer ==
        "/and/1/if/1/0/a~1b~0");
  CHECK(fault_of(R"({"!": {"reduze": []}})").pointer == "/!/reduze");
  CHECK(fault_of(R"({"!": {"reduze": []}})").suggestion == "reduce");
  CHECK(fault_of(R"({"or": [true, {"foo": 1}]})").message.arguments ==
        std::vector<huice::Argument>{std::string("foo")});
}

TEST_CASE("a rule that nests too deep is refused") {
  const auto nested = [](std::size_t depth) {
    std::string out;
    for (std::size_t i = 0; i < depth; ++i) out += R"({"!": [)";
    out += "1";
    for (std::size_t i = 0; i < depth; ++i) out += "]}";
    return out;
  };
  CHECK(applied(nested(kDeepestRule)) == "true");
  const RuleFault fault = fault_of(nested(kDeepestRule + 1));
  CHECK(text_of(fault) ==
        "data/a.json:3:5: error[rule-too-deep]: this rule nests deeper than 100 levels\n"
        "  hint: give a part of it a requirement of its own\n");
  CHECK(fault.pointer.substr(0, 8) == "/!/0/!/0");
}

TEST_CASE(
    "a rule that does as much work as the bound has a value, with one byte more it has none") {
  const Rule rule = rule_of(R"({"cat": [{"var": "a"}, "b"]})");
  const auto has_value = [&rule](std::size_t bytes) {
    const Value data = Value::object({{"a", Value::text(std::string(bytes, 'a'))}});
    const std::optional<Value> made = apply(rule, data);
    if (made) CHECK(made->as_text().size() == bytes + 1);
    return made.has_value();
  };
  std::size_t least = 0;
  std::size_t most = kMostWork;
  REQUIRE(has_value(least));
  REQUIRE_FALSE(has_value(most));
  while (most - least > 1) {
    const std::size_t middle = (least + most) / 2;
    (has_value(middle) ? least : most) = middle;
  }
  // Each byte counts once where it is written, or once more where it is read.
  CHECK(least > kMostWork / 3);
}
