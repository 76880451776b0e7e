// SPDX-License-Identifier: Apache-2.0
// The first line of the input is a rule as a record writes it, JSON or a line of the condition
// language, read over the shipped profile; the rest are an enterprise's answers. Faults lie in the
// rule; what has a form as a line reads again from it, and decides alike.

#include "base/json/read.h"
#include "base/json/write.h"
#include "base/memory_files.h"
#include "base/utf8.h"
#include "load/project.h"
#include "logic/condition/print.h"
#include "logic/decide.h"
#include "match/answers.h"
#include "match/conditions.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace huice;

namespace {

using Profile = model::RecordList<model::ProfileField>;

const Profile& profile() {
  static const model::Library kLibrary = [] {
    const RealFileSystem disk;
    auto shipped = disk.read(std::string(HUICE_SOURCE_DIR) + "/data/profile.json");
    if (!shipped) std::abort();
    MemoryFileSystem files;
    files.put("p/data/site.json", R"({"name": "x"})");
    files.put("p/data/profile.json", std::move(shipped).value());
    Diagnostics problems;
    auto loaded = load::load_project(files, {.project = "p", .threads = 1}, problems);
    if (!loaded || problems.has_errors()) std::abort();
    return std::move(*loaded);
  }();
  return kLibrary.profile();
}

logic::Columns columns() {
  std::vector<std::string> ids;
  for (const model::ProfileField& field : profile()) ids.push_back(field.id);
  return logic::Columns(std::move(ids));
}

/// As a record has it: JSON stays as it is, any other text is put into quotes.
model::Rule as_written(std::string_view line) {
  Diagnostics ignored;
  const auto json = json::parse(SourceText({}, line), ignored);
  const bool is_rule = json && (json->is(json::Kind::object) || json->is(json::Kind::boolean) ||
                                json->is(json::Kind::text));
  return {is_rule ? std::string(line) : json::text(json::Value(line)), {}};
}

void look_at(const std::vector<match::ConditionFault>& faults, std::size_t size) {
  for (const match::ConditionFault& fault : faults) {
    if (fault.at.offset > size || fault.at.length > size - fault.at.offset) std::abort();
    format_diagnostic(fault.what.at({}), Language::en);
  }
}

match::Answers answers_in(std::string_view text) {
  Diagnostics problems;
  const SourceText source("answers", text);
  const auto given = json::parse(source, problems);
  const auto locate = [&source](json::Span span) { return source.at(span.offset, span.length); };
  auto answers = given ? match::read_profile(*given, profile(), locate, problems)
                       : match::Answers(profile().size());
  for (const Diagnostic& found : problems.sorted()) format_diagnostic(found, Language::en);
  return answers;
}

/// Yes, no, or which answers are missing.
std::string decided(const match::TypedRule& rule, const match::Answers& answers) {
  const logic::Binding binding(rule.rule, columns());
  const logic::Decision decision = logic::decide(binding, answers);
  std::string out = std::to_string(static_cast<int>(decision.verdict));
  for (const std::size_t column : logic::missing_columns(binding, decision)) {
    if (column >= profile().size()) std::abort();
    (out += ' ') += std::to_string(column);
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  // Records are UTF-8.
  if (utf8::first_invalid(input) != utf8::kValid) return 0;
  const std::size_t end = std::min(input.find('\n'), input.size());
  if (end == 0) return 0;
  // It keeps every rule that it has read.
  static std::optional<match::RuleReader> readers;
  static unsigned uses = 0;
  if (uses++ % 1000 == 0) readers.emplace(profile());
  const match::RuleReader& reader = *readers;
  const model::Rule rule = as_written(input.substr(0, end));
  std::vector<match::ConditionFault> faults;
  const json::Value& read = reader.json(rule);
  const auto compiled = reader.compile(rule, faults);
  look_at(faults, rule.json.size());
  if (compiled.has_value() != faults.empty()) std::abort();
  if (read.is(json::Kind::null)) return 0;
  const match::Answers answers = answers_in(input.substr(std::min(end + 1, input.size())));
  const std::string verdict = compiled ? decided(*compiled, answers) : std::string();
  const auto printed = logic::print_condition(read, reader.vocabulary());
  if (!printed) return 0;
  const model::Rule line{json::text(json::Value(*printed)), {}};
  std::vector<match::ConditionFault> again;
  const auto same = reader.compile(line, again);
  // A line is bounded in length and depth, and says a fault of its own where it is over.
  if (!same && !again.empty() && reader.json(line).is(json::Kind::null)) return 0;
  if (same.has_value() != compiled.has_value()) std::abort();
  if (same && decided(*same, answers) != verdict) std::abort();
  return 0;
}
