// SPDX-License-Identifier: Apache-2.0
#include "match/conditions.h"

#include "base/json/read.h"
#include "logic/condition/parse.h"
#include "logic/json.h"
#include "match/vocabulary.h"

#include <algorithm>
#include <cstdlib>

namespace huice::match {
namespace {

std::string unescaped(std::string_view step) {
  std::string out;
  for (std::size_t i = 0; i < step.size(); ++i) {
    const bool escape = step[i] == '~' && i + 1 < step.size();
    out += escape ? (step[++i] == '1' ? '/' : '~') : step[i];
  }
  return out;
}

// What a JSON Pointer (RFC 6901) leads to: of an object's member, its name.
json::Span span_at(const json::Value& root, std::string_view pointer) {
  const json::Value* at = &root;
  json::Span span = root.at();
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string step = unescaped(pointer.substr(0, pointer.find('/')));
    pointer.remove_prefix(std::min(pointer.find('/'), pointer.size()));
    const json::Value* next = nullptr;
    if (at->is(json::Kind::list)) {
      const auto index = static_cast<std::size_t>(std::strtoul(step.c_str(), nullptr, 10));
      if (index < at->items().size()) next = &at->items()[index];
      if (next != nullptr) span = next->at();
    }
    for (const json::Member& member : at->members()) {
      if (member.name != step) continue;
      next = &member.value;
      span = member.name_at;
    }
    if (next == nullptr) return span;
    at = next;
  }
  return span;
}

}  // namespace

Location place_of(const model::Rule& rule, json::Span span, model::Locator& locator) {
  return rule.is_line() ? locator.in_prose(rule.place, span.offset, span.length)
                        : locator.in_json(rule.place, span.offset, span.length);
}

RuleReader::RuleReader(const model::RecordList<model::ProfileField>& profile)
    : profile_(profile), vocabulary_(vocabulary_of(profile)) {}

const RuleReader::Reading& RuleReader::read(const model::Rule& rule) const {
  const auto [found, is_new] = read_.try_emplace(rule.json);
  Reading& reading = found->second;
  if (!is_new) return reading;
  Diagnostics read_before;  // loading has reported what is no JSON
  auto json = json::parse(SourceText({}, rule.json), read_before);
  if (json && json->is(json::Kind::text)) {
    auto parsed = logic::parse_condition(json->text(), vocabulary_);
    if (auto* fault = std::get_if<logic::LineFault>(&parsed)) {
      reading.faults.push_back(
          {{std::move(fault->message), {}, std::move(fault->suggestion)}, fault->at});
      return reading;
    }
    json = std::move(std::get<json::Value>(parsed));
  }
  if (json) reading.json = std::move(*json);
  return reading;
}

std::optional<TypedRule> RuleReader::compile(const model::Rule& rule,
                                             std::vector<ConditionFault>& faults) const {
  const std::size_t before = faults.size();
  const auto& [json, unread] = read(rule);
  faults.insert(faults.end(), unread.begin(), unread.end());
  if (!unread.empty()) return std::nullopt;
  const auto as_written = logic::compile(logic::value_of(json));
  if (const auto* fault = std::get_if<logic::RuleFault>(&as_written)) {
    faults.push_back({{fault->message, {}, fault->suggestion}, span_at(json, fault->pointer)});
    return std::nullopt;
  }
  logic::Value with_units = typed(json, profile_, faults, vocabulary_.spelling());
  if (faults.size() != before) return std::nullopt;
  auto compiled = logic::compile(with_units);
  if (const auto* fault = std::get_if<logic::RuleFault>(&compiled)) {
    faults.push_back({{fault->message, {}, fault->suggestion}, json.at()});
    return std::nullopt;
  }
  return TypedRule{std::move(with_units), std::get<logic::Rule>(std::move(compiled))};
}

}  // namespace huice::match
