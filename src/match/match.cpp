// SPDX-License-Identifier: Apache-2.0
#include "match/match.h"

#include <algorithm>
#include <span>

namespace huice::match {
namespace {

RequirementResult decide(const PlannedRequirement& planned, logic::Decisions& decisions) {
  RequirementResult result;
  result.requirement = planned.requirement;
  if (!planned.condition.rule) {
    result.judged = true;
    return result;
  }
  const std::size_t rule = *planned.condition.rule;
  result.verdict = decisions.verdict(rule);
  if (result.verdict == Verdict::unknown) result.missing = decisions.missing(rule);
  // Whether a text that can be read in two ways asks for it, an office has to say.
  if (result.verdict == Verdict::no && planned.requirement->open) {
    result.verdict = Verdict::unknown;
    result.judged = true;
  }
  return result;
}

// A city's text that does not name its reach may still be meant for the city alone.
void judge_region(const Plan& plan, const PlannedMeasure& measure,
                  std::span<const logic::Value> answers, Result& result) {
  if (!measure.asks_region || result.verdict == Verdict::no) return;
  const logic::Value& home = answers[*plan.region_field()];
  const bool answered = home.is(logic::Kind::text);
  if (answered && home.as_text() == measure.region) return;
  result.cautions.add(answered ? Caution::other_region : Caution::region_unanswered);
  if (!answered) result.missing.push_back(*plan.region_field());
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

bool is_earlier(const logic::Value& recognition, int year) {
  const logic::Value* its_year = recognition.find("year");
  return its_year != nullptr && its_year->is(logic::Kind::number) && its_year->as_number() < year &&
         !says(recognition, "how", kMovedIn);
}

// The answers without recognitions before `year`; nothing where there are none. Those without a
// year stay, and so do those that an enterprise brought along: of them the year says when it was
// recognised, not when it came.
std::optional<Answers> since(const Plan& plan, std::span<const logic::Value> answers, int year) {
  std::optional<Answers> kept;
  for (const std::size_t field : plan.recognition_fields()) {
    if (!answers[field].is(logic::Kind::list)) continue;
    std::vector<logic::Value> items = answers[field].items();
    const auto end = std::remove_if(items.begin(), items.end(), [year](const logic::Value& item) {
      return is_earlier(item, year);
    });
    if (end == items.end()) continue;
    items.erase(end, items.end());
    if (!kept) kept.emplace(answers.begin(), answers.end());
    (*kept)[field] = logic::Value::list(std::move(items));
  }
  return kept;
}

// A text rarely says from when on a recognition counts: one that only old recognitions meet is
// open.
void judge_years(const Plan& plan, const PlannedMeasure& measure,
                 std::span<const logic::Value> answers, Result& result) {
  if (result.verdict != Verdict::yes || !measure.counts_since) return;
  const std::optional<Answers> kept = since(plan, answers, *measure.counts_since);
  if (!kept) return;
  logic::Decisions decisions(plan.rules(), *kept);
  if (meets_rules(measure, decisions)) return;
  result.cautions.add(Caution::earlier);
  result.verdict = Verdict::unknown;
}

}  // namespace

bool closes(Caution caution) {
  return caution == Caution::expired || caution == Caution::not_yet ||
         caution == Caution::superseded || caution == Caution::repealed ||
         caution == Caution::closed || caution == Caution::set_aside;
}

bool meets_rules(const PlannedMeasure& measure, logic::Decisions& decisions) {
  return std::all_of(measure.requirements.begin(), measure.requirements.end(),
                     [&decisions](const PlannedRequirement& one) {
                       const auto& rule = one.condition.rule;
                       return !rule || decisions.verdict(*rule) == Verdict::yes;
                     });
}

Cautions cautions_of(const PlannedMeasure& measure) {
  Cautions out;
  switch (measure.status.force) {
    case derive::Force::in_force:
      break;
    case derive::Force::not_yet:
      out.add(Caution::not_yet);
      break;
    case derive::Force::expired:
      out.add(Caution::expired);
      break;
    case derive::Force::superseded:
      out.add(Caution::superseded);
      break;
    case derive::Force::repealed:
      out.add(Caution::repealed);
      break;
    case derive::Force::set_aside:
      out.add(Caution::set_aside);
      break;
    case derive::Force::unknown_succession:
      out.add(Caution::succession_open);
      break;
    case derive::Force::unknown_repeal:
      out.add(Caution::repeal_open);
      break;
    case derive::Force::unknown_start:
      out.add(Caution::start_unstated);
      break;
    case derive::Force::unknown_term:
      if (measure.start_open) out.add(Caution::start_unstated);
      out.add(Caution::term_unstated);
      break;
  }
  // Of what is over or has not begun, another text says nothing that matters.
  if (measure.status.window == derive::Window::over) out.add(Caution::closed);
  if (measure.status.window == derive::Window::to_come) out.add(Caution::not_open);
  const bool closed = std::any_of(out.begin(), out.end(), closes);
  if (measure.status.newer != nullptr && !closed) {
    const bool amends = measure.status.newer_kind == model::RelationKind::amends;
    out.add(amends ? Caution::amended : Caution::revised);
  }
  if (!measure.conflicts.empty()) out.add(Caution::contested);
  return out;
}

Result match(const Plan& plan, const PlannedMeasure& measure, const Answers& answers,
             Detail detail) {
  logic::Decisions decisions(plan.rules(), answers);
  return match(plan, measure, decisions, detail);
}

Result match(const Plan& plan, const PlannedMeasure& measure, logic::Decisions& decisions,
             Detail detail) {
  Result result;
  result.measure = &measure;
  bool judged = false;
  result.requirements.reserve(measure.requirements.size());
  for (const PlannedRequirement& requirement : measure.requirements) {
    result.requirements.push_back(decide(requirement, decisions));
    judged = judged || result.requirements.back().judged;
  }
  result.verdict = combined(result.requirements);
  if (judged) result.cautions.add(Caution::judged);
  if (result.requirements.empty()) {
    result.cautions.add(Caution::no_requirements);
    result.verdict = Verdict::unknown;
  }
  judge_years(plan, measure, decisions.row(), result);
  judge_region(plan, measure, decisions.row(), result);
  for (const Caution caution : cautions_of(measure)) {
    result.cautions.add(caution);
    if (closes(caution)) result.verdict = Verdict::no;
  }
  if (result.verdict != Verdict::no && !measure.amounts.empty()) {
    result.estimate.emplace(estimate(measure, decisions, detail));
  }
  return result;
}

}  // namespace huice::match
