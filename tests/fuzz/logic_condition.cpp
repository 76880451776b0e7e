// SPDX-License-Identifier: Apache-2.0
// The input is a line of the condition language: read over an invented profile, compiled, printed,
// and read again, which must give the same.

#include "base/json/write.h"
#include "logic/condition/parse.h"
#include "logic/condition/print.h"
#include "logic/condition_names.h"
#include "logic/json.h"
#include "logic/rule.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace huice;
using namespace huice::logic;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // libFuzzer hands out bytes, a line is text.
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  static const Vocabulary names = test::some_names();
  const ParsedCondition parsed = parse_condition(line, names);
  if (const auto* const fault = std::get_if<LineFault>(&parsed)) {
    if (fault->at.offset > line.size() || fault->at.length > line.size() - fault->at.offset) {
      std::abort();
    }
    format_diagnostic(problem(fault->message, {}), Language::en);
    return 0;
  }
  const json::Value& rule = std::get<json::Value>(parsed);
  static_cast<void>(compile(value_of(rule)));
  const auto printed = print_condition(rule, names);
  if (!printed) return 0;
  const ParsedCondition again = parse_condition(*printed, names);
  const auto* const same = std::get_if<json::Value>(&again);
  if (same == nullptr || json::text(*same) != json::text(rule)) std::abort();
  return 0;
}
