// SPDX-License-Identifier: Apache-2.0
//
// Targets, undertakings and observations.
#include "model/schema/choice.h"
#include "view/links.h"
#include "view/tables/records.h"
#include "view/wording.h"

namespace huice::view {
namespace {

using model::Indicator;
using model::Observation;
using tmpl::Value;

std::string status_key(const std::optional<model::UndertakingStatus>& status) {
  return key_in("progress", status ? model::schema::word(*status) : "unknown");
}

const std::string& region_of(const model::TargetRef& target) {
  return target.target->region.empty() ? target.in.policy->region : target.target->region;
}

std::string reported_text(const Observation* reported, const Words& words) {
  if (reported == nullptr) return std::string(words.text("reported.none"));
  return words.text("reported.found", {{"value", reported->quantity().text()},
                                       {"period", reported->period.official()}});
}

}  // namespace

Value indicator_value(const std::string& id, const PageScope& page) {
  const Indicator* found = page.library().indicator(id);
  return found == nullptr ? Value(nullptr) : view_of(*found, page);
}

Value undertaking_values(const std::vector<model::Undertaking>& undertakings,
                         const std::string& where, const PageScope& page) {
  return tmpl::list_of(undertakings, [where, &page](const model::Undertaking& one) {
    return owned_view(UndertakingRef{&one, where}, page);
  });
}

template <>
const std::vector<Entry<Indicator>>& entries() {
  static const std::vector<Entry<Indicator>> none;  // its table has all
  return none;
}

template <>
model::Place place_of(const Observation& record) {
  return record.provenance.place;
}

template <>
const std::vector<Entry<Observation>>& entries() {
  static const std::vector<Entry<Observation>> all{
      {"fact_id", [](const auto& o, const auto&) { return Value(o.fact_id()); }},
      {"anchor", [](const auto& o, const auto&) { return Value(anchor(o)); }},
      {"indicator",
       [](const auto& o, const auto& page) { return indicator_value(o.indicator, page); }},
      {"region", [](const auto& o, const auto& page) { return region_value(o.region, page); }},
      {"stated", [](const auto& o,
                    const auto&) { return Value(o.period.kind() != model::PeriodKind::unstated); }},
      {"qualifier",
       [](const auto& o, const auto&) {
         const bool exact = o.qualifier == model::Qualifier::equal;
         return exact ? Value(nullptr) : Value::borrow(model::symbol(o.qualifier));
       }},
      {"text", [](const auto& o, const auto&) { return Value(o.quantity().text()); }},
      {"source", [](const auto& o, const auto& page) { return source_value(o.provenance, page); }},
      {"provisional",
       [](const auto& o, const auto&) { return Value(o.provenance.is_provisional()); }},
  };
  return all;
}

template <>
model::Place place_of(const UndertakingRef& record) {
  return record.undertaking->place;
}

template <>
const std::vector<Entry<UndertakingRef>>& entries() {
  static const std::vector<Entry<UndertakingRef>> all{
      {"units", [](const auto& u,
                   const auto& page) { return organization_values(u.undertaking->units, page); }},
      {"indicator",
       [](const auto& u, const auto& page) {
         return indicator_value(u.undertaking->indicator, page);
       }},
      {"status_text",
       [](const auto& u, const auto& page) {
         return Value::borrow(page.words().text(status_key(u.undertaking->status)));
       }},
      {"href",
       [](const auto& u, const auto&) { return u.href.empty() ? Value(nullptr) : Value(u.href); }},
  };
  return all;
}

template <>
model::Place place_of(const Progress& record) {
  return record.target.target->place;
}

template <>
const std::vector<Entry<Progress>>& entries() {
  static const std::vector<Entry<Progress>> all{
      {"growth",
       [](const auto& p, const auto& page) {
         const auto& growth = p.target.target->growth;
         return growth ? Value(growth_text(*growth, page.words())) : Value(nullptr);
       }},
      {"of",
       [](const auto& p, const auto& page) -> Value {
         const model::TargetRef whole = page.library().target(p.target.target->of);
         return whole.target == nullptr ? Value(nullptr) : text(whole.target->label);
       }},
      {"indicator",
       [](const auto& p, const auto& page) {
         return indicator_value(p.target.target->indicator, page);
       }},
      {"region",
       [](const auto& p, const auto& page) { return region_value(region_of(p.target), page); }},
      {"policy",
       [](const auto& p, const auto& page) { return view_of(*p.target.in.policy, page); }},
      {"article", [](const auto& p, const auto& page) { return owned_view(p.target.in, page); }},
      {"href", [](const auto& p, const auto&) { return Value(href(p.target)); }},
      {"anchor",
       [](const auto& p, const auto&) {
         return Value(p.target.in.article->id + "/" + p.target.target->id);
       }},
      {"reported",
       [](const auto& p, const auto& page) {
         return p.reported == nullptr ? Value(nullptr) : view_of(*p.reported, page);
       }},
      {"reported_text",
       [](const auto& p, const auto& page) {
         return Value(reported_text(p.reported, page.words()));
       }},
  };
  return all;
}

}  // namespace huice::view
