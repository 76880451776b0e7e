// SPDX-License-Identifier: Apache-2.0
#include "view/finder_data.h"

#include "match/answers.h"
#include "match/plan_json.h"
#include "model/schema/choice.h"
#include "view/amount_wording.h"
#include "view/links.h"
#include "view/match_report.h"
#include "view/wording.h"

namespace huice::view {
namespace {

using Json = json::Value;

Json measure_of(const match::PlannedMeasure& measure, const Reader& reader, const Words& words) {
  const model::Measure& record = *measure.measure.measure;
  const model::Region* region = reader.region(measure.measure.in.policy->region);
  Json conditions = Json::list();
  for (const match::PlannedRequirement& one : measure.requirements) {
    conditions.push(requirement_text(*one.requirement, measure.measure.in, words));
  }
  return Json{{"id", measure.id},
              {"title", record.title},
              {"href", href(measure.measure)},
              {"article", basis_name(measure.measure, words)},
              {"region", region != nullptr ? region->name : std::string()},
              {"beneficiaries", beneficiaries_text(measure, reader, words)},
              {"amount", record.amounts.empty() ? std::string() : amounts_text(record, words)},
              {"conditions", std::move(conditions)}};
}

Json field_of(const model::ProfileField& field) {
  const bool recognised = field.type == model::ProfileType::recognition;
  return Json{{"id", field.id},
              {"label", field.label},
              {"question", field.question},
              {"type", model::schema::word(field.type)},
              {"unit", field.unit},
              {"choices", Json::list(field.choices)},
              {"tiers", recognised ? Json::list(match::recognition_tiers(field)) : Json::list()}};
}

}  // namespace

Json finder_measures(const match::Plan& plan, const Reader& reader, const Words& words) {
  Json all = Json::list();
  for (const match::PlannedMeasure& measure : plan.measures()) {
    all.push(measure_of(measure, reader, words));
  }
  return all;
}

Json finder_data(const match::Plan& plan, const Reader& reader, const Words& words) {
  Json fields = Json::list();
  for (const model::ProfileField& field : plan.profile()) fields.push(field_of(field));
  return Json{{"plan", match::plan_value(plan)},
              {"fields", std::move(fields)},
              {"measures", finder_measures(plan, reader, words)}};
}

}  // namespace huice::view
