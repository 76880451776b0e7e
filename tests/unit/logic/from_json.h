// SPDX-License-Identifier: Apache-2.0
#pragma once

// Values and rules from texts that are known to be right.

#include "logic/json.h"
#include "logic/rule.h"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>
#include <variant>

namespace huice::test {

inline logic::Value read(std::string_view json) {
  auto value = logic::parse_json(json);
  REQUIRE_MESSAGE(std::holds_alternative<logic::Value>(value), json);
  return std::get<logic::Value>(std::move(value));
}

inline logic::Rule rule_of(std::string_view json) {
  logic::CompiledRule compiled = logic::compile(json);
  REQUIRE_MESSAGE(std::holds_alternative<logic::Rule>(compiled), json);
  return std::get<logic::Rule>(std::move(compiled));
}

}  // namespace huice::test
