// SPDX-License-Identifier: Apache-2.0
#include "view/match_report.h"

#include "match/codes.h"
#include "model/schema/choice.h"
#include "view/amount_wording.h"
#include "view/undecided.h"
#include "view/wording.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace huice::view {
namespace {

using Json = json::Value;
using match::Answers;
using match::Estimate;
using match::Plan;
using match::Result;
using model::EstimateKind;

std::string word(Verdict verdict) {
  return std::string(model::schema::word(verdict));
}

Json names_of(const Plan& plan, const std::vector<std::size_t>& fields) {
  Json names = Json::list();
  for (const std::size_t field : fields) {
    names.push({{"id", plan.profile()[field].id}, {"label", plan.profile()[field].label}});
  }
  return names;
}

std::string value_text(const std::string& value, const Words& words) {
  if (!value.starts_with(match::kAbout)) return value;
  return words.text("estimate.about", {{"sum", value.substr(match::kAbout.size())}});
}

// A bound is said with what it is counted for: 每年100万元.
std::string step_text(const match::Step& step, const Words& words) {
  const std::string key = key_in("step", match::code(step.kind));
  std::vector<std::string> values;
  for (const std::string& value : step.values) values.push_back(value_text(value, words));
  const std::span<const std::string_view> names = match::value_names(step.kind);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (names[i] != "per") continue;
    values[0] = per_text(*model::Counted::parse(step.values[i]), values[0], words);
  }
  std::vector<SlotValue> slots;  // views of the values, which no longer change
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (names[i] != "per") slots.push_back({names[i], values[i]});
  }
  return words.text(key, slots);
}

Json steps_of(const Estimate& estimate, const Words& words) {
  Json steps = Json::list();
  for (const match::Part& part : estimate.parts) {
    for (const match::Step& step : part.steps) {
      const std::string code(match::code(step.kind));
      const std::string text = step_text(step, words);
      steps.push({{"code", code}, {"values", Json::list(step.values)}, {"text", text}});
    }
    const std::string& wording = part.amount->component->wording;
    if (!wording.empty()) {
      steps.push(
          {{"code", "wording"}, {"values", Json::list(std::vector{wording})}, {"text", wording}});
    }
  }
  return steps;
}

Json sum_of(const std::optional<std::int64_t>& fen) {
  return fen ? Json(*fen) : Json();
}

