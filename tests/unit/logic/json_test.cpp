// SPDX-License-Identifier: Apache-2.0
#include "logic/json.h"

#include "logic/from_json.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace huice::logic;

namespace {

std::string again(std::string_view json) {
  return to_json(huice::test::read(json)).value_or("undefined");
}

}  // namespace

TEST_CASE("JSON is read and written in its own order, without blanks") {
  CHECK(
      again(
          R"( {"b": [1, 2.50, -3e2], "a": {"x": null}, "c": [true, false], "d": {}, "e": []} )") ==
      R"({"b":[1,2.5,-300],"a":{"x":null},"c":[true,false],"d":{},"e":[]})");
  CHECK(again(R"("a\"\\\n\u0001é😀")") == R"("a\"\\\n\u0001é😀")");
}

TEST_CASE("minus zero stays negative, and is written as 0") {
  for (const std::string_view json : {"-0", "[-0]", "{\"a\":-0}", "-0.0"}) {
    Value value = huice::test::read(json);
    if (value.is(Kind::list)) value = Value(value.items()[0]);
    if (value.is(Kind::object)) value = Value(*value.find("a"));
    CHECK(std::signbit(value.as_number()));
    CHECK(to_json(value) == "0");
  }
  CHECK(!std::signbit(huice::test::read("0").as_number()));
}

TEST_CASE("values without a JSON form become null, and undefined becomes nothing") {
  CHECK(to_json(Value()) == std::nullopt);
  CHECK(to_json(Value::number(std::numeric_limits<double>::infinity())) == "null");
  CHECK(to_json(Value::list({Value(), Value::number(std::nan(""))})) == "[null,null]");
  CHECK(to_json(Value::object({{"a", Value()}, {"b", Value::boolean(true)}})) == R"({"b":true})");
  CHECK(to_json(Value::text("\xED\xA0\xBD")) == R"("\ud83d")");
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
