// SPDX-License-Identifier: Apache-2.0
#include "match/match.h"

#include <algorithm>
#include <span>

namespace huice::match {
namespace {

void add_missing(const Condition& condition, Applicant& applicant, RequirementResult& result) {
  for (const std::size_t field : applicant.missing(condition)) {
    const auto& known = result.missing;
    if (std::find(known.begin(), known.end(), field) == known.end()) {
      result.missing.push_back(field);
    }
  }
}

// What all ways to read a condition agree on.
RequirementResult decide(const PlannedRequirement& planned, Applicant& applicant) {
  RequirementResult result;
  result.requirement = planned.requirement;
  const bool is_open = planned.readings.size() > 1;
  result.judged = !is_open && !planned.readings.front().rule;
  result.verdict = applicant.verdict(planned.readings.front());
  if (is_open) {
    auto& all = result.readings;
    for (const Condition& reading : planned.readings) all.push_back(applicant.verdict(reading));
    const bool agree =
        std::all_of(all.begin(), all.end(), [&all](Verdict one) { return one == all.front(); });
    if (!agree) result.verdict = Verdict::unknown;
  }
  if (result.verdict != Verdict::unknown) return result;
  for (const Condition& reading : planned.readings) add_missing(reading, applicant, result);
  return result;
}

// A city's text that does not name its reach may still be meant for the city alone. What is limited
// to a part of it concerns who is there, which only an answer within that part settles.
void judge_region(const Plan& plan, const PlannedMeasure& measure,
                  std::span<const logic::Value> answers, Result& result) {
  if (!(measure.limited || measure.asks_region) || result.verdict == Verdict::no) return;
  const std::string* home = nullptr;
  if (const auto field = plan.region_field(); field && answers[*field].is(logic::Kind::text)) {
    home = &answers[*field].as_text();
  }
  const auto& homes = measure.homes;
  if (home != nullptr && std::find(homes.begin(), homes.end(), *home) != homes.end()) return;
  const Caution outside = home != nullptr ? Caution::other_region : Caution::region_unanswered;
  result.cautions.add(measure.limited ? Caution::territory : outside);
  if (home == nullptr && !homes.empty()) result.missing.push_back(*plan.region_field());
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

/// How a recognition's day is to the first day that surely counts.
enum class Place { before, open, since };

// Of one that was brought along, its year says when it was recognised, not when it came.
Place place_of(const logic::Value& recognition, const model::Date& since) {
  const bool brought = says(recognition, "how", kMovedIn);
  const std::string* day = text_in(recognition, brought ? "moved" : "date");
  if (day != nullptr) return *day < since.iso() ? Place::before : Place::since;
  if (brought) return Place::since;
  const auto year = year_in(recognition);
  if (!year) return Place::open;
  if (*year != since.year()) return *year < since.year() ? Place::before : Place::since;
  return since == *model::Date::of(since.year(), 1, 1) ? Place::since : Place::open;
}

// The answers with those recognitions alone that are at `least` so late; nothing where all are.
std::optional<Answers> since(const Plan& plan, const Answers& answers, const model::Date& day,
                             Place least) {
  std::optional<Answers> kept;
  for (const std::size_t field : plan.recognition_fields()) {
    if (!answers[field].is(logic::Kind::list)) continue;
    std::vector<logic::Value> items = answers[field].items();
    const auto end = std::remove_if(
        items.begin(), items.end(),
        [&day, least](const logic::Value& item) { return place_of(item, day) < least; });
    if (end == items.end()) continue;
    items.erase(end, items.end());
    if (!kept) kept.emplace(answers);
    (*kept)[field] = logic::Value::list(std::move(items));
  }
  return kept;
}

// The recognition fields that the measure's rules read.
std::vector<std::size_t> recognitions_read(const Plan& plan, const PlannedMeasure& measure) {
  std::vector<std::size_t> read;
  for (const PlannedRequirement& one : measure.requirements) {
    for (const Condition& reading : one.readings) {
      read.insert(read.end(), reading.fields.begin(), reading.fields.end());
    }
  }
  std::vector<std::size_t> kept;
  for (const std::size_t field : plan.recognition_fields()) {
    if (std::find(read.begin(), read.end(), field) != read.end()) kept.push_back(field);
  }
  return kept;
}

// A text rarely says from when on a recognition counts: one that only old recognitions meet is
// open.
void judge_days(const Plan& plan, const PlannedMeasure& measure, const Answers& answers,
                Result& result) {
  if (result.verdict != Verdict::yes || !measure.counts_since) return;
  const auto meet = [&](Place least) {
    const std::optional<Answers> kept = since(plan, answers, *measure.counts_since, least);
    if (!kept) return true;
    Applicant applicant(plan, *kept);
    return meets_rules(measure, applicant);
  };
  if (meet(Place::since)) return;
  result.verdict = Verdict::unknown;
  if (meet(Place::open)) {
    result.cautions.add(Caution::undated);
    result.missing = recognitions_read(plan, measure);
  } else {
    result.cautions.add(may_have_brought(plan, answers) ? Caution::moved_open : Caution::earlier);
  }
}

// Why answers that were given do not decide.
void add_doubts(const PlannedMeasure& measure, Applicant& applicant, Result& result) {
  for (std::size_t i = 0; i < measure.requirements.size(); ++i) {
    const RequirementResult& one = result.requirements[i];
    if (one.verdict != Verdict::unknown) continue;
    const PlannedRequirement& planned = measure.requirements[i];
    for (const Condition& reading : planned.readings) {
      applicant.add_doubts(reading, result.cautions);
    }
    const auto& all = one.readings;
    if (std::find(all.begin(), all.end(), Verdict::yes) != all.end() ||
        std::find(all.begin(), all.end(), Verdict::no) != all.end()) {
      result.cautions.add(Caution::two_readings);
    }
  }
}

void add_doubts_of_sums(const PlannedMeasure& measure, Applicant& applicant, Result& result) {
  const auto add = [&](const PlannedBounds& bounds) {
    for (const std::vector<PlannedBound>& cases : bounds) {
      for (const PlannedBound& one : cases) applicant.add_doubts(one.condition, result.cautions);
    }
  };
  for (const PlannedAmount& amount : measure.amounts) {
    add(amount.caps);
    add(amount.floors);
    for (const PlannedRow& row : amount.rows) {
      applicant.add_doubts(row.condition, result.cautions);
      add(row.caps);
      add(row.floors);
    }
    for (const PlannedModifier& modifier : amount.modifiers) {
      applicant.add_doubts(modifier.condition, result.cautions);
    }
  }
}

}  // namespace

bool closes(Caution caution) {
  return caution == Caution::expired || caution == Caution::not_yet ||
         caution == Caution::superseded || caution == Caution::repealed ||
         caution == Caution::closed || caution == Caution::set_aside;
}

bool meets_rules(const PlannedMeasure& measure, Applicant& applicant) {
  const auto holds = [&applicant](const Condition& condition) {
    return !condition.rule || applicant.verdict(condition) == Verdict::yes;
  };
  return std::all_of(measure.requirements.begin(), measure.requirements.end(),
                     [&holds](const PlannedRequirement& one) {
                       return std::all_of(one.readings.begin(), one.readings.end(), holds);
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
    case derive::Force::unknown_last:
      if (measure.start_open || measure.unproven) out.add(Caution::start_unstated);
      out.add(Caution::last_unstated);
      break;
    case derive::Force::unknown_term:
      if (measure.start_open || measure.unproven) out.add(Caution::start_unstated);
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
  Applicant applicant(plan, answers);
  return match(plan, measure, applicant, detail);
}

Result match(const Plan& plan, const PlannedMeasure& measure, Applicant& applicant, Detail detail) {
  Result result;
  result.measure = &measure;
  bool judged = false;
  result.requirements.reserve(measure.requirements.size());
  for (const PlannedRequirement& requirement : measure.requirements) {
    result.requirements.push_back(decide(requirement, applicant));
    judged = judged || result.requirements.back().judged;
  }
  result.verdict = combined(result.requirements);
  if (judged) result.cautions.add(Caution::judged);
  if (result.requirements.empty()) {
    result.cautions.add(Caution::no_requirements);
    result.verdict = Verdict::unknown;
  }
  if (result.verdict == Verdict::unknown) add_doubts(measure, applicant, result);
  judge_days(plan, measure, applicant.given(), result);
  judge_region(plan, measure, applicant.row(), result);
  if (measure.unproven && result.verdict == Verdict::yes) result.verdict = Verdict::unknown;
  for (const Caution caution : cautions_of(measure)) {
    result.cautions.add(caution);
    if (closes(caution)) result.verdict = Verdict::no;
  }
  if (result.verdict != Verdict::no && !measure.amounts.empty()) {
    result.estimate.emplace(estimate(measure, applicant, detail));
    add_doubts_of_sums(measure, applicant, result);
  }
  return result;
}

}  // namespace huice::match
