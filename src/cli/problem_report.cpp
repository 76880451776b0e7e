// SPDX-License-Identifier: Apache-2.0
#include "cli/problem_report.h"

#include "base/ascii.h"
#include "base/messages/report.h"
#include "cli/version.h"

#include <nlohmann/json.hpp>

#include <map>

namespace huice::cli {
namespace {

using Json = nlohmann::ordered_json;

// Texts come from files that may hold anything: what is not UTF-8 is replaced, never an exception.
std::string printed(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void put_place(Json& into, const Location& where) {
  if (!where.file.empty()) into["file"] = where.file;
  if (where.line != 0) into["line"] = where.line;
  if (where.line != 0 && where.column != 0) {
    into["column"] = where.column;
    into["length"] = where.length;
  }
}

Json problem_json(const Diagnostic& found, Language language) {
  Json one;
  one["code"] = std::string(found.code.slug());
  one["severity"] = std::string(word(found.severity()));
  one["message"] = message_of(found, language);
  if (const std::string hint = hint_of(found, language); !hint.empty()) one["hint"] = hint;
  if (!found.suggestion.empty()) one["suggestion"] = found.suggestion;
  put_place(one, found.where);
  for (const Trace& trace : found.traces) {
    Json other;
    other["message"] = trace.text.in(language);
    put_place(other, trace.where);
    one["related"].push_back(std::move(other));
  }
  return one;
}

// An address keeps letters of every script; only what would end or change it is escaped.
std::string address_of(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (ascii::is_alnum(c) || std::string_view("/-._~").find(c) != std::string_view::npos) {
      out += c;
    } else {
      ascii::append_percent(out, c);
    }
  }
  return out;
}

Json physical(const Location& where) {
  Json place;
  place["artifactLocation"] = {{"uri", address_of(where.file)}, {"uriBaseId", "%SRCROOT%"}};
  if (where.line == 0) return place;
  Json region;
  region["startLine"] = where.line;
  if (where.column != 0) {
    region["startColumn"] = where.column;
    region["endColumn"] = where.column + std::max<std::uint32_t>(1, where.length);
  }
  if (!where.source_line.empty()) region["snippet"] = {{"text", where.source_line}};
  place["region"] = std::move(region);
  return place;
}

Json rule_of(Code code, Language language) {
  const std::string message(code.entry->message.in(language));
  const std::string hint(code.entry->hint.in(language));
  Json rule;
  rule["id"] = std::string(code.slug());
  rule["shortDescription"] = {{"text", message}};
  rule["defaultConfiguration"] = {{"level", std::string(word(code.severity()))}};
  const std::string help = hint.empty() ? message : hint;
  rule["help"] = {{"text", help}};
  return rule;
}

Json result_of(const Diagnostic& found, std::size_t rule, Language language) {
  Json result;
  result["ruleId"] = std::string(found.code.slug());
  result["ruleIndex"] = rule;
  result["level"] = std::string(word(found.severity()));
  std::string text = message_of(found, language);
  if (const std::string hint = hint_of(found, language); !hint.empty()) text += "\n" + hint;
  if (!found.suggestion.empty()) {
    const Argument nearest = msg::nearest_line{.spelling = found.suggestion};
    text += "\n" + nearest.in(language);
  }
  result["message"] = {{"text", text}};
  if (!found.where.file.empty()) {
    result["locations"] = Json::array({{{"physicalLocation", physical(found.where)}}});
  }
  int id = 0;
  for (const Trace& trace : found.traces) {
    if (trace.where.file.empty()) continue;
    Json other;
    other["id"] = id++;
    other["message"] = {{"text", trace.text.in(language)}};
    other["physicalLocation"] = physical(trace.where);
    result["relatedLocations"].push_back(std::move(other));
  }
  return result;
}

}  // namespace

std::string report_json(const Diagnostics& problems, Language language) {
  Json report;
  report["problems"] = Json::array();
  for (const Diagnostic& found : problems.sorted()) {
    report["problems"].push_back(problem_json(found, language));
  }
  report["errors"] = problems.count(Severity::error);
  report["warnings"] = problems.count(Severity::warning);
  report["notes"] = problems.count(Severity::note);
  return printed(report);
}

std::string report_sarif(const Diagnostics& problems, Language language) {
  Json rules = Json::array();
  Json results = Json::array();
  std::map<Code, std::size_t> known;
  for (const Diagnostic& found : problems.sorted()) {
    const auto [rule, is_new] = known.emplace(found.code, rules.size());
    if (is_new) rules.push_back(rule_of(found.code, language));
    results.push_back(result_of(found, rule->second, language));
  }
  Json driver;
  driver["name"] = "huice";
  driver["version"] = kVersion;
  driver["rules"] = std::move(rules);
  Json run;
  run["tool"] = {{"driver", std::move(driver)}};
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = std::move(results);
  Json report;
  report["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  report["version"] = "2.1.0";
  report["runs"] = Json::array({std::move(run)});
  return printed(report);
}

}  // namespace huice::cli
