// SPDX-License-Identifier: Apache-2.0
// The first line of the input is a rule, what follows its data: compiled, applied, decided,
// written.

#include "base/json/read.h"
#include "logic/decide.h"
#include "logic/json.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

using namespace huice::logic;

namespace {

std::optional<Value> read(std::string_view text) {
  huice::Diagnostics problems;
  const auto json = huice::json::parse(huice::SourceText("input", text), problems);
  return json ? std::optional(value_of(*json)) : std::nullopt;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // libFuzzer hands out bytes, JSON is text.
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(input.find('\n'), input.size());
  const auto written = read(input.substr(0, end));
  if (!written) return 0;
  const CompiledRule compiled = compile(*written);
  if (const auto* const fault = std::get_if<RuleFault>(&compiled)) {
    huice::format_diagnostic(fault->at({}), huice::Language::en);
    return 0;
  }
  const Rule& rule = std::get<Rule>(compiled);
  const Value answers = read(input.substr(std::min(end + 1, input.size()))).value_or(Value::null());
  if (const std::optional<Value> value = apply(rule, answers)) {
    const std::optional<std::string> json = to_json(*value);
    // What was written is JSON again, but for halves of characters, which reading refuses.
    if (json && json->find("\\ud") == std::string::npos &&
        value->depth() <= huice::json::kDeepest && !read(*json)) {
      std::abort();
    }
  }
  const Decision answer = decide(rule, answers);
  if (answer.verdict != huice::Verdict::unknown && !missing_answers(rule, answer).empty())
    std::abort();
  return 0;
}