std::vector<std::string> texts(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

// For how long it is paid, where all of it is paid for as long.
std::optional<model::Years> years_of(const Estimate& estimate) {
  if (estimate.parts.size() != 1) return std::nullopt;
  return estimate.parts.front().amount->component->years;
}

Json to_json(const std::optional<model::Years>& years) {
  if (!years) return {};
  return years->exactly ? Json{{"exactly", *years->exactly}}
                        : Json{{"at_most", years->at_most.value_or(0)}};
}

Json to_json(const Plan& plan, const Estimate& estimate, const Words& words) {
  return Json{{"kind", model::schema::word(estimate.kind)},
              {"low", sum_of(estimate.low)},
              {"high", sum_of(estimate.high)},
              {"per", estimate.per.text()},
              {"text", estimate_text(estimate, words)},
              {"rounded", estimate.rounded},
              {"provisional", estimate.provisional},
              {"not_added", estimate.not_added},
              {"years", to_json(years_of(estimate))},
              {"only_where", Json::list(texts(estimate.only_where))},
              {"steps", steps_of(estimate, words)},
              {"missing", names_of(plan, estimate.missing)}};
}

Json to_json(const Plan& plan, const std::optional<Estimate>& estimate, const Words& words) {
  return estimate ? to_json(plan, *estimate, words) : Json();
}

Json missing_of(const Plan& plan, const std::vector<std::size_t>& fields, const Answers& answers,
                const Words& words) {
  Json names = Json::list();
  for (const std::size_t field : fields) {
    names.push({{"id", plan.profile()[field].id},
                {"label", missing_text(plan.profile()[field], answers[field], words)}});
  }
  return names;
}

Json requirements_of(const Plan& plan, const Result& result, const Answers& answers,
                     const Words& words) {
  Json all = Json::list();
  for (const match::RequirementResult& one : result.requirements) {
    Json readings = Json::list();
    for (std::size_t i = 0; i < one.readings.size(); ++i) {
      readings.push(
          {{"label", one.requirement->readings[i].label}, {"verdict", word(one.readings[i])}});
    }
    all.push({{"label", requirement_text(*one.requirement, result.measure->measure.in, words)},
              {"verdict", word(one.verdict)},
              {"judged", one.judged},
              {"readings", std::move(readings)},
              {"missing", missing_of(plan, one.missing, answers, words)}});
  }
  return all;
}

// What a list has more than it had; empty where it was not only added to.
std::string added(const model::ProfileField& field, const logic::Value& from,
                  const logic::Value& to) {
  if (!to.is(logic::Kind::list) || to.items().empty()) return {};
  const std::size_t before = from.is(logic::Kind::list) ? from.items().size() : 0;
  if (to.items().size() != before + 1) return {};
  return match::answer_text(field, logic::Value::list({to.items().back()}));
}

/// One measure's result, and what is lacking where it is no.
struct MeasureReport {
  Result result;
  std::optional<match::NearMiss> near_miss;
};

Json near_miss_of(const Plan& plan, const std::optional<match::NearMiss>& miss,
                  const Words& words) {
  if (!miss) return nullptr;
  const model::ProfileField& field = plan.profile()[miss->field];
  return Json{{"field", field.id},
              {"label", field.label},
              {"from", match::answer_text(field, miss->from)},
              {"to", match::answer_text(field, miss->to)},
              {"added", added(field, miss->from, miss->to)},
              {"verdict", word(miss->after.verdict)},
              {"estimate", to_json(plan, miss->after.estimate, words)}};
}

// Whether nothing can be had by it on that day, whoever asks.
bool is_over(const Result& result) {
  return std::any_of(result.cautions.begin(), result.cautions.end(), match::closes);
}

Json to_json(const Plan& plan, const MeasureReport& report, const match::Applicant& applicant,
             const Words& words) {
  const Answers& answers = applicant.given();
  const Result& result = report.result;
  const match::PlannedMeasure& measure = *result.measure;
  const model::Measure& record = *measure.measure.measure;
  const model::Region* region = plan.library().region(measure.measure.in.policy->region);
  const std::optional<Waits> waits = waits_for(result);
  Json cautions = Json::list();
  for (const match::Caution caution : result.cautions) cautions.push(model::schema::word(caution));
  return Json{{"id", measure.id},
              {"title", record.title},
              {"effect", model::schema::word(record.effect)},
              {"policy", policy_name(*measure.measure.in.policy, words)},
              {"article", basis_name(measure.measure, words)},
              {"region", region != nullptr ? region->name : std::string()},
              {"territory", reach_text(measure.measure, Reader(plan.library()), words)},
              {"beneficiaries", beneficiaries_text(measure, Reader(plan.library()), words)},
              {"verdict", word(result.verdict)},
              {"waits_for", waits ? Json(std::string(name_of(*waits))) : Json()},
              {"over", is_over(result)},
              {"unmet", unmet_text(result, words)},
              {"reason", reason_text(plan, result, applicant, words)},
              {"cautions", std::move(cautions)},
              {"requirements", requirements_of(plan, result, answers, words)},
              {"missing", names_of(plan, result.missing)},
              {"note", record.note},
              {"conflict", conflict_text(measure.conflicts, words)},
              {"stacking", stacking_text(measure, Reader(plan.library()), words)},
              {"funding", funding_text(measure.measure, Reader(plan.library()), words).text},
              {"estimate", to_json(plan, result.estimate, words)},
              {"near_miss", near_miss_of(plan, report.near_miss, words)}};
}

// What a combination is worth, in words; empty where nothing is computed.
std::string sum_text(const match::Combination& combination, const Words& words) {
  Estimate sum;
  sum.low = combination.low;
  sum.high = combination.high;
  sum.per = combination.results.front()->estimate->per;
  if (!sum.low && !sum.high) return {};
  if (!sum.low)
    sum.kind = EstimateKind::at_most;
  else if (!sum.high)
    sum.kind = EstimateKind::at_least;
  else
    sum.kind = *sum.low == *sum.high ? EstimateKind::exact : EstimateKind::between;
  return estimate_text(sum, words);
}

Json to_json(const match::Combination& combination, const Words& words) {
  Json ids = Json::list();
  Json titles = Json::list();
  for (const Result* result : combination.results) {
    ids.push(result->measure->id);
    titles.push(result->measure->measure.measure->title);
  }
  return Json{{"policy", combination.policy->id},
              {"rule", model::schema::word(combination.clause->rule)},
              {"wording", combination.clause->wording},
              {"measures", std::move(ids)},
              {"titles", std::move(titles)},
              {"text", sum_text(combination, words)},
              {"low", sum_of(combination.low)},
              {"high", sum_of(combination.high)},
              {"not_added", combination.not_added}};
}

Json answers_of(const Plan& plan, const Answers& answers) {
  Json all = Json::list();
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].is_nothing()) continue;
    const model::ProfileField& field = plan.profile()[i];
    all.push({{"id", field.id},
              {"label", field.label},
              {"text", match::answer_text(field, answers[i])}});
  }
  return all;
}

