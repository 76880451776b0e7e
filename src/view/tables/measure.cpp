// SPDX-License-Identifier: Apache-2.0
#include "model/schema/choice.h"
#include "view/amount_wording.h"
#include "view/links.h"
#include "view/money_range.h"
#include "view/prose_value.h"
#include "view/tables/records.h"
#include "view/wording.h"

#include <algorithm>
#include <utility>

namespace huice::view {
namespace {

using model::MeasureRef;
using tmpl::Dict;
using tmpl::Value;

// The text's own words, else the days on record.
std::string window_text(const model::Guide& guide, const Words& words) {
  return guide.window.empty() ? days_text(guide.opens_on, guide.closes_on, words) : guide.window;
}

Value guide_value(const std::optional<model::Guide>& given, const PageScope& page) {
  static const model::Guide unknown;
  const model::Guide& guide = given ? *given : unknown;
  return Value(Dict()
                   .set("known", Value(given.has_value()))
                   .set("materials", texts(guide.materials))
                   .set("window", text_or_none(window_text(guide, page.words())))
                   .set("steps", texts(guide.steps))
                   .set("time_limit", text_or_none(guide.time_limit))
                   .set("office", organization_value(guide.office, page))
                   .set("address", text_or_none(guide.address))
                   .set("phone", text_or_none(guide.phone))
                   .set("channel", text_or_none(guide.channel))
                   .set("fee", text_or_none(guide.fee))
                   .set("stacking", text_or_none(guide.stacking))
                   .set("questions",
                        tmpl::list_of(guide.questions, [&page](const model::Question& question) {
                          return Value(Dict()
                                           .set("question", text(question.question))
                                           .set("answer", prose_value(question.answer, page, 4)));
                        })));
}

Value amounts_value(const std::vector<model::AmountComponent>& amounts, const PageScope& page) {
  return tmpl::list_of(amounts, [&page](const model::AmountComponent& amount) {
    const std::string_view basis = model::schema::word(amount.basis);
    return Value(Dict()
                     .set("basis", Value::borrow(basis))
                     .set("basis_text", Value::borrow(page.words().text(key_in("basis", basis))))
                     .set("text", Value(amount_text(amount, page.words()))));
  });
}

Value validity_value(const std::optional<model::Validity>& validity, const Words& words) {
  if (!validity) return nullptr;
  if (!validity->phrase.empty()) return text(validity->phrase);
  return text_or_none(days_text(validity->from, validity->to, words));
}

Value standing_value(const MeasureRef& measure, const PageScope& page) {
  const derive::Status status = page.reader().status(measure, page.scope.as_of);
  return text_or_none(part_standing(status, page.words()));
}

// The same, where it is over, or where not all of its text stands so: what holds of the whole text
// and leaves it to be had is said once, with the text.
Value own_standing_value(const MeasureRef& measure, const PageScope& page) {
  const derive::Status own = page.reader().status(measure, page.scope.as_of);
  const derive::Status of_text = page.reader().status(*measure.in.policy, page.scope.as_of);
  std::string said = part_standing(own, page.words());
  const bool of_all = said == part_standing(of_text, page.words());
  if (of_all && !is_over(own)) said.clear();
  return text_or_none(std::move(said));
}

Value conflict_value(const MeasureRef& measure, const PageScope& page) {
  const auto others = page.reader().open_conflicts(measure, page.scope.as_of);
  return text_or_none(conflict_text(others, page.words()));
}

// What its policy says of having it beside others; none where it says nothing.
Value stacking_value(const MeasureRef& measure, const PageScope& page) {
  const auto& clauses = measure.in.policy->stacking;
  if (clauses.empty()) return nullptr;
  const Words& words = page.words();
  const std::string id = model::fact_id(measure.in, measure.measure->id);
  std::string text;
  for (const model::Stacking& clause : clauses) {
    const auto& of = clause.measures;
    if (!of.empty() && std::find(of.begin(), of.end(), id) == of.end()) continue;
    append(text, clause_text(clause, page.reader(), words), words.text("punctuation.semicolon"));
  }
  return text_or_none(std::move(text));
}

Value beneficiaries_value(const std::vector<std::string>& ids, const PageScope& page) {
  return tmpl::list_of(ids, [&page](const std::string& id) -> Value {
    const model::Beneficiary* found = page.reader().beneficiary(id);
    return found == nullptr ? Value(nullptr) : view_of(*found, page);
  });
}

// The 款 or 项 that it is in, where one is recorded: `place` within its article, `name` with it.
Value provision_value(const MeasureRef& measure, const PageScope& page) {
  const model::ProvisionRef one = model::provision_of(measure);
  if (!one.is_part()) return nullptr;
  return Value(Dict()
                   .set("place", Value(provision_place(one, page.words())))
                   .set("name", Value(provision_label(one, page.words())))
                   .set("href", Value(href(one))));
}

// Who gets it, in one phrase: as the record has it, else the names of its beneficiaries.
Value who_value(const MeasureRef& measure, const PageScope& page) {
  if (!measure.measure->who.empty()) return text(measure.measure->who);
  std::string names;
  for (const std::string& id : measure.measure->beneficiaries) {
    const model::Beneficiary* one = page.reader().beneficiary(id);
    if (one != nullptr) append(names, one->name, page.words().text("punctuation.enumeration"));
  }
  return text_or_none(std::move(names));
}

// A condition that can be read in several ways names them all.
Value requirements_of(const MeasureRef& ref, const PageScope& page) {
  const model::Measure& measure = *ref.measure;
  const Words& words = page.words();
  tmpl::ListValue all;
  std::string reach = reach_text(ref, page.reader(), words);
  if (!reach.empty()) all.push(Value(std::move(reach)));
  for (const model::Requirement& one : measure.requirements) {
    const std::string label = requirement_text(one, ref.in, words);
    std::string readings;
    for (const model::RuleReading& reading : one.readings) {
      append(readings, reading.label, words.text("punctuation.semicolon"));
    }
    all.push(readings.empty() ? Value(label)
                              : Value(words.text("measure.readings", {{"requirement", label},
                                                                      {"readings", readings}})));
  }
  if (measure.for_outsiders) all.push(Value::borrow(words.text("measure.for_outsiders")));
  return Value(std::move(all));
}

}  // namespace

Value measure_values(const std::vector<MeasureRef>& measures, const PageScope& page) {
  return tmpl::list_of(measures,
                       [&page](const MeasureRef& measure) { return owned_view(measure, page); });
}

std::vector<PolicyGroup> grouped(const std::vector<MeasureRef>& measures) {
  std::vector<PolicyGroup> groups;
  for (const MeasureRef& measure : measures) {
    const auto known = std::find_if(groups.begin(), groups.end(), [&](const PolicyGroup& group) {
      return group.policy == measure.in.policy;
    });
    PolicyGroup& group =
        known != groups.end() ? *known : groups.emplace_back(PolicyGroup{measure.in.policy, {}});
    group.measures.push_back(measure);
  }
  return groups;
}

void add_to(AnswerDigest& answer, const PolicyGroup& one) {
  add_to(answer, *one.policy);
  add_all_to(answer, one.measures);
}

Value group_values(const std::vector<PolicyGroup>& groups, const PageScope& page) {
  return owned_views(groups, page);
}

template <>
const std::vector<Entry<PolicyGroup>>& entries() {
  static const std::vector<Entry<PolicyGroup>> all{
      {"policy", [](const auto& g, const auto& page) { return view_of(*g.policy, page); }},
      {"measures", [](const auto& g, const auto& page) { return owned_views(g.measures, page); }},
  };
  return all;
}

template <>
model::Place place_of(const MeasureRef& record) {
  return record.measure->place;
}

template <>
const std::vector<Entry<MeasureRef>>& entries() {
  static const std::vector<Entry<MeasureRef>> all{
      {"anchor",
       [](const auto& m, const auto&) { return Value(m.in.article->id + "/" + m.measure->id); }},
      {"who", &who_value},
      {"terms",
       [](const auto& m, const auto& page) {
         return text_or_none(terms_text(*m.measure, page.words()));
       }},
      {"ask", &ask_value},
      {"basis", &basis_value},
      {"steps", &steps_value},
      {"examples", &examples_value},
      {"region",
       [](const auto& m, const auto& page) { return region_value(m.in.policy->region, page); }},
      {"href", [](const auto& m, const auto&) { return Value(href(m)); }},
      {"effect_text",
       [](const auto& m, const auto& page) {
         return Value::borrow(
             page.words().text(key_in("effect", model::schema::word(m.measure->effect))));
       }},
      {"beneficiaries",
       [](const auto& m, const auto& page) {
         return beneficiaries_value(m.measure->beneficiaries, page);
       }},
      {"requirements", [](const auto& m, const auto& page) { return requirements_of(m, page); }},
      {"headline",
       [](const auto& m, const auto& page) {
         auto found = headline(*m.measure, page.words());
         return found ? Value(*found) : Value(nullptr);
       }},
      {"amounts",
       [](const auto& m, const auto& page) { return amounts_value(m.measure->amounts, page); }},
      {"amount_text",
       [](const auto& m, const auto& page) {
         return Value(amounts_text(*m.measure, page.words()));
       }},
      {"funding",
       [](const auto& m, const auto& page) -> Value {
         const FundingText found = funding_text(m, page.reader(), page.words());
         if (found.text.empty()) return nullptr;
         return Value(
             Dict().set("text", Value(found.text)).set("inherited", Value(found.inherited)));
       }},
      {"validity",
       [](const auto& m, const auto& page) {
         return validity_value(m.measure->validity, page.words());
       }},
      {"provision", &provision_value},
      {"stacking", &stacking_value},
      {"standing", &standing_value},
      {"own_standing", &own_standing_value},
      {"conflict", &conflict_value},
      {"topics",
       [](const auto& m, const auto& page) { return topic_values(model::topics_of(m), page); }},
      {"policy", [](const auto& m, const auto& page) { return view_of(*m.in.policy, page); }},
      {"article", [](const auto& m, const auto& page) { return owned_view(m.in, page); }},
      {"guide",
       [](const auto& m, const auto& page) { return guide_value(m.measure->guide, page); }},
  };
  return all;
}

}  // namespace huice::view
