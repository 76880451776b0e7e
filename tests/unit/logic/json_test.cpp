// SPDX-License-Identifier: Apache-2.0
#include "logic/json.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace huice::logic;

namespace {

std::string again(std::string_view json) {
  const auto read = parse_json(json);
  REQUIRE(std::holds_alternative<Value>(read));
  return to_json(std::get<Value>(read)).value_or("undefined");
}

JsonFault fault_of(std::string_view json) {
  const auto read = parse_json(json);
  REQUIRE(std::holds_alternative<JsonFault>(read));
  return std::get<JsonFault>(read);
}

}  // namespace

TEST_CASE("JSON is read and written in its own order, without blanks") {
  CHECK(
      again(
          R"( {"b": [1, 2.50, -3e2], "a": {"x": null}, "c": [true, false], "d": {}, "e": []} )") ==
      R"({"b":[1,2.5,-300],"a":{"x":null},"c":[true,false],"d":{},"e":[]})");
  CHECK(again(R"("a\"\\\n\u0001é😀")") == R"("a\"\\\n\u0001é😀")");
}

TEST_CASE("of members with one name the last value stands at the first place") {
  CHECK(again(R"({"a":1,"b":2,"a":3})") == R"({"a":3,"b":2})");
}

TEST_CASE("minus zero stays negative, and is written as 0") {
  for (const std::string_view json : {"-0", "[-0]", "{\"a\":-0}", "-0.0"}) {
    const auto read = parse_json(json);
    REQUIRE(std::holds_alternative<Value>(read));
    Value value = std::get<Value>(read);
    if (value.is(Kind::list)) value = Value(value.items()[0]);
    if (value.is(Kind::object)) value = Value(*value.find("a"));
    CHECK(std::signbit(value.as_number()));
    CHECK(to_json(value) == "0");
  }
  CHECK(!std::signbit(std::get<Value>(parse_json("0")).as_number()));
}

TEST_CASE("what JSON cannot say becomes null, and undefined nothing") {
  CHECK(to_json(Value()) == std::nullopt);
  CHECK(to_json(Value::number(std::numeric_limits<double>::infinity())) == "null");
  CHECK(to_json(Value::list({Value(), Value::number(std::nan(""))})) == "[null,null]");
  CHECK(to_json(Value::object({{"a", Value()}, {"b", Value::boolean(true)}})) == R"({"b":true})");
  CHECK(to_json(Value::text("\xED\xA0\xBD")) == R"("\ud83d")");
}

TEST_CASE("broken JSON says where reading stopped") {
  CHECK(fault_of("[1,}").offset == 4);
  CHECK(fault_of("").kind == JsonFault::Kind::syntax);
  CHECK(fault_of("1 2").kind == JsonFault::Kind::syntax);
  CHECK(fault_of("1e999").kind == JsonFault::Kind::syntax);
  CHECK(fault_of("\"\\ud83d\"").kind == JsonFault::Kind::syntax);
  CHECK(fault_of(std::string(kDeepestJson + 1, '[')).kind == JsonFault::Kind::too_deep);
}

TEST_CASE("an object of many members finds each by name") {
  std::vector<Value::Member> members;
  for (int i = 0; i < 50; ++i) {
    members.emplace_back("key" + std::to_string(i * 7 % 50), Value::number(i));
  }
  const Value object = Value::object(std::move(members));
  CHECK(object.members().front().first == "key0");
  REQUIRE(object.find("key7") != nullptr);
  CHECK(object.find("key7")->as_number() == 1);
  CHECK(object.find("key50") == nullptr);
  CHECK(object.weight() > 50);
  CHECK(object.depth() == 1);
}
