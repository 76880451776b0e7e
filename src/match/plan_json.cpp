// SPDX-License-Identifier: Apache-2.0
#include "match/plan_json.h"

#include "base/json/write.h"
#include "logic/json.h"
#include "match/match.h"
#include "model/schema/choice.h"

namespace huice::match {
namespace {

using Json = json::Value;

Json rule_of(const Condition& condition) {
  if (!condition.rule) return nullptr;
  return logic::json_of(condition.json);
}

Json share_of(const std::optional<model::Rate>& rate) {
  const auto percent = rate ? rate->percent() : std::nullopt;
  return percent ? Json(percent->text()) : Json();
}

Json text_of(const std::optional<model::Decimal>& number) {
  return number ? Json(number->text()) : Json();
}

Json sum_of(const std::optional<model::Money>& money) {
  return money ? Json(std::to_string(money->fen())) : Json();
}

Json field_of(const Plan& plan, const std::optional<std::size_t>& field) {
  return field ? Json(plan.profile()[*field].id) : Json();
}

Json field_names(const Plan& plan, const std::vector<std::size_t>& fields) {
  Json names = Json::list();
  for (const std::size_t field : fields) names.push(plan.profile()[field].id);
  return names;
}

// The cases of one bound, and those of the next: [[{…}, {…}], [{…}]].
Json bounds_of(const Plan& plan, const PlannedBounds& bounds) {
  Json all = Json::list();
  for (const std::vector<PlannedBound>& cases : bounds) {
    Json one = Json::list();
    for (const PlannedBound& planned : cases) {
      one.push({{"value", sum_of(planned.bound->value)},
                {"rate", planned.rate ? share_of(planned.bound->rate) : Json()},
                {"base", field_of(plan, planned.base)},
                {"per", planned.bound->per.text()},
                {"always", planned.always},
                {"rule", rule_of(planned.condition)},
                {"may_be_exceeded", planned.bound->may_be_exceeded}});
    }
    all.push(std::move(one));
  }
  return all;
}

Json reference_of(const PlannedAmount& planned) {
  Json rates = Json::list();
  if (planned.reference == nullptr) return rates;
  for (const ReferenceRate& rate : *planned.reference) {
    rates.push({{"from", rate.from.iso()},
                {"until", rate.until.iso()},
                {"rate", rate.text.substr(0, rate.text.size() - 1)},
                {"provisional", rate.provisional}});
  }
  return rates;
}

Json amount_of(const Plan& plan, const PlannedAmount& planned) {
  const model::AmountComponent& component = *planned.component;
  Json json{{"basis", model::schema::word(component.basis)},
            {"value", sum_of(component.value)},
            {"value_to", sum_of(component.value_to)},
            {"rate", text_of(planned.percent)},
            {"rate_to", text_of(planned.percent_to)},
            {"base", field_of(plan, planned.base)},
            {"day", field_of(plan, planned.day)},
            {"per", component.per.text()},
            {"caps", bounds_of(plan, planned.caps)},
            {"floors", bounds_of(plan, planned.floors)}};
  Json rows = Json::list();
  for (const PlannedRow& row : planned.rows) {
    rows.push({{"when", row.row->when},
               {"rule", rule_of(row.condition)},
               {"value", sum_of(row.row->value)},
               {"rate", text_of(row.percent)},
               {"up_to", sum_of(row.row->up_to)},
               {"caps", bounds_of(plan, row.caps)},
               {"floors", bounds_of(plan, row.floors)}});
  }
  json.set("rows", std::move(rows));
  Json phases = Json::list();
  for (const PlannedPhase& one : planned.phases) {
    phases.push({{"value", sum_of(one.phase->value)}, {"rate", share_of(one.phase->rate)}});
  }
  json.set("phases", std::move(phases));
  json.set("for_some_years", planned.for_some_years);
  Json modifiers = Json::list();
  for (const PlannedModifier& modifier : planned.modifiers) {
    modifiers.push({{"when", modifier.modifier->when},
                    {"rule", rule_of(modifier.condition)},
                    {"times", modifier.modifier->times.text()},
                    {"applies_to", model::schema::word(modifier.modifier->applies_to)}});
  }
  json.set("modifiers", std::move(modifiers));
  json.set("reference", reference_of(planned));
  return json;
}

Json measure_of(const Plan& plan, const PlannedMeasure& measure) {
  Json standing = Json::list();
  for (const Caution caution : cautions_of(measure)) standing.push(model::schema::word(caution));
  Json requirements = Json::list();
  for (const PlannedRequirement& one : measure.requirements) {
    // One reading is the rule.
    const bool is_open = one.readings.size() > 1;
    Json readings = Json::list();
    for (const Condition& reading : one.readings) {
      if (is_open) readings.push(rule_of(reading));
    }
    requirements.push({{"label", one.requirement->label},
                       {"rule", is_open ? Json() : rule_of(one.readings.front())},
                       {"readings", std::move(readings)}});
  }
  Json homes = Json::list();
  for (const std::string_view home : measure.homes) homes.push(std::string(home));
  Json amounts = Json::list();
  for (const PlannedAmount& amount : measure.amounts) amounts.push(amount_of(plan, amount));
  return Json{{"id", measure.id},
              {"title", measure.measure.measure->title},
              {"homes", std::move(homes)},
              {"asks_region", measure.asks_region},
              {"limited", measure.limited},
              {"counts_since", measure.counts_since ? Json(measure.counts_since->iso()) : Json()},
              {"standing", std::move(standing)},
              {"provisional", measure.provisional},
              {"unproven", measure.unproven},
              {"requirements", std::move(requirements)},
              {"amounts", std::move(amounts)}};
}

// For how many years a recognition holds, by field and name.
Json terms_of(const Plan& plan) {
  Json all = Json::object();
  for (const std::size_t field : plan.recognition_fields()) {
    Json terms = Json::object();
    for (const model::RecognitionTerm& one : plan.profile()[field].terms) {
      terms.set(one.name, one.years);
    }
    all.set(plan.profile()[field].id, std::move(terms));
  }
  return all;
}

Json only_if_of(const Plan& plan) {
  Json all = Json::list();
  for (const Plan::OnlyIf& one : plan.only_if()) {
    all.push({{"field", plan.profile()[one.field].id}, {"rule", rule_of(one.condition)}});
  }
  return all;
}

}  // namespace

json::Value plan_value(const Plan& plan) {
  Json measures = Json::list();
  for (const PlannedMeasure& measure : plan.measures()) measures.push(measure_of(plan, measure));
  return Json{{"as_of", plan.as_of().iso()},
              {"region_field", kRegionField},
              {"moved_field", kMovedField},
              {"recognition_fields", field_names(plan, plan.recognition_fields())},
              {"terms", terms_of(plan)},
              {"past_days", field_names(plan, plan.past_days())},
              {"only_if", only_if_of(plan)},
              {"measures", std::move(measures)}};
}

std::string plan_json(const Plan& plan) {
  return json::text(plan_value(plan));
}

}  // namespace huice::match
