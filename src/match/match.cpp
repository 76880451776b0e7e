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

bool closes(Caution caution) {
  return caution == Caution::expired || caution == Caution::not_yet ||
         caution == Caution::superseded;
}

// A city's text that does not name its reach may still be meant for the city alone.
bool is_from_elsewhere(const Plan& plan, const PlannedMeasure& measure, const Answers& answers) {
  if (!measure.asks_region) return false;
  const logic::Value& home = answers[*plan.region_field()];
  return home.is(logic::Kind::text) && home.as_text() != measure.region;
}

Verdict combined(const std::vector<RequirementResult>& requirements) {
  Verdict verdict = Verdict::yes;
  for (const RequirementResult& one : requirements) {
    if (one.verdict == Verdict::no) return Verdict::no;
    if (one.verdict == Verdict::unknown) verdict = Verdict::unknown;
  }
  return verdict;
}

}  // namespace

std::optional<Caution> caution_of(derive::Force force) {
  switch (force) {
    case derive::Force::in_force:
      return std::nullopt;
    case derive::Force::not_yet:
      return Caution::not_yet;
    case derive::Force::expired:
      return Caution::expired;
    case derive::Force::superseded:
      return Caution::superseded;
    case derive::Force::unknown_succession:
      return Caution::succession_open;
    case derive::Force::unknown_start:
      return Caution::start_unstated;
    case derive::Force::unknown_term:
      return Caution::term_unstated;
  }
  return std::nullopt;
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
  if (is_from_elsewhere(plan, measure, answers)) {
    result.cautions.push_back(Caution::other_region);
    if (result.verdict == Verdict::yes) result.verdict = Verdict::unknown;
  }
  if (const auto caution = caution_of(measure.force)) {
    result.cautions.push_back(*caution);
    if (closes(*caution)) result.verdict = Verdict::no;
  }
  if (result.verdict != Verdict::no && !measure.amounts.empty()) {
    result.estimate = estimate(measure, answers, detail);
  }
  return result;
}

}  // namespace huice::match