int rank(Verdict verdict) {
  return verdict == Verdict::yes ? 0 : verdict == Verdict::unknown ? 1 : 2;
}

std::int64_t worth(const std::optional<Estimate>& estimate) {
  return estimate ? estimate->low.value_or(estimate->high.value_or(0)) : -1;
}

// Before others: what can be had, here, with the least that is open, and more of it.
bool comes_before(const MeasureReport& a, const MeasureReport& b) {
  const auto key = [](const MeasureReport& report) {
    const Result& one = report.result;
    const auto& cautions = one.cautions;
    const bool elsewhere =
        std::find(cautions.begin(), cautions.end(), match::Caution::other_region) != cautions.end();
    const std::int64_t sum =
        worth(report.near_miss ? report.near_miss->after.estimate : one.estimate);
    const auto waits = waits_for(one);
    return std::tuple(rank(one.verdict), elsewhere, waits ? -static_cast<int>(*waits) : 0, -sum);
  };
  return key(a) < key(b);
}

std::string money(const std::optional<std::int64_t>& fen) {
  return fen ? model::Money::of_fen(std::max<std::int64_t>(0, *fen)).text() : std::string();
}

// A sum with what it is counted for, where that is not once.
std::string counted_text(const model::Counted& per, const std::string& sum, const Words& words) {
  return per == model::Per::once || per == model::Per::unclear ? sum : per_text(per, sum, words);
}

// The conditions of an upper bound, in one.
std::string with_conditions(const Estimate& estimate, std::string text, const Words& words) {
  std::string all;
  for (const std::string_view condition : estimate.only_where) {
    append(all, condition, words.text("punctuation.semicolon"));
  }
  if (all.empty() || !estimate.high) return text;
  return words.text("estimate.only_where", {{"estimate", text}, {"conditions", all}});
}

// Where parts have no figure, the figure that one of them has is still stated.
std::string unknown_text(const Estimate& estimate, const Words& words) {
  for (const match::Part& part : estimate.parts) {
    for (const model::Bound& cap : part.amount->component->caps) {
      if (cap.value && cap.may_be_exceeded && cap.when.empty())
        return words.text("amount.cap_open",
                          {{"sum", counted_text(cap.per, cap.value->text(), words)}});
    }
    const auto high = part.range.high ? part.range.high->rounded(logic::Rounding::half_up)
                                      : std::optional<std::int64_t>();
    if (high && *high > 0) {
      return words.text("estimate.partly", {{"sum", counted_text(part.per, money(high), words)}});
    }
  }
  std::string figures;
  for (const match::Part& part : estimate.parts) {
    append(figures, figure_of(*part.amount->component, words), words.text("amount.components"));
  }
  return figures.empty() ? std::string(words.text("estimate.unknown")) : figures;
}

}  // namespace

std::string missing_text(const model::ProfileField& field, const logic::Value& answer,
                         const Words& words) {
  const bool named = answer.is(logic::Kind::list) && !answer.items().empty();
  return named ? words.text("match.recognition_part", {{"field", field.label}}) : field.label;
}

std::string estimate_text(const Estimate& estimate, const Words& words) {
  std::string text;
  switch (estimate.kind) {
    case EstimateKind::exact:
      text = money(estimate.low);
      break;
    case EstimateKind::between:
      text = words.text("estimate.between",
                        {{"low", money(estimate.low)}, {"high", money(estimate.high)}});
      break;
    case EstimateKind::at_most:
      text = words.text("amount.cap", {{"sum", money(estimate.high)}});
      break;
    case EstimateKind::at_least:
      text = words.text("amount.floor", {{"sum", money(estimate.low)}});
      break;
    case EstimateKind::unknown:
      return unknown_text(estimate, words);
  }
  text = counted_text(estimate.per, text, words);
  if (const auto years = years_of(estimate)) {
    std::string said = years_text(*years, words);
    append(said, text, words.text("amount.join"));
    text = std::move(said);
  }
  if (estimate.rounded) text = words.text("estimate.rounded", {{"estimate", text}});
  if (estimate.provisional) text = words.text("estimate.provisional", {{"estimate", text}});
  return with_conditions(estimate, std::move(text), words);
}

std::string steps_text(const Estimate& estimate, const Words& words) {
  std::string all;
  const auto add = [&](const std::string& text) {
    append(all, text, words.text("punctuation.semicolon"));
  };
  for (const match::Part& part : estimate.parts) {
    for (const match::Step& step : part.steps) add(step_text(step, words));
    const std::string& wording = part.amount->component->wording;
    add(wording);
  }
  return all;
}

