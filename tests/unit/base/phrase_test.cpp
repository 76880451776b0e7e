// SPDX-License-Identifier: Apache-2.0
#include "base/phrase.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace huice;

namespace {

Phrase phrase(std::string_view text) {
  Phrase::Fault fault;
  auto made = Phrase::parse(text, fault);
  REQUIRE(made.has_value());
  return std::move(*made);
}

/// What of the text is no slot.
std::string fault_in(std::string_view text) {
  Phrase::Fault fault;
  CHECK_FALSE(Phrase::parse(text, fault).has_value());
  return std::string(text.substr(fault.offset, fault.length));
}

}  // namespace

TEST_CASE("slots are filled by name, whatever order the text has them in and however often") {
  const std::array<SlotValue, 2> values{SlotValue{"rate", "5%"}, SlotValue{"base", "贷款额"}};
  CHECK(phrase("按{base}的{rate}").fill(values) == "按贷款额的5%");
  CHECK(phrase("{rate} of {base} ({rate})").fill(values) == "5% of 贷款额 (5%)");
  CHECK(phrase("{rate} of {base} ({rate})").slots() == std::vector<std::string>{"rate", "base"});
  CHECK(phrase("").fill(values).empty());
}

TEST_CASE("doubled braces are braces, and a value's braces are not slots") {
  const std::array<SlotValue, 1> values{SlotValue{"a", "{b}"}};
  CHECK(phrase("{{a}} {a}").fill(values) == "{a} {b}");
  CHECK(phrase("{{a}}").slots().empty());
}

TEST_CASE("a brace that is not a slot is found with its place") {
  CHECK(fault_in("按{base的5%") == "{");
  CHECK(fault_in("按{}计") == "{}");
  CHECK(fault_in("{Base}") == "{Base}");
  CHECK(fault_in("{ base }") == "{ base }");
  CHECK(fault_in("{9a}") == "{9a}");
  CHECK(fault_in("base}") == "}");
  CHECK(fault_in("{a{b}") == "{");
}
