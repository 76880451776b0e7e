// SPDX-License-Identifier: Apache-2.0
#include "match/match.h"

#include "logic/decide.h"

#include <algorithm>

namespace huice::match {
namespace {

using model::Verdict;

Verdict verdict_of(logic::Verdict verdict) {
  if (verdict == logic::Verdict::yes) return Verdict::yes;
  return verdict == logic::Verdict::no ? Verdict::no : Verdict::unknown;
}

RequirementResult decide(const PlannedRequirement& planned, const Answers& answers) {
  RequirementResult result;
  result.requirement = planned.requirement;
  if (!planned.condition.binding) {
    result.judged = true;
    return result;
  }
  const logic::Binding& binding = *planned.condition.binding;
  const logic::Answer answer = logic::decide(binding, answers);
  result.verdict = verdict_of(answer.verdict);
  if (answer.verdict != logic::Verdict::unknown) return result;
  result.missing = logic::missing_columns(binding, answer);
  return result;
}

// A city's text that does not name its reach may still be meant for the city alone.
void judge_region(const Plan& plan, const PlannedMeasure& measure, const Answers& answers,
                  Result& result) {
  if (!measure.asks_region || result.verdict == Verdict::no) return;
  const logic::Value& home = answers[*plan.region_field()];
  const bool told = home.is(logic::Kind::text);
  if (told && home.as_text() == measure.region) return;
  result.cautions.push_back(told ? Caution::other_region : Caution::region_unanswered);
  if (!told) result.missing.push_back(*plan.region_field());
  if (result.verdict == Verdict::yes) result.verdict = Verdict::unknown;
}

Verdict combined(const std::vector<RequirementResult>& requirements) {
  Verdict verdict = Verdict::yes;
  for (const RequirementResult& one : requirements) {
    if (one.verdict == Verdict::no) return Verdict::no;
    if (one.verdict == Verdict::unknown) verdict = Verdict::unknown;
  }
  return verdict;
}

// Recognitions before `year` taken away. Those without a year stay, and so do those that an
// enterprise brought along: of them the year says when it was recognised, not when it came.
Answers since(const Plan& plan, const Answers& answers, int year) {
  Answers kept = answers;
  for (const std::size_t field : plan.recognition_fields()) {
    if (!answers[field].is(logic::Kind::list)) continue;
    std::vector<logic::Value> items;
    for (const logic::Value& item : answers[field].items()) {
      const logic::Value* its_year = item.find("year");
      const bool earlier = !says(item, "how", kMovedIn) && its_year != nullptr &&
                           its_year->is(logic::Kind::number) && its_year->as_number() < year;
      if (!earlier) items.push_back(item);
    }
    kept[field] = logic::Value::list(std::move(items));
  }
  return kept;
}

// A text rarely says from when on a recognition counts: one that only old recognitions meet is
// open.
void judge_years(const Plan& plan, const PlannedMeasure& measure, const Answers& answers,
                 Result& result) {
  if (result.verdict != Verdict::yes || !measure.counts_since) return;
  if (meets_rules(measure, since(plan, answers, *measure.counts_since))) return;
  result.cautions.push_back(Caution::earlier);
  result.verdict = Verdict::unknown;
}

}  // namespace

bool closes(Caution caution) {
  return caution == Caution::expired || caution == Caution::not_yet ||
         caution == Caution::superseded;
}

bool meets_rules(const PlannedMeasure& measure, const Answers& answers) {
  return std::all_of(measure.requirements.begin(), measure.requirements.end(),
                     [&answers](const PlannedRequirement& one) {
                       const auto& binding = one.condition.binding;
                       return !binding ||
                              logic::decide(*binding, answers).verdict == logic::Verdict::yes;
                     });
}

std::vector<Caution> cautions_of(const PlannedMeasure& measure) {
  switch (measure.force) {
    case derive::Force::in_force:
      return {};
    case derive::Force::not_yet:
      return {Caution::not_yet};
    case derive::Force::expired:
      return {Caution::expired};
    case derive::Force::superseded:
      return {Caution::superseded};
    case derive::Force::unknown_succession:
      return {Caution::succession_open};
    case derive::Force::unknown_start:
      return {Caution::start_unstated};
    case derive::Force::unknown_term:
      break;
  }
  if (!measure.start_open) return {Caution::term_unstated};
  return {Caution::start_unstated, Caution::term_unstated};
}

Result match(const Plan& plan, const PlannedMeasure& measure, const Answers& answers,
             Detail detail) {
  Result result;
  result.measure = &measure;
  bool judged = false;
  result.requirements.reserve(measure.requirements.size());
  for (const PlannedRequirement& requirement : measure.requirements) {
    result.requirements.push_back(decide(requirement, answers));
    judged = judged || result.requirements.back().judged;
  }
  result.verdict = combined(result.requirements);
  if (judged) result.cautions.push_back(Caution::judged);
  if (result.requirements.empty()) {
    result.cautions.push_back(Caution::no_requirements);
    result.verdict = Verdict::unknown;
  }
  judge_years(plan, measure, answers, result);
  judge_region(plan, measure, answers, result);
  for (const Caution caution : cautions_of(measure)) {
    result.cautions.push_back(caution);
    if (closes(caution)) result.verdict = Verdict::no;
  }
  if (result.verdict != Verdict::no && !measure.amounts.empty()) {
    result.estimate = estimate(measure, answers, detail);
  }
  return result;
}

}  // namespace huice::match