std::string stacking_text(const match::PlannedMeasure& measure, const Reader& reader,
                          const Words& words) {
  std::string all;
  for (const model::Stacking* clause : measure.clauses) {
    append(all, clause_text(*clause, reader, words), words.text("punctuation.semicolon"));
  }
  const bool pays = measure.measure.measure->effect == model::Effect::payment;
  if (!all.empty() || !pays) return all;
  return std::string(words.text("match.stacking_open"));
}

std::string beneficiaries_text(const match::PlannedMeasure& measure, const Reader& reader,
                               const Words& words) {
  std::string all;
  for (const std::string& id : measure.measure.measure->beneficiaries) {
    const model::Beneficiary* who = reader.beneficiary(id);
    if (who == nullptr) continue;
    std::string name = who->name;
    if (!who->level.empty()) name += words.text("punctuation.brackets", {{"text", who->level}});
    append(all, name, words.text("punctuation.enumeration"));
  }
  return all;
}

std::string reason_text(const Plan& plan, const Result& result, const match::Applicant& applicant,
                        const Words& words) {
  std::string text;
  const auto add = [&](std::string_view part) {
    append(text, part, words.text("punctuation.semicolon"));
  };
  for (const match::RequirementResult& one : result.requirements) {
    if (one.verdict == Verdict::no)
      add(words.text("roster.failed", {{"condition", one.requirement->label}}));
    if (one.judged) add(words.text("roster.judged", {{"condition", one.requirement->label}}));
  }
  for (const match::Caution caution : result.cautions) {
    if (caution == match::Caution::judged) continue;
    add(words.text(key_in("roster.caution", model::schema::word(caution))));
    if (caution == match::Caution::territory) {
      add(reach_text(result.measure->measure, Reader(plan.library()), words));
    }
    if (caution != match::Caution::contradictory) continue;
    for (const std::string& one : contradiction_texts(plan, applicant, words)) add(one);
  }
  return text;
}

std::vector<std::string> contradiction_texts(const Plan& plan, const match::Applicant& applicant,
                                             const Words& words) {
  const auto named = [&](std::size_t field) {
    const model::ProfileField& about = plan.profile()[field];
    return words.text(
        "match.answered",
        {{"field", about.label}, {"answer", match::answer_text(about, applicant.given()[field])}});
  };
  std::vector<std::string> all;
  for (const match::Contradiction& one : applicant.contradictions()) {
    std::string others;
    for (const std::size_t field : one.others) {
      append(others, named(field), words.text("punctuation.enumeration"));
    }
    all.push_back(
        words.text("match.contradiction", {{"one", named(one.field)}, {"others", others}}));
  }
  return all;
}

json::Value match_report(const Plan& plan, const Answers& answers, const Words& words) {
  std::vector<Result> results;
  std::vector<MeasureReport> all;
  match::Applicant applicant(plan, answers);
  for (const match::PlannedMeasure& measure : plan.measures()) {
    results.push_back(match::match(plan, measure, applicant));
    all.push_back({results.back(), match::near_miss(plan, results.back(), answers)});
  }
  std::stable_sort(all.begin(), all.end(), comes_before);
  std::array<int, 3> counts{};
  std::array<int, 3> waiting{};
  int over = 0;
  Json measures = Json::list();
  for (const MeasureReport& report : all) {
    ++counts.at(static_cast<std::size_t>(rank(report.result.verdict)));
    if (is_over(report.result)) ++over;
    if (const auto waits = waits_for(report.result)) ++waiting.at(static_cast<std::size_t>(*waits));
    measures.push(to_json(plan, report, applicant, words));
  }
  Json together = Json::list();
  for (const match::Combination& one : match::combinations(plan, results)) {
    together.push(to_json(one, words));
  }
  // Whether several can be had at once is open where no clause says it.
  std::string stacking;
  if (together.items().empty() && counts[0] + counts[1] > 1) {
    stacking = words.text("match.stacking_unstated");
  }
  return Json{
      {"as_of", plan.as_of().iso()},
      {"answers", answers_of(plan, answers)},
      {"contradictions", Json::list(contradiction_texts(plan, applicant, words))},
      {"counts",
       Json{{"yes", counts[0]}, {"unknown", counts[1]}, {"no", counts[2]}, {"over", over}}},
      {"waiting", Json{{"answers", waiting[0]}, {"office", waiting[1]}, {"text", waiting[2]}}},
      {"questions", questions_of(plan, results)},
      {"measures", std::move(measures)},
      {"combinations", std::move(together)},
      {"stacking", std::move(stacking)}};
}

}  // namespace huice::view
