// SPDX-License-Identifier: Apache-2.0
#include "match/plan_json.h"

#include "logic/json.h"
#include "match/match.h"
#include "model/schema/choice.h"

#include <nlohmann/json.hpp>

namespace huice::match {
namespace {

using Json = nlohmann::ordered_json;

Json rule_of(const Condition& condition) {
  if (!condition.rule) return nullptr;
  return Json::parse(logic::to_json(condition.json).value_or("null"));
}

Json bound_of(const std::optional<model::Bound>& bound) {
  if (!bound) return nullptr;
  return {{"value", std::to_string(bound->value.fen())},
          {"per", model::schema::word(bound->per)},
          {"may_be_exceeded", bound->may_be_exceeded}};
}

Json share_of(const std::optional<model::Rate>& rate) {
  if (!rate || rate->unit() != model::RateUnit::percent) return nullptr;
  return rate->value().text();
}

Json sum_of(const std::optional<model::Money>& money) {
  return money ? Json(std::to_string(money->fen())) : Json();
}

Json field_of(const Plan& plan, const std::optional<std::size_t>& field) {
  return field ? Json(plan.profile()[*field].id) : Json();
}

Json field_names(const Plan& plan, const std::vector<std::size_t>& fields) {
  Json names = Json::array();
  for (const std::size_t field : fields) names.push_back(plan.profile()[field].id);
  return names;
}

Json amount_of(const Plan& plan, const PlannedAmount& planned) {
  const model::AmountComponent& component = *planned.component;
  Json json{{"basis", model::schema::word(component.basis)},
            {"value", sum_of(component.value)},
            {"rate", share_of(component.rate)},
            {"base", field_of(plan, planned.base)},
            {"day", field_of(plan, planned.day)},
            {"per", model::schema::word(component.per)},
            {"cap", bound_of(component.cap)},
            {"floor", bound_of(component.floor)},
            {"rows", Json::array()},
            {"modifiers", Json::array()},
            {"reference", Json::array()}};
  for (const PlannedRow& row : planned.rows) {
    json["rows"].push_back({{"when", row.row->when},
                            {"rule", rule_of(row.condition)},
                            {"value", sum_of(row.row->value)},
                            {"rate", share_of(row.row->rate)}});
  }
  for (const PlannedModifier& modifier : planned.modifiers) {
    json["modifiers"].push_back(
        {{"when", modifier.modifier->when},
         {"rule", rule_of(modifier.condition)},
         {"times", modifier.modifier->times.text()},
         {"applies_to", model::schema::word(modifier.modifier->applies_to)}});
  }
  if (planned.reference == nullptr) return json;
  for (const ReferenceRate& rate : *planned.reference) {
    json["reference"].push_back({{"from", rate.from.iso()},
                                 {"until", rate.until.iso()},
                                 {"rate", rate.text.substr(0, rate.text.size() - 1)},
                                 {"provisional", rate.provisional}});
  }
  return json;
}

Json measure_of(const Plan& plan, const PlannedMeasure& measure) {
  Json json{{"id", measure.id},
            {"title", measure.measure.measure->title},
            {"region", measure.region},
            {"asks_region", measure.asks_region},
            {"counts_since", measure.counts_since ? Json(*measure.counts_since) : Json()},
            {"standing", Json::array()},
            {"provisional", measure.provisional},
            {"requirements", Json::array()},
            {"amounts", Json::array()}};
  for (const Caution caution : cautions_of(measure))
    json["standing"].push_back(model::schema::word(caution));
  for (const PlannedRequirement& one : measure.requirements) {
    json["requirements"].push_back(
        {{"label", one.requirement->label}, {"rule", rule_of(one.condition)}});
  }
  for (const PlannedAmount& amount : measure.amounts) {
    json["amounts"].push_back(amount_of(plan, amount));
  }
  return json;
}

}  // namespace

std::string plan_json(const Plan& plan) {
  Json json{{"as_of", plan.as_of().iso()},
            {"region_field", kRegionField},
            {"recognition_fields", field_names(plan, plan.recognition_fields())},
            {"measures", Json::array()}};
  for (const PlannedMeasure& measure : plan.measures()) {
    json["measures"].push_back(measure_of(plan, measure));
  }
  return json.dump();
}

}  // namespace huice::match
