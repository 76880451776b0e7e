// SPDX-License-Identifier: Apache-2.0
// tests/cases/match/*.json: measures, an enterprise's answers, and what follows, line by line.
// HUICE_UPDATE_GOLDEN=1 writes what follows anew.
#include "base/json/read.h"
#include "match/codes.h"
#include "match/combination.h"
#include "match/examples.h"
#include "match/near_miss.h"
#include "match/small_city.h"
#include "model/schema/choice.h"
#include "paths.h"

#include <cstdlib>
#include <fstream>

using namespace huice;
using namespace huice::test;
using Json = nlohmann::ordered_json;

namespace {

const std::string kCases = source_path("/tests/cases/match");

std::string labels(const match::Plan& plan, const std::vector<std::size_t>& fields) {
  std::string text;
  for (const std::size_t field : fields) text += " " + plan.profile()[field].id;
  return text;
}

void tell_estimate(const match::Plan& plan, const match::Estimate& estimate, Json& lines) {
  lines.push_back("  estimate " + match::figure(estimate) + ", " +
                  std::string(estimate.per.text()) + (estimate.rounded ? ", rounded" : "") +
                  (estimate.provisional ? ", provisional" : "") +
                  (estimate.not_added ? ", not added" : ""));
  for (const match::Part& part : estimate.parts) {
    for (const match::Step& step : part.steps) {
      std::string line = "    " + std::string(match::code(step.kind));
      for (const std::string& value : step.values) line += " | " + value;
      lines.push_back(line);
    }
  }
  if (!estimate.missing.empty()) lines.push_back("    missing" + labels(plan, estimate.missing));
}

void tell(const match::Plan& plan, const match::Result& result, const match::Answers& answers,
          Json& lines) {
  const model::Measure& measure = *result.measure->measure.measure;
  lines.push_back(measure.id + " " + std::string(model::schema::word(result.verdict)));
  for (const match::RequirementResult& one : result.requirements) {
    lines.push_back("  " + std::string(model::schema::word(one.verdict)) + " " +
                    one.requirement->label + (one.judged ? ", judged" : "") +
                    labels(plan, one.missing));
  }
  if (!result.missing.empty()) lines.push_back("  missing" + labels(plan, result.missing));
  for (const match::Caution caution : result.cautions) {
    lines.push_back("  caution " + std::string(model::schema::word(caution)));
  }
  if (result.estimate) tell_estimate(plan, *result.estimate, lines);
  const auto miss = match::near_miss(plan, result, answers);
  if (!miss) return;
  const model::ProfileField& field = plan.profile()[miss->field];
  lines.push_back("  near miss " + field.id + ": " + match::answer_text(field, miss->from) +
                  " -> " + match::answer_text(field, miss->to) + ", " +
                  std::string(model::schema::word(miss->after.verdict)) +
                  (miss->after.estimate ? ", " + match::figure(*miss->after.estimate) : ""));
}

Json shown(const Json& group, const Json& one) {
  const auto policy = one.value("policy", group.value("policy", Json::object()));
  const auto measures = one.value("measures", group.value("measures", Json::array()));
  SmallCity city(policy, measures, one.value("as_of", std::string("2025-01-01")));
  REQUIRE_MESSAGE(city.loaded(), city.said());
  const match::Plan& plan = city.plan();
  const std::string written = one.value("answers", Json::object()).dump();
  const auto given = json::parse(SourceText("answers", written), city.problems());
  REQUIRE(given.has_value());
  const match::Answers answers = match::read_profile(
      *given, plan.profile(), [](json::Span) { return Location{}; }, city.problems());
  CHECK(city.said() == "");
  Json lines = Json::array();
  std::vector<match::Result> results;
  for (const match::PlannedMeasure& measure : plan.measures()) {
    results.push_back(match::match(plan, measure, answers));
    tell(plan, results.back(), answers, lines);
  }
  for (const match::Combination& together : match::combinations(plan, results)) {
    match::Estimate sum;
    std::tie(sum.low, sum.high) = std::tie(together.low, together.high);
    std::string line = "together " + std::string(model::schema::word(together.clause->rule));
    for (const match::Result* result : together.results) {
      line += " " + result->measure->measure.measure->id;
    }
    const auto yuan = [](const std::optional<std::int64_t>& fen) {
      return fen ? model::Money::of_fen(*fen).text() : std::string("?");
    };
    lines.push_back(line + ": " + yuan(together.low) + " to " + yuan(together.high) +
                    (together.not_added ? ", not added" : ""));
  }
  return lines;
}

}  // namespace

TEST_CASE("each case gives the result written beside it") {
  const RealFileSystem disk;
  const auto entries = disk.list(kCases);
  REQUIRE(entries.ok());
  std::size_t count = 0;
  for (const DirectoryEntry& entry : entries.value()) {
    if (entry.kind == FileKind::directory) continue;
    const std::string path = join_path(kCases, entry.name);
    Json group = Json::parse(disk.read(path).value());
    for (Json& one : group["cases"]) {
      const std::string name = entry.name + ": " + one["name"].get<std::string>();
      CAPTURE(name);
      const Json lines = shown(group, one);
      if (std::getenv("HUICE_UPDATE_GOLDEN") != nullptr) one["gives"] = lines;
      CHECK(lines.dump(1) == one.value("gives", Json()).dump(1));
      ++count;
    }
    if (std::getenv("HUICE_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << group.dump(1) << "\n";
  }
  CHECK(count >= 40);
}
