// SPDX-License-Identifier: Apache-2.0
#pragma once

// Values and rules from texts that are known to be right.

#include "base/json/read.h"
#include "logic/json.h"
#include "logic/rule.h"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>
#include <variant>

namespace huice::test {

inline logic::Value read(std::string_view text) {
  Diagnostics problems;
  const auto value = json::parse(SourceText("test", text), problems);
  REQUIRE_MESSAGE(value.has_value(), text);
  return logic::value_of(*value);
}

inline logic::Rule rule_of(std::string_view text) {
  logic::CompiledRule compiled = logic::compile(read(text));
  REQUIRE_MESSAGE(std::holds_alternative<logic::Rule>(compiled), text);
  return std::get<logic::Rule>(std::move(compiled));
}

}  // namespace huice::test
