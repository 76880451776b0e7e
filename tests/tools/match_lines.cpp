// SPDX-License-Identifier: Apache-2.0
// match_lines PROJECT DAY: enterprises against all measures for tests/scripts/match_random.py.
// First a line with the plan as the browser reads it. Then, for each profile on a line of the
// input, its answers in the form rules compute with, a tab, and a list with one item a measure:
//   [verdict, [fields that each requirement misses, …], [caution, …], [other missing fields],
//   estimate or null]
// where an estimate is [kind, low, high, per, provisional, not_added, [missing fields]].
// tests/tools/match_lines.mjs gives the same list in JavaScript.

#include "base/json/read.h"
#include "load/project.h"
#include "logic/json.h"
#include "match/match.h"
#include "match/plan_json.h"
#include "model/schema/choice.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

namespace {

using namespace huice;
using Json = nlohmann::ordered_json;

Json names(const match::Plan& plan, const std::vector<std::size_t>& fields) {
  Json all = Json::array();
  for (const std::size_t field : fields) all.push_back(plan.profile()[field].id);
  return all;
}

Json json_of(const match::Plan& plan, const match::Estimate& estimate) {
  Json missing = names(plan, estimate.missing);
  std::sort(missing.begin(), missing.end());
  const auto sum = [](const std::optional<std::int64_t>& fen) {
    return fen ? Json(std::to_string(*fen)) : Json();
  };
  return Json::array({model::schema::word(estimate.kind), sum(estimate.low), sum(estimate.high),
                      estimate.per.text(), estimate.provisional, estimate.not_added,
                      std::move(missing)});
}

Json json_of(const match::Plan& plan, const match::Result& result) {
  Json missing = Json::array();
  for (const match::RequirementResult& one : result.requirements) {
    missing.push_back(names(plan, one.missing));
  }
  Json cautions = Json::array();
  for (const match::Caution caution : result.cautions)
    cautions.push_back(model::schema::word(caution));
  return Json::array({model::schema::word(result.verdict), std::move(missing), std::move(cautions),
                      names(plan, result.missing),
                      result.estimate ? json_of(plan, *result.estimate) : Json()});
}

std::string answers_json(const match::Plan& plan, const match::Answers& answers) {
  std::vector<logic::Value::Member> members;
  members.reserve(answers.size());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (!answers[i].is_nothing()) members.emplace_back(plan.profile()[i].id, answers[i]);
  }
  return logic::to_json(logic::Value::object(std::move(members))).value_or("");
}

int stop(const Diagnostics& problems) {
  for (const Diagnostic& found : problems.sorted())
    std::cerr << format_diagnostic(found, Language::en);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  RealFileSystem files;
  Diagnostics problems;
  const auto library = load::load_project(files, {.project = argv[1]}, problems);
  const auto as_of = model::Date::parse(argv[2]);
  if (!library || !as_of) return stop(problems);
  const auto nowhere = [](const auto&...) { return Location{}; };
  model::Locator locator(files, argv[1], library->files());
  const match::Plan plan(*library, *as_of, locator, problems);
  if (problems.has_errors()) return stop(problems);
  std::cout << match::plan_json(plan) << '\n';
  for (std::string line; std::getline(std::cin, line);) {
    const auto given = json::parse(SourceText("line", line), problems);
    if (!given) return stop(problems);
    const match::Answers answers = match::read_profile(*given, plan.profile(), nowhere, problems);
    if (problems.has_errors()) return stop(problems);
    Json results = Json::array();
    for (const match::PlannedMeasure& measure : plan.measures()) {
      const match::Result result = match::match(plan, measure, answers, match::Detail::steps);
      const match::Result lean = match::match(plan, measure, answers, match::Detail::figures);
      results.push_back(json_of(plan, result));
      if (json_of(plan, lean) != results.back()) results.back() = "with steps it differs";
    }
    std::cout << answers_json(plan, answers) << '\t' << results.dump() << '\n';
  }
  return 0;
}
