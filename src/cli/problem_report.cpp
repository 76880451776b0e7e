// SPDX-License-Identifier: Apache-2.0
#include "cli/problem_report.h"

#include "base/ascii.h"
#include "base/json/write.h"
#include "base/messages/report.h"
#include "cli/version.h"

#include <map>

namespace huice::cli {
namespace {

using Json = json::Value;

Json list_of(Json item) {
  Json list = Json::list();
  list.push(std::move(item));
  return list;
}

void put_place(Json& into, const Location& where) {
  if (!where.file.empty()) into.set("file", where.file);
  if (where.line != 0) into.set("line", where.line);
  if (where.line != 0 && where.column != 0) {
    into.set("column", where.column);
    into.set("length", where.length);
  }
}

Json problem_json(const Diagnostic& found, Language language) {
  Json one;
  one.set("code", std::string(found.code.slug()));
  one.set("severity", std::string(word(found.severity())));
  one.set("message", message_of(found, language));
  if (const std::string hint = hint_of(found, language); !hint.empty()) one.set("hint", hint);
  if (!found.suggestion.empty()) one.set("suggestion", found.suggestion);
  put_place(one, found.where);
  Json related = Json::list();
  for (const Trace& trace : found.traces) {
    Json other;
    other.set("message", trace.text.in(language));
    put_place(other, trace.where);
    related.push(std::move(other));
  }
  if (!related.items().empty()) one.set("related", std::move(related));
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
  place.set("artifactLocation", Json{{"uri", address_of(where.file)}, {"uriBaseId", "%SRCROOT%"}});
  if (where.line == 0) return place;
  Json region;
  region.set("startLine", where.line);
  if (where.column != 0) {
    region.set("startColumn", where.column);
    region.set("endColumn", where.column + std::max<std::uint32_t>(1, where.length));
  }
  if (!where.excerpt.empty()) region.set("snippet", Json{{"text", where.excerpt}});
  place.set("region", std::move(region));
  return place;
}

Json rule_of(Code code, Language language) {
  const std::string message(code.entry->message.in(language));
  const std::string hint(code.entry->hint.in(language));
  Json rule;
  rule.set("id", std::string(code.slug()));
  rule.set("shortDescription", Json{{"text", message}});
  rule.set("defaultConfiguration", Json{{"level", std::string(word(code.severity()))}});
  const std::string help = hint.empty() ? message : hint;
  rule.set("help", Json{{"text", help}});
  return rule;
}

Json result_of(const Diagnostic& found, std::size_t rule, Language language) {
  Json result;
  result.set("ruleId", std::string(found.code.slug()));
  result.set("ruleIndex", rule);
  result.set("level", std::string(word(found.severity())));
  std::string text = message_of(found, language);
  if (const std::string hint = hint_of(found, language); !hint.empty()) text += "\n" + hint;
  if (!found.suggestion.empty()) {
    const Argument nearest = msg::nearest_line{.spelling = found.suggestion};
    text += "\n" + nearest.in(language);
  }
  result.set("message", Json{{"text", text}});
  if (!found.where.file.empty()) {
    result.set("locations", list_of(Json{{"physicalLocation", physical(found.where)}}));
  }
  int id = 0;
  Json related = Json::list();
  for (const Trace& trace : found.traces) {
    if (trace.where.file.empty()) continue;
    Json other;
    other.set("id", id++);
    other.set("message", Json{{"text", trace.text.in(language)}});
    other.set("physicalLocation", physical(trace.where));
    related.push(std::move(other));
  }
  if (!related.items().empty()) result.set("relatedLocations", std::move(related));
  return result;
}

}  // namespace

std::string report_json(const Diagnostics& problems, Language language) {
  Json all = Json::list();
  for (const Diagnostic& found : problems.sorted()) all.push(problem_json(found, language));
  return json::indented({{"problems", std::move(all)},
                         {"errors", problems.count(Severity::error)},
                         {"warnings", problems.count(Severity::warning)},
                         {"notes", problems.count(Severity::note)}});
}

std::string report_sarif(const Diagnostics& problems, Language language) {
  Json rules = Json::list();
  Json results = Json::list();
  std::map<Code, std::size_t> known;
  for (const Diagnostic& found : problems.sorted()) {
    const auto [rule, is_new] = known.emplace(found.code, rules.items().size());
    if (is_new) rules.push(rule_of(found.code, language));
    results.push(result_of(found, rule->second, language));
  }
  const Json driver{{"name", "huice"}, {"version", kVersion}, {"rules", std::move(rules)}};
  const Json run{{"tool", Json{{"driver", driver}}},
                 {"columnKind", "unicodeCodePoints"},
                 {"results", std::move(results)}};
  return json::indented({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                         {"version", "2.1.0"},
                         {"runs", list_of(run)}});
}

}  // namespace huice::cli
