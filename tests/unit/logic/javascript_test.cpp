// SPDX-License-Identifier: Apache-2.0
#include "logic/javascript.h"

#include "logic/utf16.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace huice::logic;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double begins_with(std::string text) {
  return parse_float(Value::text(std::move(text)));
}

}  // namespace

TEST_CASE("numbers are written as JavaScript writes them") {
  CHECK(number_text(0.1 + 0.2) == "0.30000000000000004");
  CHECK(number_text(-0.0) == "0");
  CHECK(number_text(100) == "100");
  CHECK(number_text(1e20) == "100000000000000000000");
  CHECK(number_text(1e21) == "1e+21");
  CHECK(number_text(1.5e300) == "1.5e+300");
  CHECK(number_text(0.000001) == "0.000001");
  CHECK(number_text(0.00000012) == "1.2e-7");
  CHECK(number_text(-123.456) == "-123.456");
  CHECK(number_text(5e-324) == "5e-324");
  CHECK(number_text(-kInfinity) == "-Infinity");
  CHECK(number_text(std::nan("")) == "NaN");
}

TEST_CASE("texts are numbers as Number() has it") {
  CHECK(to_number("") == 0);
  CHECK(to_number(" \t\n\u3000\uFEFF") == 0);
  CHECK(to_number("\u00A012.5e1 ") == 125);
  CHECK(to_number("0x1F") == 31);
  CHECK(to_number("0b101") == 5);
  CHECK(to_number("0o17") == 15);
  CHECK(to_number(".5") == 0.5);
  CHECK(to_number("5.") == 5);
  CHECK(to_number("+Infinity") == kInfinity);
  CHECK(to_number("1e400") == kInfinity);
  CHECK(to_number("-1e400") == -kInfinity);
  CHECK(to_number("1e-400") == 0);
  CHECK(to_number("0.0000001e330") == kInfinity);
  CHECK(to_number("1e-320") == std::numeric_limits<double>::denorm_min() * 2024);
  CHECK(std::signbit(to_number("-0")));
  for (const std::string_view text :
       {"a", "1a", "1 2", "-0x10", "0x", "0b2", "1_000", ".", "e5", "infinity", "1e", "١"}) {
    CAPTURE(text);
    CHECK(std::isnan(to_number(text)));
  }
}

TEST_CASE("long binary numbers are rounded once") {
  CHECK(to_number("0x20000000000001") == 9007199254740992.0);
  CHECK(to_number("0x200000000000010000000000000001") == std::ldexp(9007199254740994.0, 64));
  CHECK(to_number("0x" + std::string(400, 'f')) == kInfinity);
}

TEST_CASE("parseFloat reads the number a text begins with") {
  CHECK(begins_with("3px") == 3);
  CHECK(begins_with("  -1.5.2") == -1.5);
  CHECK(begins_with("1e") == 1);
  CHECK(begins_with("0x10") == 0);
  CHECK(begins_with("Infinityx") == kInfinity);
  CHECK(std::isnan(begins_with("")));
  CHECK(std::isnan(parse_float(Value::null())));
  CHECK(std::isnan(parse_float(Value::boolean(true))));
  CHECK(!std::signbit(parse_float(Value::number(-0.0))));
  CHECK(parse_float(Value::list({Value::number(2), Value::number(5)})) == 2);
}

TEST_CASE("lists and objects become texts") {
  std::string room;
  const Value list = Value::list(
      {Value::number(1), Value::null(), Value::list({Value::text("a"), Value()}), Value::text("")});
  CHECK(to_text(list, room) == "1,,a,,");
  CHECK(to_text(Value::object({}), room) == "[object Object]");
  CHECK(to_text(Value(), room) == "undefined");
  CHECK(to_joined_text(Value(), room).empty());
}

TEST_CASE("comparing texts goes by UTF-16 units") {
  CHECK(utf16::compare("\U0001F600", "\uFFEE") < 0);
  CHECK(utf16::compare("a", "ab") < 0);
  CHECK(utf16::compare("乙", "甲") < 0);
  CHECK(utf16::compare("é", "e") > 0);
  CHECK(utf16::compare("同", "同") == 0);
}

TEST_CASE("cutting a character leaves a half that joins again") {
  CHECK(utf16::length("a😀高") == 4);
  const std::string high = utf16::part("a😀高", 1, 1);
  const std::string low = utf16::part("a😀高", 2, 1);
  CHECK(high == "\xED\xA0\xBD");
  CHECK(low == "\xED\xB8\x80");
  std::string both = high;
  utf16::append(both, low);
  CHECK(both == "😀");
  std::string apart = low;
  utf16::append(apart, high);
  CHECK(apart == low + high);
  CHECK(utf16::contains("a😀", low));
  CHECK(!utf16::contains("a高", low));
}
